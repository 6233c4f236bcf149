"""What the symbols and terms here mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from mlmath_tutor.content.blocks import Symbol
from mlmath_tutor.content.course import Section, Term
from mlmath_tutor.render.maths import mentions
from mlmath_tutor.render.prose import inline, layout

from ..ink import Line, Sheet, Span, inked, line_cells
from ..study import Study
from .drawn import Drawn
from .popup import PopUp, raised
from .targets import latex_of

SYMBOL = 14  # cells of the symbols' column


class Terms(PopUp[None]):
    """The symbols of a block, then the terms of its section."""

    def __init__(self, study: Study, section: Section, symbols: tuple[Symbol, ...]) -> None:
        super().__init__(study)
        terms = [term for term in study.course.glossary if term.section == section.id]
        self._list = _MeaningList(study, None, symbols, terms)

    def inside(self) -> Widget:
        """The list."""
        return self._list


class Meaning(PopUp[None]):
    """What one formula is made of, or what one term means."""

    def __init__(self, study: Study, target: str, symbols: tuple[Symbol, ...]) -> None:
        super().__init__(study)
        latex = latex_of(target)
        if latex is not None:
            found = _symbols_in(latex, symbols, study)
            self._list = _MeaningList(study, latex, found, [])
        else:
            name = target.partition(":")[2]
            terms = [term for term in study.course.glossary if term.id == name]
            near = [t for t in study.course.glossary if terms and t.id in terms[0].see]
            self._list = _MeaningList(study, None, (), [*terms, *near])

    def inside(self) -> Widget:
        """The list."""
        return self._list


def _symbols_in(latex: str, symbols: tuple[Symbol, ...], study: Study) -> tuple[Symbol, ...]:
    """Return the symbols that a formula mentions: those of the block, then the course's."""
    everywhere = (Symbol(notation.math, notation.meaning) for notation in study.course.notation)
    return tuple(each for each in (*symbols, *everywhere) if _mentioned(latex, each.math))


def _mentioned(latex: str, symbol: str) -> bool:
    """Whether one of the signs of a list such as `H,\\ \\bar H` occurs in a formula."""
    return any(mentions(latex, sign) for sign in symbol.split(","))


class _MeaningList(Drawn, can_focus=True):
    def __init__(
        self, study: Study, latex: str | None, symbols: Iterable[Symbol], terms: list[Term]
    ) -> None:
        super().__init__(study)
        self._latex = latex
        self._symbols = tuple(symbols)
        self._terms = terms

    def sheet(self, width: int) -> Sheet:
        """The formula, its symbols, the terms, each with its meaning."""
        sheet = Sheet()
        if self._latex is not None:
            box = self.study.typesetter.display(self._latex, width)
            sheet.extend(inked(row) for row in box.rows)
            sheet.blank()
        for symbol in self._symbols:
            sign = inked(inline(f"${symbol.math}$", self.study.typesetter))
            meaning = self._meaning(self.study.said(symbol.meaning), width - SYMBOL)
            first, *rest = meaning or [()]
            sheet.add(*sign, Span(" " * max(1, SYMBOL - line_cells(sign))), *first)
            sheet.extend((Span(" " * SYMBOL), *line) for line in rest)
        for term in self._terms:
            sheet.blank()
            sheet.add(*self._names(term))
            sheet.extend(self._meaning(self.study.said(term.meaning), width))
        if not self._symbols and not self._terms:
            key = "terms.none" if self._latex is None else "terms.no-symbols"
            sheet.add(Span(self.study.say(key), "muted"))
        return raised(sheet, width)

    def _names(self, term: Term) -> Line:
        """The term in the language shown, its reading, then the other language."""
        if self.study.lang == "ja":
            names = (Span(term.ja, "bright", bold=True), Span(f"  {term.reading}", "muted"))
            return (*names, Span(f"  {term.en}", "muted"))
        return (Span(term.en, "bright", bold=True), Span(f"  {term.ja}  {term.reading}", "muted"))

    def _meaning(self, text: str, width: int) -> list[Line]:
        return [inked(line.row) for line in layout(text, width, self.study.typesetter)]
