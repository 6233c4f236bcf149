"""A question to answer: stem, options, a line to type in, and why an answer is right or wrong.

The same box serves the checks of a lesson and the quiz. It grades nothing: it asks with
`Answered`, and is told the verdict with `show`.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from mlmath_tutor.content.questions import (
    Multiple,
    Numeric,
    Option,
    Predict,
    Question,
    Single,
)
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, inked, line_cells
from ..study import Study
from ..theme import Tone
from .answering import Answering, rungs
from .block import BlockView
from .feedback import Feedback

CHOICES = 9  # options answered by a digit
BEGIN_A_NUMBER = "0123456789.-−０１２３４５６７８９"


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
        Binding("w", "others", "key.others", id="question.others"),
    ]

    def __init__(
        self,
        study: Study,
        question: Question,
        answering: Answering,
        *,
        block_id: str,
        kind: str,
        title: Text | None,
        deep: bool,
    ) -> None:
        super().__init__(study, block_id, deep=deep)
        self.question = question
        self.answering = answering
        self._kind = kind
        self._title = title or question.title

    @property
    def is_here(self) -> bool:
        """Whether the learner is at this question or typing its answer."""
        box = self.parent
        return self.has_focus or (isinstance(box, QuestionBox) and box.typing)

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        now = self.answering
        match action:
            case "choose":
                number = parameters[0]
                known = isinstance(number, int) and number <= len(now.options)
                return known and not now.right
            case "enter":
                if now.right:
                    return False
                return isinstance(self.question, Numeric) or (
                    isinstance(self.question, Multiple) and bool(now.chosen)
                )
            case "hint":
                return now.tries > 0 and now.hints < rungs(self.question)
            case "others":
                return now.right and bool(now.options) and not now.others
        return super().offers(action, parameters)

    def action_unfold_deep(self) -> None:
        """Open the question, and the line its answer is typed in."""
        super().action_unfold_deep()
        if self.box.input is not None:
            self.box.input.display = True

    def on_key(self, event: events.Key) -> None:
        """A digit or a sign begins a number: typing needs no other key first."""
        line = self.box.input
        begins = event.character is not None and event.character in BEGIN_A_NUMBER
        if line is not None and line.display and begins and not self.answering.right:
            event.stop()
            line.focus()
            line.value = event.character or ""
            line.cursor_position = len(line.value)

    def action_choose(self, number: int) -> None:
        """Choose an option: answered at once where one is asked for, marked where several are."""
        self.box.choose(self.answering.options[number - 1].id)

    def action_enter(self) -> None:
        """Answer, or go to the line where the answer is typed."""
        self.box.submit()

    def action_hint(self) -> None:
        """Show the next rung of the ladder; after the last one the worked solution."""
        self.box.hint()

    def action_others(self) -> None:
        """Show what the other options mean."""
        self.answering.others = True
        self.box.redraw()

    @property
    def box(self) -> QuestionBox:
        """The box this is in."""
        box = self.parent
        assert isinstance(box, QuestionBox)
        return box

    def body(self, width: int) -> Sheet:
        """The kind's name, the stem, the options."""
        sheet = Sheet()
        if self._kind:
            sheet.add(*self.heading(self.say(self._kind), self._title, width))
        sheet.extend(self.text(self.question.stem, width))
        if self.answering.options:
            sheet.blank()
        for number, option in enumerate(self.answering.options, 1):
            sheet.extend(self._option(number, option, width), act=f"choose({number})")
        return sheet

    def _option(self, number: int, option: Option, width: int) -> list[Line]:
        now = self.answering
        chosen = option.id in now.chosen
        judged = chosen and now.verdict is not None and now.verdict.valid
        signs = self.study.signs
        verdict_tone: Tone = "good" if option.correct else "bad"
        tone: Tone = verdict_tone if judged else "next" if chosen else "line"
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


class AnswerInput(Input):
    """The line a number is typed in."""

    DEFAULT_CSS = """
    AnswerInput { margin: 1 4 0 6; width: auto; min-width: 30; max-width: 60; }
    """
    BINDINGS = [
        Binding("enter", "submit", "key.submit", id="question.submit-typed", key_display="↵"),
        Binding("escape", "leave", "key.leave-input", id="question.leave"),
        Binding("f9", "hint", "key.hint", id="question.hint-typed", key_display="F9"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the hint only when there is one."""
        box = self.parent
        if action == "hint" and isinstance(box, QuestionBox):
            return box.text.offers("hint", ())
        return super().check_action(action, parameters)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The focus mark stands at the question while its answer is typed."""
        super().watch_has_focus(has_focus)
        box = self.parent
        if isinstance(box, QuestionBox):
            box.text.refresh()

    def action_leave(self) -> None:
        """Leave the line; the text is kept."""
        box = self.parent
        if isinstance(box, QuestionBox):
            box.text.focus()

    def action_hint(self) -> None:
        """Show the next hint."""
        box = self.parent
        if isinstance(box, QuestionBox):
            box.hint()


class QuestionBox(Vertical):
    """A question with its answer line and its feedback."""

    DEFAULT_CSS = (
        "QuestionBox { height: auto; margin-bottom: 1; } QuestionBox > * { margin-bottom: 0; }"
    )

    @dataclass
    class Answered(Message):
        """The learner answered; whoever owns the question has it graded and calls `show`."""

        box: QuestionBox
        answer: str

    @dataclass
    class HintTaken(Message):
        """One more rung of the ladder is shown."""

        box: QuestionBox

    @dataclass
    class Changed(Message):
        """What is shown grew or changed: hints, other options."""

        box: QuestionBox

    def __init__(
        self,
        study: Study,
        question: Question,
        answering: Answering,
        *,
        block_id: str,
        kind: str = "",
        title: Text | None = None,
        deep: bool = False,
    ) -> None:
        super().__init__()
        self.study = study
        self.question = question
        self.answering = answering
        self.text = QuestionText(
            study, question, answering, block_id=block_id, kind=kind, title=title, deep=deep
        )
        self.feedback = Feedback(study, question, answering)
        self.input: AnswerInput | None = None

    def compose(self) -> ComposeResult:
        """Text, the line for a number, feedback."""
        yield self.text
        if isinstance(self.question, Numeric):
            placeholder = self.study.say("question.type-a-number")
            self.input = AnswerInput(
                self.answering.typed, placeholder=placeholder, compact=True, select_on_focus=False
            )
            self.input.display = not self.text.folded
            yield self.input
        yield self.feedback

    @property
    def typing(self) -> bool:
        """Whether the answer line has the focus."""
        return self.input is not None and self.input.has_focus

    def choose(self, option: str) -> None:
        """Take an option."""
        now = self.answering
        match self.question:
            case Single() | Predict():
                now.chosen = (option,)
                self.post_message(self.Answered(self, option))
            case Multiple():
                now.chosen = (
                    tuple(o for o in now.chosen if o != option)
                    if option in now.chosen
                    else (*now.chosen, option)
                )
                now.verdict = None
            case Numeric():
                return
        self.redraw()

    def submit(self) -> None:
        """Answer with what is chosen, or go to the line to type in."""
        if self.input is not None:
            self.input.focus()
        elif self.answering.chosen:
            self.post_message(self.Answered(self, " ".join(self.answering.chosen)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        if event.value.strip():
            self.answering.typed = event.value
            self.post_message(self.Answered(self, event.value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the text."""
        event.stop()
        self.answering.typed = event.value

    def show(self, verdict: Verdict) -> None:
        """Show the verdict of the answer just given."""
        self.answering.verdict = verdict
        if verdict.valid:
            self.answering.tries += 1
            # The answer is given: keys are for what comes next, not for the line.
            self.text.focus(scroll_visible=False)
        self.redraw()

    def try_again(self) -> None:
        """Take the verdict away; hints stay, and what was typed is there to be replaced."""
        self.answering.verdict = None
        self.answering.chosen = ()
        if self.input is not None:
            self.input.select_all()
        self.redraw()

    def hint(self) -> None:
        """Show one more rung of the ladder."""
        if self.answering.tries and self.answering.hints < rungs(self.question):
            self.answering.hints += 1
            self.post_message(self.HintTaken(self))
            self.redraw()

    def redraw(self) -> None:
        """Lay out anew."""
        self.text.redraw()
        self.feedback.redraw()
        if self.input is not None:
            self.input.placeholder = self.study.say("question.type-a-number")
        self.refresh_bindings()
        self.post_message(self.Changed(self))
