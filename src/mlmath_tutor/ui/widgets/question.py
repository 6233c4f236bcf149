"""A question to answer: stem, options, a line to type in, and why an answer is right or wrong.

The same box serves the checks of a lesson and the quiz. It grades nothing: it asks with
`Answered`, and is told the verdict with `show`.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, assert_never

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from mlmath_tutor.content.questions import (
    Chosen,
    Code,
    DerivationQuestion,
    Multiple,
    Order,
    Predict,
    Question,
    Recall,
    Single,
    SpotError,
    Typed,
)
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.events import Drafted, Sure
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading.verdict import Verdict

from ..messages import AskTrust
from ..study import Study
from .answer_derivation import DerivationText, enter_line
from .answer_grid import MatrixGrid
from .answer_line import AnswerInput, go_to
from .answer_options import OptionsText
from .answer_order import OrderText
from .answer_place import AnswerPlace
from .answer_text import QuestionText
from .answering import Answering, Waiting, asks_parts, has_all_choices, next_rung, rungs
from .drafts import draft_of, take_up
from .drawn import Drawn
from .feedback import FRAMES, Feedback

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from .answer_code import AnswerEditor

REST = 5.0  # seconds between two hints: the last one is read first


def _text_of(question: Question) -> type[QuestionText]:
    match question:
        case Order():
            return OrderText
        case DerivationQuestion():
            return DerivationText
        case _:
            return OptionsText if isinstance(question, Chosen) else QuestionText


class QuestionBox(Vertical):
    """A question with its answer line and its feedback."""

    DEFAULT_CSS = (
        "QuestionBox { height: auto; margin-bottom: 1; } QuestionBox > * { margin-bottom: 0; }"
    )

    BINDINGS = [Binding("ctrl+c", "stop", "key.stop", id="question.stop")]

    @dataclass
    class Answered(Message):
        """The learner answered; whoever owns the question has it graded and calls `show`."""

        box: QuestionBox
        answer: str

    @dataclass
    class HintTaken(Message):
        """More rungs of the ladder are shown."""

        box: QuestionBox
        rungs: int

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
        self.text = _text_of(question)(
            study, question, answering, self, block_id=block_id, kind=kind, title=title, deep=deep
        )
        self.feedback = Feedback(study, question, answering)
        self.place = AnswerPlace(study, question, self.text)
        self._trial: asyncio.Future[Evidence] | None = None
        self._stopped = False

    def compose(self) -> ComposeResult:
        """Text, the line to type in, feedback."""
        yield self.text
        yield self.place
        yield self.feedback

    @property
    def input(self) -> AnswerInput | MatrixGrid | AnswerEditor | None:
        """What the answer is typed in, if it is typed."""
        return self.place.input

    @property
    def typing(self) -> bool:
        """Whether the answer line has the focus."""
        return self.input is not None and self.input.has_focus

    def open_line(self) -> None:
        """Show the line to type in, if there is one."""
        self.place.follow()

    def follow(self) -> None:
        """Have what the answer is typed in follow language and size."""
        self.place.follow()

    def begin_typing(self, sign: str) -> bool:
        """Go to the line with its first sign typed; return whether that could be done."""
        return self.place.begin(sign)

    def choose(self, option: str) -> None:
        """Take an option."""
        now = self.answering
        if not isinstance(self.question, Chosen):
            return
        match self.question:
            case Single() | Predict() | Recall():
                now.chosen = (option,)
                self.post_message(self.Answered(self, option))
            case SpotError() as spot:
                self._choose_part(spot, option)
            case Multiple():
                now.chosen = (
                    tuple(o for o in now.chosen if o != option)
                    if option in now.chosen
                    else (*now.chosen, option)
                )
                now.verdict = now.waiting = None
            case _:
                assert_never(self.question)
        self.redraw()

    def _choose_part(self, question: SpotError, option: str) -> None:
        """Take a line, or a reason; once both are there, answer, or go to the repair."""
        now = self.answering
        reasons = {reason.id for reason in question.why}
        kept = [each for each in now.chosen if (each in reasons) != (option in reasons)]
        now.chosen = tuple(sorted((*kept, option), key=reasons.__contains__))
        now.verdict = now.waiting = None
        if not has_all_choices(question, now):
            return
        if question.repair is None:
            self.post_message(self.Answered(self, " ".join(now.chosen)))
        else:
            self.place.follow()
            self.call_after_refresh(self.submit)

    def submit(self) -> None:
        """Answer with what is chosen, or go to the line to type in."""
        if self.input is not None:
            go_to(self.input)
        if isinstance(self.question, Typed | Code) or self.input is not None:
            return
        match self.question:
            case Order():
                self.post_message(self.Answered(self, self.answering.ordered))
            case Recall():
                self.post_message(self.Answered(self, ""))
            case Single() | Multiple() | Predict() | SpotError():
                self.post_message(self.Answered(self, " ".join(self.answering.chosen)))
            case _:
                assert_never(self.question)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self._answer(event.value)

    def on_matrix_grid_submitted(self, event: MatrixGrid.Submitted) -> None:
        """Answer with the matrix."""
        event.stop()
        self._answer(event.value)

    def _answer(self, typed: str) -> None:
        """Answer with what is typed, once it is something and nothing is being tried."""
        if not typed.strip() or self._trial is not None:
            return
        self.answering.typed = typed
        if isinstance(self.question, DerivationQuestion):
            self._enter_line(self.question, typed)
        elif isinstance(self.question, SpotError):
            named = " ".join(self.answering.chosen)
            self.post_message(self.Answered(self, f"{named}; {typed}"))
        else:
            self.post_message(self.Answered(self, typed))

    def on_answer_editor_submitted(self, event: AnswerEditor.Submitted) -> None:
        """Answer with the program."""
        event.stop()
        self._answer(self.place.text)

    def _enter_line(self, question: DerivationQuestion, typed: str) -> None:
        """Take a line of a derivation: an answer is what is finished, or does not hold."""
        found = enter_line(question, self.answering, typed)
        if isinstance(found, Verdict):
            self.show(found)
            return
        self.place.take_over()
        if found is not None:
            self.post_message(self.Answered(self, found))
        self._keep_draft()
        self.redraw()

    def _keep_draft(self) -> None:
        """Write down an answer that is begun, if it is another one than before."""
        text = draft_of(self.question, self.answering)
        if text != self.study.progress.draft(self.question.id):
            self.study.record(Drafted(question=self.question.id, text=text))

    def on_unmount(self) -> None:
        """Keep what was begun on leaving."""
        self._keep_draft()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the text."""
        event.stop()
        self._take_text(event.value)

    def on_matrix_grid_changed(self, event: MatrixGrid.Changed) -> None:
        """Keep the matrix."""
        event.stop()
        self._take_text(event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the program."""
        event.stop()
        self._take_text(event.text_area.text)

    def _take_text(self, text: str) -> None:
        now = self.answering
        unread = now.verdict is not None and not now.verdict.valid
        if text != now.typed and (unread or now.waiting is not None):
            now.verdict = now.waiting = None  # another answer is being typed
            self.redraw()
        if text != now.typed and self.input is not None and self.input.has_focus:
            self.input.scroll_visible(animate=False)
        now.typed = text

    async def try_out(self, trial: Trial) -> Evidence:
        """Run a trial and return what it found; everything else stays alive meanwhile."""
        from mlmath_tutor.engine.trying import try_out

        if not await self._may_run():
            return Evidence(ended="refused")
        self._stopped = False
        self._trial = asyncio.ensure_future(try_out(self.study.runner, trial))
        self.answering.verdict = self.answering.waiting = None
        ticking = self._count_seconds()
        try:
            return await self._trial
        except asyncio.CancelledError:
            if not self._stopped:
                raise
            return Evidence(ended="cancelled")
        finally:
            ticking.stop()
            self._trial.cancel()
            self._trial = None
            self.answering.trying = None

    async def _may_run(self) -> bool:
        """Return whether the course's code may run, which the learner may have to say first."""
        if self.study.trust.given:
            return True
        said: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.post_message(AskTrust(partial(said.set_result, True), partial(said.set_result, False)))
        return await said

    def _count_seconds(self) -> Timer:
        started = time.monotonic()

        def tick() -> None:
            self.answering.trying = time.monotonic() - started
            self.feedback.redraw()

        self.answering.trying = 0.0
        # Keys are for the run now, not for the line.
        self.text.focus(scroll_visible=False)
        self.redraw()
        return self.set_interval(1 / FRAMES, tick)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to stop only what is under way."""
        if action == "stop":
            return self._trial is not None
        return super().check_action(action, parameters)

    def action_stop(self) -> None:
        """Stop the run that tries the answer."""
        if self._trial is not None:
            self._stopped = True
            self._trial.cancel()

    def ask_how_sure(self, waiting: Waiting) -> None:
        """Ask how sure the learner is, before the verdict is shown; one key says so."""
        self.answering.verdict = None
        self.answering.waiting = waiting
        self.text.focus(scroll_visible=False)
        self.redraw()

    def show(self, verdict: Verdict, sure: Sure | None = None) -> None:
        """Show the verdict of the answer just given, and how sure the learner was of it."""
        self.answering.verdict = verdict
        self.answering.waiting = None
        self.answering.sure = sure
        if verdict.valid:
            self.answering.tries += 1
            if verdict.right or not isinstance(self.question, DerivationQuestion):
                # The answer is given: keys are for what comes next, not for the line.
                self.text.focus(scroll_visible=False)
        if isinstance(self.question, DerivationQuestion) and verdict.right:
            self.answering.typed = verdict.answer
            take_up(self.question, self.answering, "")
        self.place.show(verdict)
        self.redraw()

    def try_again(self) -> None:
        """Take the verdict away; hints stay, and what was typed is there to be replaced."""
        self.answering.verdict = None
        self.answering.sure = None
        if not asks_parts(self.question):
            self.answering.chosen = ()
        self.place.again()
        self.redraw()

    def hint(self) -> None:
        """Show one more rung of the ladder; all that is left once the answer is right."""
        now = self.answering
        if next_rung(self.question, now) is None:
            return
        more = rungs(self.question) - now.hints if now.right else 1
        now.hints += more
        now.resting = True
        self.set_timer(REST, self._rested)
        self.post_message(self.HintTaken(self, more))
        self.redraw()

    def _rested(self) -> None:
        """The next rung may be asked for."""
        self.answering.resting = False
        self.refresh_bindings()

    def redraw(self) -> None:
        """Lay out anew."""
        for drawn in self.query(Drawn):
            drawn.redraw()
        self.refresh_bindings()
        self.post_message(self.Changed(self))
