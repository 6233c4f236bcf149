"""A typesetter for tests of prose: it shows the source of a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlmath_tutor.render.runs import Row, Run, cells


@dataclass(frozen=True)
class Drawing:
    rows: tuple[Row, ...]
    width: int
    baseline: int = 0


class SourceTypesetter:
    """Sets a formula as its source; a line may be broken after `=`, with or without a space."""

    def display(self, latex: str, width: int) -> Drawing:
        lines = latex.split("\n")
        size = max(map(cells, lines))
        rows = tuple((Run(line.ljust(size), "maths"),) for line in lines)
        return Drawing(rows, size)

    def inline(self, latex: str) -> tuple[Row, ...]:
        return tuple((Run(part, "maths"),) for part in re.findall(r"[^=]*= *|[^=]+", latex))
