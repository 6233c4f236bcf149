"""The blocks that are read: prose, definition, theorem, pitfall, summary, references."""

from __future__ import annotations

from mlmath_tutor.content.blocks import (
    Definition,
    Pitfall,
    Prose,
    References,
    Summary,
    Theorem,
)
from mlmath_tutor.content.text import Text
from mlmath_tutor.render.prose import displays, layout

from ..ink import Line, Sheet, Span, inked
from ..study import Study
from ..theme import Tone
from .block import BlockView


class ProseView(BlockView):
    """Running text."""

    def __init__(self, study: Study, block: Prose) -> None:
        super().__init__(study, block.id, symbols=block.symbols, deep=block.path == "deep")
        self.prose = block

    def body(self, width: int) -> Sheet:
        """The title, if there is one, and the text."""
        sheet = Sheet()
        if self.prose.title is not None:
            sheet.add(*self.heading("", self.prose.title, width))
        sheet.extend(self.text(self.prose.text, width))
        return sheet

    def copied(self) -> str:
        """The display formulas of the text."""
        return "\n".join(displays(self.in_lang(self.prose.text)))


class StatementView(BlockView):
    """A definition, a theorem or a pitfall: what is worth keeping has a rail."""

    def __init__(self, study: Study, block: Definition | Theorem | Pitfall) -> None:
        super().__init__(study, block.id, symbols=block.symbols, deep=block.path == "deep")
        self.statement = block

    def rail(self) -> tuple[str, Tone]:
        """Thin for a definition, full for a theorem, zigzag for a pitfall."""
        signs = self.study.signs
        match self.statement:
            case Definition():
                return signs.definition_rail, "line"
            case Theorem():
                return signs.theorem_rail, "line"
            case Pitfall():
                return signs.pitfall_rail, "bad"

    def body(self, width: int) -> Sheet:
        """Heading, conditions, text."""
        sheet = Sheet()
        sheet.add(*self._heading(width))
        conditions = None if isinstance(self.statement, Pitfall) else self.statement.conditions
        if conditions is not None:
            sheet.extend(self.text(conditions, width))
        sheet.extend(self.text(self.statement.text, width))
        return sheet

    def _heading(self, width: int) -> Line:
        match self.statement:
            case Definition():
                return self.heading(self.say("block.definition"), self.statement.title, width)
            case Theorem():
                return self.heading(self.say("block.theorem"), self.statement.title, width)
            case Pitfall():
                name = f"{self.study.signs.warn} {self.say('block.pitfall')}"
                first, *rest = self.heading(name, self.statement.title, width)
                return (first._replace(tone="bad"), *rest)

    def copied(self) -> str:
        """The display formulas of the statement."""
        return "\n".join(displays(self.in_lang(self.statement.text)))


class SummaryView(BlockView):
    """What to remember."""

    def __init__(self, study: Study, block: Summary) -> None:
        super().__init__(study, block.id, symbols=block.symbols, deep=block.path == "deep")
        self.summary = block

    def body(self, width: int) -> Sheet:
        """One bullet a point."""
        sheet = Sheet()
        sheet.add(*self.heading(self.say("block.summary"), self.summary.title, width))
        for point in self.summary.points:
            sheet.extend(_bulleted(self, point, width))
        return sheet


def _bulleted(view: BlockView, text: Text, width: int) -> list[Line]:
    mark = f"{view.study.signs.todo} "
    lines = layout(view.in_lang(text), width - 2, view.study.typesetter)
    return [
        (Span(mark if number == 0 else "  ", "muted"), *inked(line.row))
        for number, line in enumerate(lines)
    ]


class ReferencesView(BlockView):
    """Where to read on."""

    def __init__(self, study: Study, block: References) -> None:
        super().__init__(study, block.id, symbols=block.symbols, deep=block.path == "deep")
        self.references = block

    def body(self, width: int) -> Sheet:
        """One entry a work: the work, then the place in it."""
        works = {reference.id: reference for reference in self.study.course.references}
        sheet = Sheet()
        sheet.add(*self.heading(self.say("block.references"), self.references.title, width))
        for entry in self.references.entries:
            work = works.get(entry.ref)
            said = self.in_lang(work.text) if work else entry.ref
            where = f"{self.say('block.where')}{self.in_lang(entry.where)}" if entry.where else ""
            for number, line in enumerate(layout(said + where, width - 2, self.study.typesetter)):
                indent = Span(f"{self.study.signs.todo} " if number == 0 else "  ", "muted")
                sheet.add(indent, *inked(line.row, "fg"))
        return sheet
