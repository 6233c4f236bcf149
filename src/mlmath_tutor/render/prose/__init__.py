"""Paragraphs with mathematics inside, in Japanese and English, laid out for a width.

A source is Markdown's paragraphs, lists, tables, emphasis, code and links, with `$…$` for a
formula in a sentence and `$$` alone on its line, before and after, for one on rows of its own.
Lines are broken by Japanese rules (JIS X 4051): no closing bracket, stop or small kana begins
one, no opening bracket ends one; words, numbers with their units and formulas stay whole.
"""

from __future__ import annotations

from mlmath_tutor.render import runs
from mlmath_tutor.render.prose.blocks import BULLET, Line, Setting, lines_of
from mlmath_tutor.render.prose.breaking import assemble, rows_of
from mlmath_tutor.render.prose.nodes import Display, Formula, Link, parts
from mlmath_tutor.render.prose.parser import parse, parse_phrase
from mlmath_tutor.render.prose.pieces import FORMULA, pieces_in, pieces_of
from mlmath_tutor.render.prose.tables import RULE
from mlmath_tutor.render.prose.typesetter import Formulas, Picture
from mlmath_tutor.render.runs import Row, Style

__all__ = [
    "BULLET",
    "FORMULA",
    "RULE",
    "Formulas",
    "Line",
    "Picture",
    "displays",
    "formulas",
    "inline",
    "layout",
    "links",
    "plain",
    "wrap",
]


def layout(
    source: str, width: int, typesetter: Formulas, *, style: Style = "text", indent: int = 4
) -> tuple[Line, ...]:
    """Return `source` as screen rows of at most `width` >= 1 cells.

    One blank row stands between two blocks. Words without a style of their own get `style`.
    Display formulas are indented by `indent` cells; only their rows may be wider than `width`.
    """
    return tuple(lines_of(parse(source), width, Setting(typesetter, style, indent)))


def inline(source: str, typesetter: Formulas, *, style: Style = "text") -> Row:
    """Return `source` as one row, however long: a title, an option."""
    return assemble(pieces_of(parse_phrase(source), typesetter, style))


def wrap(row: Row, width: int) -> tuple[Row, ...]:
    """Break a row that is already set into rows of at most `width` >= 1 cells.

    The rules are those of `layout`; an empty row stays one. Space at the ends of lines is dropped.
    """
    return rows_of(pieces_in(row), width)


def plain(source: str, typesetter: Formulas, width: int) -> str:
    """Return what `layout` draws as lines of text, for output without styles."""
    return "\n".join(runs.plain(line.row).rstrip() for line in layout(source, width, typesetter))


def links(source: str) -> tuple[str, ...]:
    """Return the targets of the links in `source`, in reading order."""
    return tuple(part.target for part in parts(parse(source)) if isinstance(part, Link))


def formulas(source: str) -> tuple[str, ...]:
    """Return the LaTeX of all formulas in `source`, in reading order."""
    return tuple(part.latex for part in parts(parse(source)) if isinstance(part, Formula | Display))


def displays(source: str) -> tuple[str, ...]:
    """Return the LaTeX of the display formulas in `source`, in reading order."""
    return tuple(part.latex for part in parts(parse(source)) if isinstance(part, Display))
