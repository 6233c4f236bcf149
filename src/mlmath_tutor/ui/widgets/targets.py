"""What one can point at inside a block: its formulas, and the links to terms and sections.

A formula that stands several times in a block is one target: taking it in hand shows every
place where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.render.prose import FORMULA
from mlmath_tutor.render.runs import cells

from ..ink import Line, Sheet, Span


def targets_in(lines: Sequence[Line]) -> list[str]:
    """Return the targets of the lines, in reading order, each once."""
    return list(dict.fromkeys(span.link for line in lines for span in line if span.link))


def taken_in_hand(sheet: Sheet, target: str) -> Sheet:
    """Return the sheet with every place of `target` on the raised ground."""
    lines = [tuple(_raised(span, target) for span in line) for line in sheet.lines]
    return Sheet(lines, sheet.acts)


def _raised(span: Span, target: str) -> Span:
    return span._replace(ground="raised", bold=True) if span.link == target else span


def latex_of(target: str | None) -> str | None:
    """Return the LaTeX of a target that is a formula."""
    if target is None or not target.startswith(FORMULA):
        return None
    return target.removeprefix(FORMULA)


def target_at(line: Line, column: int) -> str | None:
    """Return the target at a cell of a line."""
    at = 0
    for span in line:
        at += cells(span.text)
        if column < at:
            return span.link
    return None
