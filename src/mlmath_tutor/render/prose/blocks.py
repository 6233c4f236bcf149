"""Blocks on the page: paragraphs, displays and lists under one another, for a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from mlmath_tutor.render.prose.breaking import rows_of
from mlmath_tutor.render.prose.nodes import Block, Bullets, Display, Paragraph, Table
from mlmath_tutor.render.prose.pieces import pieces_in, pieces_of
from mlmath_tutor.render.prose.tables import table_rows
from mlmath_tutor.render.prose.typesetter import Formulas
from mlmath_tutor.render.runs import Row, Run, Style, cells

# A dot of chalk: braille is one cell wide everywhere, which a bullet (U+2022) is not.
BULLET = "⠂"
# Beside a list's marker there must be this much room, else the item goes under it.
_ROOM = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a laid-out text.

    `formula` is the LaTeX of the display formula that the row is part of, None for other rows.
    """

    row: Row
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: who sets its formulas, the style of plain words, displays' indent."""

    typesetter: Formulas
    style: Style
    indent: int


_BLANK = Line(())


def lines_of(
    blocks: Sequence[Block], width: int, setting: Setting, *, tight: bool = False
) -> list[Line]:
    """Return the lines of `blocks` for `width` >= 1 cells.

    A blank one stands between two blocks; if they are `tight`, only beside a display formula.
    """
    lines: list[Line] = []
    for at, block in enumerate(blocks):
        if at and (not tight or _beside_display(blocks[at - 1], block)):
            lines.append(_BLANK)
        lines.extend(_block(block, width, setting))
    return lines


def _block(block: Block, width: int, setting: Setting) -> Iterable[Line]:
    match block:
        case Paragraph(children):
            pieces = pieces_of(children, setting.typesetter, setting.style)
            return map(Line, rows_of(pieces, width))
        case Display(latex):
            return _display(latex, width, setting)
        case Bullets():
            return _bullets(block, width, setting)
        case Table():
            return map(Line, table_rows(block, width, setting.typesetter, setting.style))
        case _:
            assert_never(block)


def _beside_display(before: Block, after: Block) -> bool:
    return isinstance(before, Display) or isinstance(after, Display)


def _display(latex: str, width: int, setting: Setting) -> list[Line]:
    """Indent the formula, by less where only that lets it fit."""
    picture = setting.typesetter.display(latex, max(1, width - setting.indent))
    indent = max(0, min(setting.indent, width - picture.width))
    return [Line(_indented(row, indent), latex) for row in picture.rows]


def _bullets(bullets: Bullets, width: int, setting: Setting) -> list[Line]:
    """Hang the items beside their markers."""
    markers = [BULLET for _ in bullets.items]
    if bullets.ordered:
        markers = [f"{bullets.start + i}." for i in range(len(bullets.items))]
    hang = max(map(cells, markers), default=0) + 1
    lines: list[Line] = []
    for marker, item in zip(markers, bullets.items, strict=True):
        if lines and (bullets.loose or lines[-1].formula):
            lines.append(_BLANK)
        sign = marker.rjust(hang - 1)
        lines.extend(_item(sign, hang, item, width, setting, tight=not bullets.loose))
    return lines


def _item(
    marker: str, hang: int, item: Sequence[Block], width: int, setting: Setting, *, tight: bool
) -> list[Line]:
    """Hang `item` beside its marker, or set it under the marker if the width is too small."""
    sign = Run(marker, "muted")
    if width < hang + _ROOM:
        above = map(Line, rows_of(pieces_in((sign,)), width))
        return [*above, *lines_of(item, width, setting, tight=tight)]
    first, *others = lines_of(item, width - hang, setting, tight=tight) or [_BLANK]
    hung = [replace(line, row=_indented(line.row, hang)) for line in others]
    return [replace(first, row=(sign, Run(" "), *first.row)), *hung]


def _indented(row: Row, indent: int) -> Row:
    return (Run(" " * indent), *row) if row and indent else row
