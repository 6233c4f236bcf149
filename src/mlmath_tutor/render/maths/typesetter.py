"""The typesetter: LaTeX in, rows of styled text out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from ..runs import Row, cells, plain
from .box import Box
from .cutting import cut
from .errors import MathError
from .glyphs import GLYPHS, GlyphSet
from .layout import Mode, Setter
from .layout.numbers import numbered
from .macros import macros_from
from .nodes import Formula, Node, Space, Table
from .parse import parse
from .pen import Measure, Pen
from .tokens import REPLACEMENT, tokenize

_REMEMBERED = 4_096


class Typesetter:
    """Sets formulas with one set of macros and one set of glyphs.

    Args:
        macros: name → expansion with #1 … #9; names with or without their backslash.
        glyphs: `unicode`; `narrow`, without lines of ambiguous width; `ascii`.
        measure: the cells a text takes in the terminal at hand.
    """

    def __init__(
        self,
        macros: Mapping[str, str] = MappingProxyType({}),
        glyphs: GlyphSet = "unicode",
        measure: Measure = cells,
    ) -> None:
        self._macros = macros_from(macros)
        self._pen = Pen(GLYPHS[glyphs], measure)
        self._parsed = lru_cache(_REMEMBERED)(self._parse)
        self._displayed = lru_cache(_REMEMBERED)(self._display)
        self._inlined = lru_cache(_REMEMBERED)(self._inline)

    def display(self, latex: str, width: int) -> Box:
        """Return the formula as a picture for `width` cells.

        It is broken at relations and operators to fit; what cannot be broken stays wider.
        Never raises: what cannot be read is shown as its source in the style `trouble`.
        """
        return self._displayed(latex, width)

    def inline(self, latex: str) -> tuple[Row, ...]:
        """Return the formula as one row, cut where a line of running text may end.

        The pieces put together are the row; blanks at a cut are at the end of a piece.
        """
        return self._inlined(latex)

    def plain(self, latex: str) -> str:
        """Return the formula as one row of text."""
        return "".join(plain(piece) for piece in self.inline(latex))

    def problems(self, latex: str) -> tuple[MathError, ...]:
        """Return what cannot be read: unknown commands, and why there is no structure."""
        return self._parsed(latex)[1]

    def _parse(self, latex: str) -> tuple[Formula | None, tuple[MathError, ...]]:
        try:
            return parse(latex, self._macros)
        except MathError as error:
            return None, (error,)

    def _display(self, latex: str, width: int) -> Box:
        formula, _ = self._parsed(latex)
        if formula is None:
            return self._source(latex)
        setter = Setter(self._pen, formula.items)
        items = _trimmed(formula.items)
        if formula.tag is not None:
            return numbered(setter, items, formula.tag, width)
        mode = Mode(limit=max(1, width))
        if len(items) == 1 and isinstance(items[0], Table):
            return setter.box(items[0], mode)  # which numbers its rows at the right-hand edge
        return setter.row(items, mode)

    def _inline(self, latex: str) -> tuple[Row, ...]:
        formula, _ = self._parsed(latex)
        if formula is None:
            return self._source(latex).rows
        items = list(_trimmed(formula.items))
        if formula.tag is not None:
            items += [Space(2), formula.tag]
        return cut(Setter(self._pen, items).linear, items)

    def _source(self, latex: str) -> Box:
        """Return a source that cannot be read, on one row."""
        tokens, _ = tokenize(latex)
        shown = "".join(token.source for token in tokens)
        return self._pen.text(shown or REPLACEMENT, "trouble")


def _trimmed(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a list without explicit spaces at its ends."""
    start, end = 0, len(items)
    while start < end and isinstance(items[start], Space):
        start += 1
    while end > start and isinstance(items[end - 1], Space):
        end -= 1
    return items[start:end]
