"""The question before the programs of a course run that did not come with the app."""

from __future__ import annotations

from textual.binding import Binding
from textual.widget import Widget

from mlmath_tutor.engine.trust import limits
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run, cells

from ..ink import Line, Sheet, Span, cut, inked, padded
from ..study import Study
from .drawn import Drawn
from .popup import PopUp, raised


class TrustQuestion(PopUp[bool]):
    """What would run, where it is from, what it could do. The result is True for yes.

    Neither Enter nor Space says yes: they are pressed without reading.
    """

    BINDINGS = [
        Binding("y", "agree", "trust.yes", id="trust.yes"),
        Binding("n", "close", "trust.no", id="trust.no", show=False),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._question = _Question(study)

    def inside(self) -> Widget:
        """The question."""
        return self._question

    def action_agree(self) -> None:
        """Let the programs run."""
        self.dismiss(True)


class _Question(Drawn, can_focus=True):
    def sheet(self, width: int) -> Sheet:
        """The question, the facts, what each answer means."""
        say, trust = self.study.say, self.study.trust
        sheet = Sheet()
        sheet.add(Span(say("trust.title"), "bright", bold=True))
        sheet.blank()
        if trust.changed:
            mark = Span(f"{self.study.signs.warn} ", "bad", bold=True)
            sheet.extend(_hanging(mark, say("trust.changed"), width))
            sheet.blank()
        sheet.extend(self._facts(width))
        sheet.blank()
        sheet.extend(_wrapped(say("trust.new"), width))
        sheet.blank()
        sheet.extend(_wrapped(say("trust.without"), width))
        sheet.blank()
        sheet.add(
            Span("y", "next", bold=True),
            Span(f" {say('trust.yes')}   ", "muted"),
            Span("esc", "bright", bold=True),
            Span(f" {say('trust.no')}", "muted"),
        )
        return raised(sheet, width)

    def _facts(self, width: int) -> list[Line]:
        say, course, most = self.study.say, self.study.course, limits()
        facts = {
            "trust.course": self.study.said(course.file.title),
            "trust.folder": str(course.root),
            "trust.programs": say("trust.count", count=len(course.programs)),
            "trust.limits": say(most.key, **most.values),
        }
        column = max(cells(say(name)) for name in facts) + 2
        lines: list[Line] = []
        for name, fact in facts.items():
            label = padded((Span(say(name), "muted"),), column, "raised")
            room = width - column
            # A path has no place to break at: it is cut where the row ends.
            rows = (
                [(Span(piece),) for piece in cut(fact, room)]
                if name == "trust.folder"
                else _wrapped(fact, room)
            )
            gap = (Span(" " * column),)
            lines += [(*(gap if at else label), *row) for at, row in enumerate(rows)]
        return lines


def _wrapped(words: str, width: int) -> list[Line]:
    return [inked(row) for row in wrap((Run(words),), width)]


def _hanging(mark: Span, words: str, width: int) -> list[Line]:
    room = cells(mark.text)
    gap = Span(" " * room)
    rows = _wrapped(words, width - room)
    return [((gap if at else mark), *row) for at, row in enumerate(rows)]
