"""The stem of a question and what there is to answer with."""

from __future__ import annotations

from textual import events
from textual.binding import Binding

from mlmath_tutor.content.questions import (
    ChoiceBlank,
    Cloze,
    Match,
    Question,
)
from mlmath_tutor.content.text import Phrase, Text

from ..ink import Line, Sheet, Span
from ..study import Study
from .answering import AnswerBox, Answering, next_rung
from .block import BlockView

BEGIN_AN_ANSWER = "0123456789.-−０１２３４５６７８９[［(（"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class QuestionText(BlockView):
    """The stem, and what is to be paired or filled in; the answer is typed beside it."""

    BINDINGS = [
        # A binding of a subclass takes the place of all those of its base on the same key.
        Binding("enter", "unfold_deep", "key.open", id="question.open", key_display="↵"),
        Binding("enter", "enter", "key.submit", id="question.submit", key_display="↵"),
        Binding("h", "hint", "key.hint", id="question.hint"),
        Binding("h", "solution", "key.solution", id="question.solution"),
    ]

    def __init__(
        self,
        study: Study,
        question: Question,
        answering: Answering,
        box: AnswerBox,
        *,
        block_id: str,
        kind: str,
        title: Text | None,
        deep: bool,
    ) -> None:
        super().__init__(study, block_id, deep=deep)
        self.question = question
        self.answering = answering
        self.box = box
        self._kind = kind
        self._title = title or question.title

    @property
    def is_here(self) -> bool:
        """Whether the learner is at this question or typing its answer."""
        return self.has_focus or self.box.typing

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        now = self.answering
        if now.trying is not None:
            return False
        match action:
            case "enter":
                return not now.right and self.can_enter
            case "hint" | "solution":
                return next_rung(self.question, now) == action
        return super().offers(action, parameters)

    @property
    def can_enter(self) -> bool:
        """Whether there is an answer to give, or a line to go to."""
        return True

    def action_unfold_deep(self) -> None:
        """Open the question, and the line its answer is typed in."""
        super().action_unfold_deep()
        self.box.open_line()

    def on_key(self, event: events.Key) -> None:
        """A digit, a sign or a bracket begins an answer: typing needs no other key first."""
        now = self.answering
        begins = event.character is not None and event.character in BEGIN_AN_ANSWER
        if (
            begins
            and not now.right
            and now.trying is None
            and self.box.begin_typing(event.character or "")
        ):
            event.stop()

    def action_enter(self) -> None:
        """Answer, or go to the line where the answer is typed."""
        self.box.submit()

    def action_hint(self) -> None:
        """Show the next hint."""
        self.box.hint()

    def action_solution(self) -> None:
        """Show the worked solution, with the hints that lead to it."""
        self.box.hint()

    def redraw(self) -> None:
        """Lay out anew; what the answer is typed in follows."""
        super().redraw()
        self.box.follow()

    def body(self, width: int) -> Sheet:
        """The kind's name, the stem, and what there is to answer with."""
        sheet = Sheet()
        if self._kind:
            sheet.add(*self.heading(self.say(self._kind), self._title, width))
        sheet.extend(self.text(self.question.stem, width))
        self.matter(sheet, width)
        return sheet

    def matter(self, sheet: Sheet, width: int) -> None:
        """Add what there is to answer with, besides a line to type in."""
        if isinstance(self.question, Match):
            self._pairs(sheet, self.question, width)
        elif isinstance(self.question, Cloze):
            self._gaps(sheet, self.question, width)

    def _pairs(self, sheet: Sheet, question: Match, width: int) -> None:
        """Add the items in two columns, numbers on the left, letters on the right."""
        column = (width - 2) // 2
        left, right = Sheet(), Sheet()
        for number, item in enumerate(question.left, 1):
            left.extend(self._labelled(str(number), item.text, column))
        for letter, item in zip(LETTERS, self.answering.partners, strict=False):
            right.extend(self._labelled(letter, item.text, column))
        left.beside(right.lines, column, 2)
        sheet.blank()
        sheet.place(left)

    def _gaps(self, sheet: Sheet, question: Cloze, width: int) -> None:
        """Add the text with its gaps, and for each gap for a word the words."""
        sheet.blank()
        sheet.extend(self.text(question.text, width))
        sheet.blank()
        for number, blank in enumerate(question.blanks, 1):
            if isinstance(blank, ChoiceBlank):
                words = "  /  ".join(self.in_lang(option.text) for option in blank.options)
                sheet.extend(self._labelled(f"[{number}]", words, width))

    def _labelled(self, label: str, phrase: Phrase, width: int) -> list[Line]:
        """Return a phrase with a label before its first row."""
        indent = len(label) + 2
        head = Span(f"{label}  ", "bright", bold=True)
        lines = self.text(phrase, width - indent)
        return [(head if row == 0 else Span(" " * indent), *line) for row, line in enumerate(lines)]
