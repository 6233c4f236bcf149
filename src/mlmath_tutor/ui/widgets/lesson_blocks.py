"""Which widgets show a block: the one place that knows every kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from mlmath_tutor.content.blocks import (
    Block,
    Check,
    Definition,
    Derivation,
    Example,
    Explore,
    Pitfall,
    Prose,
    References,
    Summary,
    Theorem,
)
from mlmath_tutor.content.course import Section

from ..ink import Sheet, Span
from ..study import Study
from .answering import begun, restore
from .block import BlockView
from .derivation import DerivationView
from .drafts import take_up
from .prediction import PredictionView
from .program import ProgramView
from .question import QuestionBox
from .text_blocks import ProseView, ReferencesView, StatementView, SummaryView


def block_views(study: Study, block: Block) -> list[Widget]:
    """Return the widgets that show a block, in order."""
    match block:
        case Prose():
            return [ProseView(study, block)]
        case Definition() | Theorem() | Pitfall():
            return [StatementView(study, block)]
        case Derivation():
            shown = study.progress.steps(block.id)
            return [DerivationView(study, block, shown=shown)]
        case Example():
            return _example(study, block)
        case Explore():
            return [ProgramView(study, block)]
        case Check():
            return [_check(study, block)]
        case Summary():
            return [SummaryView(study, block)]
        case References():
            return [ReferencesView(study, block)]
    assert_never(block)


def _example(study: Study, block: Example) -> list[Widget]:
    if block.predict is None:
        return [ProgramView(study, block)]
    predicted = study.progress.prediction(block.id)
    chosen = predicted.answer if predicted else None
    deep = block.path == "deep"
    prediction = PredictionView(study, block.id, block.predict, chosen=chosen, deep=deep)
    return [prediction, ProgramView(study, block, prediction)]


def _check(study: Study, block: Check) -> QuestionBox:
    answering = begun(block.question, seed=0)
    answered = study.progress.answer(block.question.id)
    if answered is not None:
        restore(block.question, answering, answered.answer, answered.evidence)
    take_up(block.question, answering, study.progress.draft(block.question.id))
    return QuestionBox(
        study,
        block.question,
        answering,
        block_id=block.id,
        kind="block.check",
        title=block.title,
        deep=block.path == "deep",
    )


class EndView(BlockView):
    """The last row of a section: its quiz, then the next section."""

    BINDINGS = [Binding("space,enter", "go", "key.go", id="lesson.go")]

    @dataclass
    class Chosen(Message):
        """The learner goes on from here."""

        view: EndView

    def __init__(self, study: Study, section: Section) -> None:
        super().__init__(study, "", part="end")
        self.section = section

    def action_go(self) -> None:
        """Go on."""
        self.post_message(self.Chosen(self))

    def body(self, width: int) -> Sheet:
        """What comes next, and how long it takes."""
        sheet = Sheet()
        count = len(self.section.questions)
        best = self.study.progress.best_result(self.section.id)
        if count:
            right = Span(self.say("lesson.questions", count=count), "muted")
            sheet.add(*self.heading(self.say("lesson.quiz"), None, width, right), act="go")
            key = "lesson.quiz-now" if best is None else "lesson.quiz-again"
            points = 0.0 if best is None else best.score * len(best.questions)
            sheet.extend(self.text(self.say(key, best=f"{points:g}", count=count), width))
            if folded := self._unread_deep_blocks():
                words = self.say("lesson.quiz-deep", count=folded)
                sheet.extend(self.text(words, width, "muted"))
        else:
            sheet.add(*self.heading(self.say("lesson.end"), None, width))
        return sheet

    def _unread_deep_blocks(self) -> int:
        """How many blocks off the core path were never opened: the quiz asks about some."""
        seen = self.study.progress.section(self.section).seen
        return sum(b.path == "deep" and b.id not in seen for b in self.section.blocks)
