"""Boxes in rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..box import Align, Box, above_one_another, beside, blank, heightened, widened
from ..nodes import Table
from ..pen import Pen

Rule = Literal["", "top", "middle", "bottom"]  # of a table, or none
TAG_GAP = 4  # cells between a formula and its number, at least


@dataclass(frozen=True, slots=True)
class Line:
    """One line of several; `apart` puts a blank row before it, `tag` numbers it."""

    box: Box
    apart: bool = False
    tag: Box | None = None
    rule: Box | None = None


def stacked(lines: Sequence[Line], align: Align, limit: int | None = None) -> Box:
    """Return lines under one another, with their numbers at the right-hand edge."""
    width = max(line.box.width for line in lines)
    boxes: list[Box] = []
    starts: list[int] = []
    height = 0
    for line in lines:
        before = line.rule or (blank(width) if line.apart else None)
        if before is not None:
            boxes.append(before)
            height += before.height
        starts.append(height + line.box.baseline)
        boxes.append(line.box)
        height += line.box.height
    baseline = starts[0] if len(lines) == 1 else (height - 1) // 2
    body = above_one_another(boxes, baseline, align)
    tags = {start: line.tag for start, line in zip(starts, lines, strict=True) if line.tag}
    return _tagged(body, tags, limit)


def _tagged(body: Box, tags: dict[int, Box], limit: int | None) -> Box:
    if not tags:
        return body
    width = max(tag.width for tag in tags.values())
    gap = max(TAG_GAP, 0 if limit is None else limit - body.width - width)
    empty = blank(width)
    rows = tuple(
        widened(tags.get(index, empty), width, "right").rows[0] for index in range(body.height)
    )
    return beside([body, blank(gap), Box(rows, width, body.baseline)])


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one table.

    Attributes:
        cells: rows of boxes; short rows are filled up.
        aligns: one for each column.
        gap: cells between columns; or `gaps`, one for each column but the first.
        bars: columns with a vertical line before them.
    """

    pen: Pen
    cells: Sequence[Sequence[Box]]
    aligns: Sequence[Align]
    gap: int
    gaps: Sequence[int] = ()
    bars: frozenset[int] = field(default_factory=frozenset)

    def stacked(
        self,
        node: Table,
        apart: bool | Sequence[bool],
        tags: Sequence[Box | None] = (),
        limit: int | None = None,
    ) -> Box:
        """Return the rows under one another with the rules of `node` between them."""
        widths = self._widths(node)
        lines: list[Line] = []
        for index, row in enumerate(self.cells):
            box = row[0] if node.rows[index].spans else self._line(row, widths)
            spaced = index > 0 and (apart if isinstance(apart, bool) else apart[index])
            ruled = node.rows[index].rule
            rule: Rule = ("middle" if index else "top") if ruled else ""
            separator = self._separator(widths, rule) if rule or (spaced and self.bars) else None
            lines.append(Line(box, spaced, tags[index] if tags else None, separator))
        body = stacked(lines, "left", limit)
        if node.closing_rule:
            boxes = [body, self._separator(widths, "bottom")]
            body = above_one_another(boxes, body.baseline, "left")
        return body

    def _widths(self, node: Table) -> list[int]:
        count = len(self.aligns)
        rows = [row for row, part in zip(self.cells, node.rows, strict=True) if not part.spans]
        return [
            max((row[column].width for row in rows if column < len(row)), default=0)
            for column in range(count)
        ]

    def _line(self, row: Sequence[Box], widths: Sequence[int]) -> Box:
        cells = [*row, *[blank(0)] * (len(widths) - len(row))]
        above = max(cell.baseline for cell in cells)
        below = max(cell.below for cell in cells)
        bar = self.pen.column([self.pen.glyphs.vertical] * (above + below + 1), above)
        parts: list[Box] = []
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            parts += self._between(column, bar)
            parts.append(widened(cell, width, self.aligns[column]))
        parts += [blank(1), bar] if len(widths) in self.bars else []
        return heightened(beside(parts), above, below)

    def _between(self, column: int, bar: Box) -> list[Box]:
        if column in self.bars:
            return [blank(1), bar, blank(1)] if column else [bar, blank(1)]
        if not column:
            return []
        return [blank(self.gaps[column - 1] if self.gaps else self.gap)]

    def _separator(self, widths: Sequence[int], rule: Rule) -> Box:
        """Return the row between two rows: a rule, or a blank one that the bars cross."""
        parts: list[Box] = []
        for column, width in enumerate(widths):
            for part in self._between(column, self._crossing(rule, column)):
                line = rule and part.is_blank and part.width
                parts.append(self.pen.rule(part.width) if line else part)
            parts.append(self.pen.rule(width) if rule and width else blank(width))
        if len(widths) in self.bars:
            parts += [self.pen.rule(1) if rule else blank(1), self._crossing(rule, len(widths))]
        return beside(parts)

    def _crossing(self, rule: str, column: int) -> Box:
        """Return where a rule meets the bar before a column."""
        if not rule:
            return self.pen.text(self.pen.glyphs.vertical)
        place = 0 if not column else 2 if column == len(self.aligns) else 1
        row = ("top", "middle", "bottom").index(rule)
        return self.pen.text(self.pen.glyphs.crossings[3 * row + place])
