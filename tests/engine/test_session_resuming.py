"""A quiz that was left: it comes back as it was, whatever has become of the course."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from engine.small_course import MULTIPLE, NUMERIC, QUESTIONS, SINGLE, Diary, course, option, text
from engine.small_quiz import Notebook, begin, order_asked, shown
from mlmath_tutor.content.questions import Single
from mlmath_tutor.engine.events import Answered, Quiz
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session


def test_a_quiz_that_was_left_is_where_it_was() -> None:
    notebook = Notebook()
    session = begin(notebook, seed=3)
    session.submit("grows")
    session.hint()
    session.advance()
    session.mark()
    session.submit("variance deviation", sure="guess")
    session.submit("0")
    resumed = Session.resume(notebook.progress, course(), "coin", Notebook())
    assert resumed is not None
    assert shown(resumed) == shown(session)
    assert resumed.verdict is not None
    assert resumed.verdict.misconception == "coin.root"


def test_a_finished_quiz_is_not_resumed_and_a_new_one_is_begun_beside_it() -> None:
    notebook = Notebook()
    order_asked(begin(notebook))
    assert Session.resume(notebook.progress, course(), "coin", notebook) is None
    Session.start("r2", "coin", QUESTIONS, 2, notebook)
    resumed = Session.resume(notebook.progress, course(), "coin", notebook)
    assert resumed is not None
    assert resumed.run == "r2"


def test_a_question_gone_from_the_course_does_not_stop_the_quiz() -> None:
    notebook = Notebook()
    session = begin(notebook)
    session.submit("half")
    session.advance()
    session.submit("1")
    session.advance()
    smaller = course(coin_questions=(SINGLE, NUMERIC))
    progress = Progress(smaller, notebook.diary.events(*notebook.payloads))
    resumed = Session.resume(progress, smaller, "coin", Notebook())
    assert resumed is not None
    assert resumed.question is NUMERIC
    assert len(resumed.questions) == 2
    none = course(coin_questions=())
    empty = Progress(none, notebook.diary.events(*notebook.payloads))
    assert Session.resume(empty, none, "coin", Notebook()) is None


def test_a_renamed_question_keeps_its_answers() -> None:
    notebook = Notebook()
    notebook.record(
        Quiz(run="r0", scope="coin", step="started", questions=("coin.true-claims",), seed=1)
    )
    notebook.record(
        Answered(
            question="coin.true-claims",
            version=1,
            answer="variance",
            score=0.75,
            note="",
            quiz="r0",
        )
    )
    resumed = Session.resume(notebook.progress, course(), "coin", notebook)
    assert resumed is not None
    assert resumed.question is MULTIPLE
    assert [attempt.answer for attempt in resumed.attempts] == ["variance"]
    assert notebook.progress.best("coin.claims") == 0.75


def test_an_answer_whose_option_is_gone_is_shown_without_a_verdict() -> None:
    notebook = Notebook()
    session = begin(notebook)
    session.submit("root")
    changed = Single(
        id="coin.fair", stem=text("?"), options=(option("half", correct=True), option("grows"))
    )
    other = course(coin_questions=(changed, MULTIPLE, NUMERIC))
    progress = Progress(other, notebook.diary.events(*notebook.payloads))
    resumed = Session.resume(progress, other, "coin", Notebook())
    assert resumed is not None
    assert len(resumed.attempts) == 1
    assert resumed.verdict is None


class LeavingAtAnyTime(RuleBasedStateMachine):
    """Whatever was done, coming back shows the same and goes on the same way."""

    def __init__(self) -> None:
        super().__init__()
        self.notebook = Notebook()
        self.session = begin(self.notebook, seed=11)

    @rule(typed=st.sampled_from(["1", "2", "1 2", "3", "half", "0.05", "0.0025", "-1", "x", ""]))
    def submit(self, typed: str) -> None:
        if not self.session.finished:
            self.session.submit(typed)

    @rule()
    def advance(self) -> None:
        if not self.session.finished:
            self.session.advance()

    @rule()
    def go_back(self) -> None:
        if not self.session.finished:
            self.session.go_back()

    @rule()
    def mark(self) -> None:
        if not self.session.finished:
            self.session.mark()

    @rule()
    def hint(self) -> None:
        if not self.session.finished:
            self.session.hint()

    @invariant()
    def comes_back_exactly(self) -> None:
        progress = Progress(course(), Diary().events(*self.notebook.payloads))
        resumed = Session.resume(progress, course(), "coin", Notebook())
        if self.session.finished:
            assert resumed is None
            return
        assert resumed is not None
        assert shown(resumed) == shown(self.session)

    @invariant()
    def counts_are_right(self) -> None:
        run = self.notebook.progress.quiz_runs("coin")[0]
        assert run.answered == self.session.answered
        assert run.score == pytest.approx(self.session.result().score)


TestLeavingAtAnyTime = LeavingAtAnyTime.TestCase
