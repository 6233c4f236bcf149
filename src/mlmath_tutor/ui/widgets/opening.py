"""The first rows of a section: what you will be able to do, what it needs, where it leads."""

from __future__ import annotations

from mlmath_tutor.content.blocks import SectionFile
from mlmath_tutor.content.text import Text
from mlmath_tutor.render.prose import layout
from mlmath_tutor.render.runs import cells

from ..ink import Line, Sheet, Span, inked
from ..study import Study
from .block import BlockView

LABEL = 14  # cells of the column of labels


class OpeningView(BlockView):
    """The opening of a section."""

    def __init__(self, study: Study, section: SectionFile) -> None:
        super().__init__(study, "", part="start")
        self._section = section

    def body(self, width: int) -> Sheet:
        """Objectives, then what it needs and where it leads."""
        sheet = Sheet()
        sheet.add(*self.heading(self.say("opening.objectives"), None, width))
        for objective in self._section.objectives:
            mark = Span(f"{self.study.signs.todo} ", "muted")
            self._hanging(sheet, mark, objective, 2, width)
        sheet.blank()
        for key, text in (
            ("opening.needs", self._section.needs),
            ("opening.leads-to", self._section.leads_to),
        ):
            name = self.say(key)
            self._hanging(sheet, Span(name, "muted"), text, LABEL, width)
        return sheet

    def _hanging(self, sheet: Sheet, mark: Span, text: Text, by: int, width: int) -> None:
        lines = layout(self.in_lang(text), width - by, self.study.typesetter, style="muted")
        gap: Line = (Span(" " * (by - cells(mark.text))),)
        for number, line in enumerate(lines):
            sheet.add(*((mark, *gap) if number == 0 else (Span(" " * by),)), *inked(line.row))
