from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from engine.kinds_course import named, said
from engine.small_course import MULTIPLE, NUMERIC, QUESTIONS, SINGLE, Diary, course, option, text
from mlmath_tutor.content.questions import Single
from mlmath_tutor.engine.events import Answered, AnyPayload, Quiz
from mlmath_tutor.engine.evidence import Evidence
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quiz_result import GoOn, Reread, Retry
from mlmath_tutor.engine.session import Session

RIGHT = {"coin.fair": "half", "coin.claims": "variance mean", "coin.deviation": "0.05"}


@pytest.mark.parametrize("evidence", [None, Evidence(ended="cancelled")])
def test_an_answer_that_was_not_tried_is_not_recorded(evidence: Evidence | None) -> None:
    notebook = Notebook()
    session = Session.start("r1", "coin", [named("kinds.construct")], 1, notebook)
    assert session.trial("[1 1; 1 1]") is not None
    verdict = session.submit("[1 1; 1 1]", evidence=evidence)
    assert not verdict.valid
    assert session.attempts == ()
    assert not [p for p in notebook.payloads if isinstance(p, Answered)]


def test_a_verdict_given_by_evidence_is_given_again_without_a_run() -> None:
    notebook = Notebook()
    question = named("kinds.construct")
    session = Session.start("r1", "coin", [question], 1, notebook)
    found = '[{"holds": true}, {"holds": false, "witness": "(1, 0)"}, {"holds": true}]'
    verdict = session.submit("[1 1; 1 1]", evidence=Evidence(findings=found))
    assert (verdict.note, verdict.score) == ("semidefinite", pytest.approx(2 / 3))
    stored = msgspec.json.encode(notebook.payloads)
    again = Session("r1", "coin", [question], 1, notebook)
    for payload in msgspec.json.decode(stored, type=list[AnyPayload]):
        assert isinstance(payload, Quiz | Answered)
        again._take(payload)
    assert again.verdict == verdict
    assert "$(1, 0)$" in said(again.verdict)[0]


class Notebook:
    """A recorder that keeps payloads, and the progress they add up to."""

    def __init__(self) -> None:
        self.payloads: list[AnyPayload] = []
        self.diary = Diary()
        self.progress = Progress(course())

    def record(self, payload: AnyPayload) -> None:
        self.payloads.append(payload)
        self.progress.apply(self.diary.event(payload))


def begin(notebook: Notebook, seed: int = 1) -> Session:
    return Session.start("r1", "coin", QUESTIONS, seed, notebook)


def shown(session: Session) -> tuple[object, ...]:
    """Everything a screen shows of a session."""
    return (
        session.question.id,
        session.number,
        session.answered,
        session.options,
        session.attempts,
        session.verdict,
        session.hints,
        session.solution_shown,
        session.can_hint,
        session.is_marked,
        session.is_last,
        session.can_go_back,
        session.solved,
        session.finished,
        session.result(),
    )


def order_asked(session: Session) -> list[str]:
    """Answer everything rightly and return the questions in the order they came."""
    asked = []
    while not session.finished:
        asked.append(session.question.id)
        session.submit(RIGHT[session.question.id])
        session.advance()
    return asked


def test_a_session_begins_at_the_first_question_and_says_so_to_the_recorder() -> None:
    notebook = Notebook()
    session = begin(notebook, seed=7)
    assert session.question is SINGLE
    assert notebook.payloads == [
        Quiz(
            run="r1",
            scope="coin",
            step="started",
            questions=("coin.fair", "coin.claims", "coin.deviation"),
            seed=7,
        )
    ]


def test_an_answer_is_recorded_before_its_verdict_is_returned() -> None:
    class Failing(Notebook):
        def record(self, payload: AnyPayload) -> None:
            super().record(payload)
            if isinstance(payload, Answered):
                raise InterruptedError

    notebook = Failing()
    session = begin(notebook)
    with pytest.raises(InterruptedError):
        session.submit("half")
    assert isinstance(notebook.payloads[-1], Answered)
    assert session.attempts == ()


def test_the_record_of_an_answer_does_not_depend_on_the_order_of_options() -> None:
    for seed in range(5):
        notebook = Notebook()
        session = begin(notebook, seed)
        number = [each.id for each in session.options].index("root") + 1
        session.submit(str(number), sure="sure")
        assert notebook.payloads[-1] == Answered(
            question="coin.fair",
            version=1,
            answer="root",
            score=0.0,
            note="root",
            quiz="r1",
            sure="sure",
        )


def test_an_unreadable_answer_costs_nothing_and_leaves_no_trace() -> None:
    notebook = Notebook()
    session = begin(notebook)
    before = shown(session)
    assert not session.submit("nonsense").valid
    assert shown(session) == before
    assert len(notebook.payloads) == 1


def test_trying_again_raises_the_score_and_never_lowers_it() -> None:
    session = begin(Notebook())
    session.advance()
    for typed, best in [("mean", 0.75), ("mean variance", 1.0), ("exact", 1.0)]:
        session.submit(typed)
        assert session.result().scores["coin.claims"] == best
    assert session.solved
    assert len(session.attempts) == 3


def test_hints_come_after_an_attempt_one_at_a_time_and_end_with_the_solution() -> None:
    notebook = Notebook()
    session = begin(notebook)
    session.hint()
    assert (session.hints, session.can_hint) == ((), False)
    session.submit("grows")
    session.hint()
    assert [hint.en for hint in session.hints] == ["first hint"]
    session.hint()
    assert len(session.hints) == 2
    assert not session.solution_shown
    session.hint()
    assert session.solution_shown
    assert not session.can_hint
    session.submit("half")
    assert isinstance(notebook.payloads[-1], Answered)
    assert notebook.payloads[-1].hints == 3


def test_a_question_passed_without_an_answer_comes_back_once_at_the_end() -> None:
    session = begin(Notebook())
    session.advance()
    assert order_asked(session) == ["coin.claims", "coin.deviation", "coin.fair"]


def test_passing_everything_twice_reaches_the_end() -> None:
    session = begin(Notebook())
    seen = []
    while not session.finished:
        seen.append(session.question.id)
        session.advance()
    assert seen == 2 * ["coin.fair", "coin.claims", "coin.deviation"]
    assert session.result().missed == ("coin.fair", "coin.claims", "coin.deviation")


def test_a_marked_question_comes_back_though_it_was_answered() -> None:
    session = begin(Notebook())
    session.submit("half")
    session.mark()
    session.advance()
    assert order_asked(session) == ["coin.claims", "coin.deviation", "coin.fair"]


def test_marking_twice_is_not_marking() -> None:
    session = begin(Notebook())
    session.submit("half")
    session.mark()
    session.mark()
    session.advance()
    assert order_asked(session) == ["coin.claims", "coin.deviation"]


def test_going_back_shows_the_one_before_and_going_on_returns() -> None:
    session = begin(Notebook())
    assert not session.can_go_back
    session.go_back()
    session.submit("half")
    session.advance()
    session.go_back()
    assert session.question is SINGLE
    assert session.solved
    session.advance()
    assert session.question is MULTIPLE


def test_a_question_passed_returned_to_and_passed_again_still_comes_back() -> None:
    session = begin(Notebook())
    session.advance()
    session.go_back()
    session.advance()
    assert order_asked(session) == ["coin.claims", "coin.deviation", "coin.fair"]


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


def test_the_result_is_by_skill_with_misconceptions_and_confidence() -> None:
    session = begin(Notebook())
    session.submit("root", sure="sure")
    session.submit("half")
    session.advance()
    session.submit("a b", sure="sure")
    session.advance()
    session.submit("0.0025", sure="guess")
    session.advance()
    result = session.result()
    assert session.finished
    assert (result.right, result.total) == (2, 3)
    assert result.at_once == ("coin.claims",)
    assert result.missed == ("coin.deviation",)
    assert result.score == pytest.approx((1 + 1 + 0.3) / 3)
    assert [(s.skill, s.scores) for s in result.skills] == [
        ("chance.mean", (1.0, 1.0)),
        ("chance.spread", (1.0, 0.3)),
    ]
    assert [(m.block, m.times) for m in result.misconceptions] == [("coin.root", 2)]
    assert [(c.sure, c.times, c.right) for c in result.confidence] == [
        ("guess", 1, 0),
        ("sure", 2, 1),
    ]
    assert result.recommendation == Reread("coin.root")


def test_what_is_recommended_is_the_pitfall_then_the_missed_then_the_course() -> None:
    session = begin(Notebook())
    assert session.result().recommendation == Retry(("coin.fair", "coin.claims", "coin.deviation"))
    order_asked(session)
    assert session.result().recommendation == GoOn()


def test_a_quiz_without_questions_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Session.start("r", "coin", (), 1, Notebook())


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


@given(st.lists(st.booleans(), min_size=20, max_size=20))
def test_going_on_always_ends(answers: list[bool]) -> None:
    session = begin(Notebook())
    for answer in answers:
        if session.finished:
            return
        if answer:
            session.submit(RIGHT[session.question.id])
        session.advance()
    assert session.finished
