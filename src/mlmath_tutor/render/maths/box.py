"""Rectangles of styled text with a baseline, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..runs import Row, Run
from ..runs import plain as row_text

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A picture of a formula or of a part of one.

    Attributes:
        rows: the rows from top to bottom, each exactly `width` cells wide.
        width: cells.
        baseline: index of the row that neighbours stand on.
        overhang: rows at the top and at the bottom that hold only scripts; brackets around
            the picture need not cover them.
    """

    rows: tuple[Row, ...]
    width: int
    baseline: int
    overhang: tuple[int, int] = (0, 0)

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def below(self) -> int:
        """Number of rows under the baseline."""
        return len(self.rows) - 1 - self.baseline

    @property
    def core_above(self) -> int:
        """Rows above the baseline that brackets must cover."""
        return max(0, self.baseline - self.overhang[0])

    @property
    def core_below(self) -> int:
        """Rows under the baseline that brackets must cover."""
        return max(0, self.below - self.overhang[1])

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return all(run.text.isspace() for row in self.rows for run in row)

    def __str__(self) -> str:
        """Return the picture as text, without blanks at the ends of rows."""
        return "\n".join(row_text(row).rstrip() for row in self.rows)


def blank(width: int, height: int = 1, baseline: int = 0) -> Box:
    """Return an empty rectangle."""
    return Box((_blank_row(width),) * height, width, baseline)


def _blank_row(width: int) -> Row:
    return (Run(" " * width),) if width > 0 else ()


def merged(runs: Iterable[Run]) -> Row:
    """Join neighbouring runs of one style and leave empty ones out."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and out[-1].style == run.style and out[-1].link == run.link:
            out[-1] = Run(out[-1].text + run.text, run.style, run.link)
        else:
            out.append(run)
    return tuple(out)


def beside(boxes: Sequence[Box]) -> Box:
    """Set boxes side by side on one baseline."""
    boxes = [box for box in boxes if box.width or box.height > 1]
    if not boxes:
        return blank(0)
    if len(boxes) == 1:
        return boxes[0]
    width = sum(box.width for box in boxes)
    if all(len(box.rows) == 1 for box in boxes):
        return Box((merged([run for box in boxes for run in box.rows[0]]),), width, 0)
    above = max(box.baseline for box in boxes)
    below = max(box.below for box in boxes)
    rows: list[Row] = []
    for level in range(-above, below + 1):
        runs: list[Run] = []
        for box in boxes:
            index = level + box.baseline
            runs.extend(box.rows[index] if 0 <= index < box.height else _blank_row(box.width))
        rows.append(merged(runs))
    overhang = (
        above - max(box.core_above for box in boxes),
        below - max(box.core_below for box in boxes),
    )
    return Box(tuple(rows), width, above, overhang)


def above_one_another(boxes: Sequence[Box], baseline: int, align: Align = "centre") -> Box:
    """Set boxes one under the other; `baseline` is a row index of the result."""
    width = max((box.width for box in boxes), default=0)
    rows = [row for box in boxes for row in widened(box, width, align).rows]
    return Box(tuple(rows), width, baseline)


def widened(box: Box, width: int, align: Align = "centre") -> Box:
    """Return the box padded to `width` cells; as it is when it is wider."""
    gap = width - box.width
    if gap <= 0:
        return box
    left = {"left": 0, "right": gap, "centre": gap // 2}[align]
    before, after = _blank_row(left), _blank_row(gap - left)
    rows = tuple(merged((*before, *row, *after)) for row in box.rows)
    return Box(rows, width, box.baseline, box.overhang)


def heightened(box: Box, above: int, below: int) -> Box:
    """Return the box with blank rows added so that it reaches so far from its baseline."""
    top, bottom = max(0, above - box.baseline), max(0, below - box.below)
    if not top and not bottom:
        return box
    row = _blank_row(box.width)
    rows = ((row,) * top) + box.rows + ((row,) * bottom)
    return Box(rows, box.width, box.baseline + top, box.overhang)


def with_core(box: Box, above: int, below: int) -> Box:
    """Return the box saying how far brackets around it must reach."""
    overhang = (max(0, box.baseline - above), max(0, box.below - below))
    return Box(box.rows, box.width, box.baseline, overhang)
