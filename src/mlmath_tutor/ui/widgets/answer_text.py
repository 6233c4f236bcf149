"""The stem of a question and what there is to answer with; digits choose."""

from __future__ import annotations

from typing import assert_never

from textual import events
from textual.binding import Binding

from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.questions import (
    ChoiceBlank,
    Cloze,
    Code,
    Construct,
    DerivationQuestion,
    ExpressionQuestion,
    Match,
    Matrix,
    Multiple,
    Numeric,
    Option,
    Order,
    Predict,
    Question,
    Recall,
    Single,
    SpotError,
    Typed,
)
from mlmath_tutor.content.text import Phrase, Text
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, inked, line_cells
from ..study import Study
from ..theme import Tone
from .answering import AnswerBox, Answering, next_rung
from .block import BlockView
from .code import code_lines

CHOICES = 9  # options answered by a digit
BEGIN_AN_ANSWER = "0123456789.-−０１２３４５６７８９[［(（"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class QuestionText(BlockView):
    """Stem and options; digits choose."""

    BINDINGS = [
        *(
            Binding(str(n), f"choose({n})", "key.answer", id=f"question.choose-{n}")
            for n in range(1, CHOICES + 1)
        ),
        # A binding of a subclass takes the place of all those of its base on the same key.
        Binding("enter", "unfold_deep", "key.open", id="question.open", key_display="↵"),
        Binding("enter", "enter", "key.submit", id="question.submit", key_display="↵"),
        Binding("h", "hint", "key.hint", id="question.hint"),
        Binding("h", "solution", "key.solution", id="question.solution"),
        Binding("w", "others", "key.others", id="question.others"),
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

    @property
    def options(self) -> tuple[Option, ...]:
        """The options to choose from now.

        The grades of a recall only once it is compared, reasons only once there is a line.
        """
        now = self.answering
        match self.question:
            case Recall() if now.verdict is None:
                return ()
            case SpotError(lines=lines) if not now.chosen and self.asks_parts:
                return now.options[: len(lines)]
            case _:
                return now.options

    @property
    def asks_parts(self) -> bool:
        """Whether more is asked for than one choice: what is right of it is kept."""
        question = self.question
        return isinstance(question, SpotError) and bool(question.why or question.repair)

    @property
    def has_all_choices(self) -> bool:
        """Whether everything is chosen that is to be chosen."""
        asked = 1
        if isinstance(self.question, SpotError) and self.question.why:
            asked = 2
        return len(self.answering.chosen) == asked

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        now = self.answering
        if now.trying is not None:
            return False
        match action:
            case "choose":
                number = parameters[0]
                known = isinstance(number, int) and number <= len(self.options)
                return known and not now.right
            case "enter":
                return not now.right and self._can_enter
            case "hint" | "solution":
                return next_rung(self.question, now) == action
            case "others":
                judged = not isinstance(self.question, Recall) and bool(now.options)
                return now.right and judged and not now.others
        return super().offers(action, parameters)

    @property
    def _can_enter(self) -> bool:
        if isinstance(self.question, Typed | Code):
            return True
        match self.question:
            case Multiple():
                return bool(self.answering.chosen)
            case Recall():
                return self.answering.verdict is None
            case Order():
                return self.answering.used > 0
            case SpotError(repair=repair):
                return repair is not None and self.has_all_choices
            case Single() | Predict():
                return False
            case _:
                assert_never(self.question)

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

    def action_choose(self, number: int) -> None:
        """Choose an option: answered at once where one is asked for, marked where several are."""
        self.box.choose(self.options[number - 1].id)

    def action_enter(self) -> None:
        """Answer, or go to the line where the answer is typed."""
        self.box.submit()

    def action_hint(self) -> None:
        """Show the next hint."""
        self.box.hint()

    def action_solution(self) -> None:
        """Show the worked solution, with the hints that lead to it."""
        self.box.hint()

    def action_others(self) -> None:
        """Show what the other options mean."""
        self.answering.others = True
        self.box.redraw()

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
        """Add what there is to answer with: options, items to pair, a text with gaps."""
        match self.question:
            case Predict():
                if self.question.code:
                    sheet.blank()
                    program = listing(self.question.code, self.lang)
                    sheet.extend(code_lines(program, width, self.study.signs))
                self._options(sheet, width)
            case Single() | Multiple():
                self._options(sheet, width)
            case SpotError() as spot:
                self._options(sheet, width)
                if spot.repair is not None and self.has_all_choices:
                    sheet.blank()
                    sheet.extend(self.text(spot.repair.prompt, width))
            case Recall():
                if not self.options:
                    sheet.blank()
                    sheet.extend(self.text(self.say("question.recall-first"), width, "muted"))
                self._options(sheet, width)
            case Match():
                self._pairs(sheet, self.question, width)
            case Cloze():
                self._gaps(sheet, self.question, width)
            case Numeric() | ExpressionQuestion() | Matrix() | Construct() | Order() | Code():
                pass
            case DerivationQuestion():
                pass
            case _:
                assert_never(self.question)

    def _options(self, sheet: Sheet, width: int) -> None:
        if self.options:
            sheet.blank()
        for number, option in enumerate(self.options, 1):
            if isinstance(self.question, SpotError) and number == len(self.question.lines) + 1:
                sheet.blank()
                sheet.add(Span(self.say("question.why"), "muted"))
            sheet.extend(self._option(number, option, width), act=f"choose({number})")

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

    def _option(self, number: int, option: Option, width: int) -> list[Line]:
        now = self.answering
        chosen = option.id in now.chosen
        recall = isinstance(self.question, Recall)
        judged = chosen and not recall and now.verdict is not None and now.verdict.valid
        signs = self.study.signs
        tone: Tone = "next" if chosen else "line"
        if judged:
            tone = "good" if option.correct else "bad"
        mark = Span(f"  {signs.chosen if chosen else signs.free} ", tone, bold=chosen)
        row = inline(self.in_lang(option.text), self.study.typesetter)
        words = inked(row, "bright" if chosen else "fg")
        judgement = signs.done if option.correct else signs.wrong
        end = (Span(f"   {judgement}", tone, bold=True),) if judged else ()
        if 5 + line_cells(words) + 4 <= width:
            return [(Span(str(number), "bright", bold=True), mark, *words, *end)]
        lines = self.text(option.text, width - 5 - (4 if end else 0), "bright" if chosen else "fg")
        first, *rest = lines
        head = (Span(str(number), "bright", bold=True), mark, *first, *end)
        return [head, *((Span(" " * 5), *line) for line in rest)]
