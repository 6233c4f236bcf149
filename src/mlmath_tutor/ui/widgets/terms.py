"""What the symbols and terms here mean."""

from __future__ import annotations

from textual.widget import Widget

from mlmath_tutor.content.blocks import Symbol
from mlmath_tutor.content.course import Section, Term
from mlmath_tutor.render.prose import inline, layout

from ..ink import Line, Sheet, Span, inked, line_cells
from ..study import Study
from .drawn import Drawn
from .popup import PopUp, raised

SYMBOL = 14  # cells of the symbols' column


class Terms(PopUp[None]):
    """The symbols of a block, then the terms of its section."""

    def __init__(self, study: Study, section: Section, symbols: tuple[Symbol, ...]) -> None:
        super().__init__(study)
        self._section = section
        self._symbols = symbols

    def inside(self) -> Widget:
        """The list."""
        return _TermList(self.study, self._section, self._symbols)


class _TermList(Drawn, can_focus=True):
    def __init__(self, study: Study, section: Section, symbols: tuple[Symbol, ...]) -> None:
        super().__init__(study)
        self._section = section
        self._symbols = symbols

    def sheet(self, width: int) -> Sheet:
        """Symbols and terms, each with its meaning."""
        sheet = Sheet()
        for symbol in self._symbols:
            sign = inked(inline(f"${symbol.math}$", self.study.typesetter))
            meaning = self._meaning(self.study.said(symbol.meaning), width - SYMBOL)
            first, *rest = meaning or [()]
            sheet.add(*sign, Span(" " * max(1, SYMBOL - line_cells(sign))), *first)
            sheet.extend((Span(" " * SYMBOL), *line) for line in rest)
        terms = [t for t in self.study.course.glossary if t.section == self._section.id]
        for term in terms:
            sheet.blank()
            sheet.add(*self._names(term))
            sheet.extend(self._meaning(self.study.said(term.meaning), width))
        if not sheet.lines:
            sheet.add(Span(self.study.say("terms.none"), "muted"))
        return raised(sheet, width)

    def _names(self, term: Term) -> Line:
        """The term in the language shown, its reading, then the other language."""
        if self.study.lang == "ja":
            names = (Span(term.ja, "bright", bold=True), Span(f"  {term.reading}", "muted"))
            return (*names, Span(f"  {term.en}", "muted"))
        return (Span(term.en, "bright", bold=True), Span(f"  {term.ja}  {term.reading}", "muted"))

    def _meaning(self, text: str, width: int) -> list[Line]:
        return [inked(line.row) for line in layout(text, width, self.study.typesetter)]
