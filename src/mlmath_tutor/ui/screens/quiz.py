"""A quiz: one question at a time, why at once, the result at the end."""

from __future__ import annotations

from textual import on, work
from textual.binding import Binding
from textual.widget import Widget

from mlmath_tutor.engine.events import Sure
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.quiz_report import GoOn, Recommendation, Reread, Retry, quiz_report
from mlmath_tutor.engine.quizzes import QuizPlan, asked_again
from mlmath_tutor.engine.resume import StartSection, resume_point
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.store import random_id

from ..messages import GoHome, OpenQuiz, OpenSection
from ..study import Study
from ..widgets.answer_options import OptionsText
from ..widgets.answering import Answering, Waiting, begun
from ..widgets.column import Column
from ..widgets.drafts import take_up
from ..widgets.feedback import SURE_KEYS, Feedback
from ..widgets.frame import Heading
from ..widgets.page import Page
from ..widgets.question import QuestionBox
from ..widgets.quizzes import quiz_name
from ..widgets.result import ResultView


class QuizScreen(Page):
    """A quiz being taken. Leaving it keeps the place; every answer is stored before its verdict.

    Args:
        study: the learner and the course.
        plan: what it is about.
        only: ids of the questions to ask, or () for all. A quiz left in the middle is gone
            on with when all are asked.
    """

    BINDINGS = [
        Binding("space", "next", "key.next", id="quiz.next"),
        Binding("space", "try_again", "key.try-again", id="quiz.try-again"),
        Binding("space", "put_off", "key.pass", id="quiz.later"),
        *(
            Binding(key, f"sure('{level}')", f"key.sure-{level}", id=f"quiz.{level}")
            for level, key in SURE_KEYS.items()
        ),
        Binding("space", "sure('')", "key.not-said", id="quiz.not-said"),
        Binding("m", "missed", "key.missed", id="quiz.missed"),
        Binding("n", "next_anyway", "key.next", id="quiz.next-anyway"),
        Binding("n", "next", "key.next", id="quiz.next-too", show=False),
        Binding("b", "previous", "key.previous-question", id="quiz.previous", show=False),
        Binding("x", "mark", "key.mark", id="quiz.mark"),
        Binding("space", "reread", "key.reread", id="quiz.reread"),
        Binding("space", "retry", "key.missed", id="quiz.retry"),
        Binding("space", "go_on", "key.go", id="quiz.go"),
        Binding("n", "again", "key.again", id="quiz.again"),
        Binding("escape", "leave", "key.back", id="quiz.leave"),
        Binding("q", "leave", "key.back", id="quiz.quit", show=False),
    ]

    def __init__(self, study: Study, plan: QuizPlan, only: tuple[str, ...] = ()) -> None:
        super().__init__(study)
        self.plan = plan
        self._session = self._begin(only)
        self._scroller = Column()
        self._box: QuestionBox | None = None
        self._unseen: QuestionBox | None = None
        """The question with a verdict that was not yet scrolled to."""
        self._result: ResultView | None = None

    def _begin(self, only: tuple[str, ...]) -> Session:
        study, plan = self.study, self.plan
        scope, practice = plan.scope, plan.practice
        if not only:
            resumed = Session.resume(study.progress, study.course, scope, study, practice=practice)
            if resumed is not None:
                return resumed
        run = random_id()
        seed = int(run[:8], 16)
        asked = asked_again(study.course, only, seed)
        if not asked:
            again = study.progress.last_result(scope) is not None
            asked = plan.questions(study.progress, seed, shuffled=again)
        given = study.progress.given
        return Session.start(run, scope, asked, seed, study, given, practice=practice)

    def content(self) -> Widget:
        """The question, or the result."""
        return self._scroller

    def heading(self) -> Heading:
        """Whose quiz, which question, how far along."""
        say, session = self.study.say, self._session
        name = quiz_name(self.study, self.plan)
        if session.finished:
            return Heading(say("quiz.result-of", title=name), "", 1.0)
        total = len(session.questions)
        mark = f"{self.study.signs.warn} " if session.is_marked else ""
        at = say("quiz.at", at=session.number, total=total)
        return Heading(name, mark + at, session.answered / total)

    def on_mount(self) -> None:
        """Show the question."""
        super().on_mount()
        self.call_later(self._show)

    async def on_unmount(self) -> None:
        """Keep an answer given whose verdict still waits, however the screen is left."""
        if self._box is not None and (waiting := self._box.answering.waiting) is not None:
            self._session.submit(waiting.verdict.answer, evidence=waiting.evidence)

    # ------------------------------------------------------------ what is shown

    async def _show(self) -> None:
        """Show the question the session is at, or the result."""
        self._box = None
        self.workers.cancel_group(self, "trial")
        await self._scroller.remove_children()
        if self._session.finished:
            study = self.study
            report = quiz_report(self._session, study.course, study.progress)
            after = resume_point(study.course, study.progress)
            self._result = ResultView(study, report, after)
            await self._scroller.mount(self._result)
        else:
            question = self._session.question
            box = QuestionBox(self.study, question, self._answering(), block_id=question.id)
            if isinstance(box.text, OptionsText):
                box.text.has_pointer = True
            self._box = box
            await self._scroller.mount(box)
            self._focus_answer()
        self._scroller.scroll_home(animate=False)
        self.retitle()
        self.refresh_bindings()

    def _answering(self) -> Answering:
        """Return where the learner is with this question, as the session knows it."""
        session = self._session
        answering = begun(session.question, seed=session.seed)
        if session.attempts:
            answering.put_back(session.attempts[-1].answer)
            answering.sure = session.attempts[-1].sure
        answering.verdict = session.verdict
        answering.tries = len(session.attempts)
        take_up(session.question, answering, self.study.progress.draft(session.question.id))
        answering.hints = len(session.hints) + session.solution_shown
        return answering

    def _focus_answer(self, *, in_view: bool = False) -> None:
        """Be ready for the answer: the line to type in, or the options.

        A question is read first, from its beginning; with `in_view` the line comes first.
        """
        box = self._box
        if box is None:
            return
        if box.input is not None and box.place.display and box.answering.verdict is None:
            box.input.focus(scroll_visible=False)
            if in_view:
                box.input.scroll_visible(animate=False)
        else:
            box.text.focus(scroll_visible=False)

    # ------------------------------------------------------------ answers and hints

    @on(QuestionBox.Answered)
    def _answered(self, message: QuestionBox.Answered) -> None:
        box, answer = message.box, message.answer
        trial = self._session.trial(answer)
        if trial is None:
            self._judge(box, answer, None)
        else:
            self._try_out(box, answer, trial)

    @work(exclusive=True, group="trial")
    async def _try_out(self, box: QuestionBox, answer: str, trial: Trial) -> None:
        """Run what the verdict needs; going to another question lets go of it."""
        self._judge(box, answer, await box.try_out(trial))

    def _judge(self, box: QuestionBox, answer: str, evidence: Evidence | None) -> None:
        """Ask how sure the answer is, if that is asked now; else give it."""
        session = self._session
        asks = session.asks_how_sure and self.study.settings.settings.ask_how_sure
        if asks and (verdict := session.judge(answer, evidence)).valid:
            box.ask_how_sure(Waiting(verdict, evidence))
            self.call_after_refresh(self._scroller.scroll_end, animate=False)
            self.refresh_bindings()
        else:
            self._give(box, answer, evidence, None)

    def _give(
        self, box: QuestionBox, answer: str, evidence: Evidence | None, sure: Sure | None
    ) -> None:
        """Have an answer graded and recorded, then show the verdict."""
        box.show(self._session.submit(answer, sure, evidence=evidence), sure)
        self._unseen = box
        self.call_after_refresh(self._show_verdict)
        self.retitle()
        self.refresh_bindings()

    @on(Column.Scrolled)
    def _scrolled(self) -> None:
        self.more_below.show(self._scroller.has_more)

    @on(QuestionBox.HintTaken)
    def _hint_taken(self, message: QuestionBox.HintTaken) -> None:
        for _ in range(message.rungs):
            self._session.hint()
        self._unseen = None
        self.call_after_refresh(self._scroller.scroll_end, animate=False)

    @on(Feedback.Resized)
    def _show_verdict(self) -> None:
        """Scroll so that a new verdict is on the page; hints below it may be off.

        Called again when the rows it takes are laid out.
        """
        box = self._unseen
        if box is None or not box.is_attached:
            return
        top = box.feedback.virtual_region.y
        room = self._scroller.size.height - box.feedback.verdict_rows
        self._scroller.scroll_to(y=max(0, top - max(0, room)), animate=False)

    # ------------------------------------------------------------ what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works now: Space goes on, tries again or puts off."""
        session = self._session
        now = self._box.answering if self._box else Answering()
        judged, right, waiting = now.settled, now.right, now.waiting is not None
        match action:
            case "sure":
                return waiting
            case "next":
                return right and not session.finished
            case "try_again" | "next_anyway":
                return judged and not right and not session.finished
            case "put_off":
                return not judged and not waiting and not session.finished
            case "previous":
                return session.can_go_back and not session.finished
            case "mark":
                return not session.finished
            case "missed":
                return session.finished and bool(session.result().missed)
            case "again":
                return session.finished
            case "reread":
                return isinstance(self._recommendation, Reread)
            case "retry":
                return isinstance(self._recommendation, Retry)
            case "go_on":
                return isinstance(self._recommendation, GoOn)
        return super().check_action(action, parameters)

    def action_sure(self, level: str) -> None:
        """Say how sure the answer is, or not, and see the verdict."""
        if self._box is not None and (waiting := self._box.answering.waiting) is not None:
            sure = next((each for each in SURE_KEYS if each == level), None)
            self._give(self._box, waiting.verdict.answer, waiting.evidence, sure)

    async def action_next(self) -> None:
        """Go to the next question, or to the result."""
        self._session.advance()
        await self._show()

    async def action_next_anyway(self) -> None:
        """Go on without trying again."""
        await self.action_next()

    async def action_put_off(self) -> None:
        """Pass this question; it comes back at the end."""
        comes_back = not self._session.is_last
        await self.action_next()
        if comes_back and not self._session.finished:
            self.notify(self.study.say("quiz.returns"), timeout=2)

    async def action_previous(self) -> None:
        """Show the question before this one."""
        self.action_sure("")
        self._session.go_back()
        await self._show()

    def action_try_again(self) -> None:
        """Answer once more."""
        self._unseen = None
        if self._box is not None:
            self._box.try_again()
            self._focus_answer(in_view=True)
            self.refresh_bindings()

    def action_mark(self) -> None:
        """Come back to this question at the end."""
        self._session.mark()
        self.retitle()

    def action_missed(self) -> None:
        """Ask the missed questions again."""
        self._ask(self._session.result().missed)

    def action_again(self) -> None:
        """Ask everything again, in another order; of a chapter, other questions."""
        self._ask(())

    def _ask(self, only: tuple[str, ...]) -> None:
        self.post_message(OpenQuiz(self.plan.scope, only, practice=self.plan.practice))

    def action_leave(self) -> None:
        """Go home; the quiz waits."""
        self.post_message(GoHome())

    @on(ResultView.Chosen)
    def _row_chosen(self, message: ResultView.Chosen) -> None:
        kind, _, name = message.name.partition(":")
        match kind:
            case "ask":
                self._ask((name,))
            case "skill":
                self.post_message(OpenQuiz(name, practice=True))
            case "block":
                self._read(name)
            case "section":
                self.post_message(OpenSection(name, over=True))
            case _:
                self._do_recommended()

    def _read(self, block: str) -> None:
        if found := self.study.course.block(block):
            self.post_message(OpenSection(found[0].id, found[1].id, over=True))

    @property
    def _recommendation(self) -> Recommendation | None:
        return self._result.report.recommendation if self._result is not None else None

    def _do_recommended(self) -> None:
        match self._recommendation:
            case Reread():
                self.action_reread()
            case Retry():
                self.action_retry()
            case GoOn():
                self.action_go_on()

    def action_reread(self) -> None:
        """Read the pitfall that explains what went wrong."""
        if isinstance(found := self._recommendation, Reread):
            self._read(found.block)

    def action_retry(self) -> None:
        """Ask the missed questions again."""
        self.action_missed()

    def action_go_on(self) -> None:
        """Go on in the course."""
        after = resume_point(self.study.course, self.study.progress)
        if isinstance(after, StartSection):
            self.post_message(OpenSection(after.section))
        else:
            self.post_message(GoHome())
