from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.kinds_course import named, said
from engine.small_course import MULTIPLE, SINGLE
from engine.small_quiz import RIGHT, Notebook, begin, order_asked, shown
from mlmath_tutor.engine.events import Answered, AnyPayload, Quiz
from mlmath_tutor.engine.evidence import Evidence
from mlmath_tutor.engine.posing import Posed
from mlmath_tutor.engine.session import Session


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
    again = Session("r1", "coin", [Posed(question)], 1, notebook)
    for payload in msgspec.json.decode(stored, type=list[AnyPayload]):
        assert isinstance(payload, Quiz | Answered)
        again._take(payload)
    assert again.verdict == verdict
    assert "$(1, 0)$" in said(again.verdict)[0]


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


def test_judging_an_answer_gives_and_records_nothing() -> None:
    notebook = Notebook()
    session = begin(notebook)
    before = shown(session)
    assert session.judge("grows").note == "grows"
    assert shown(session) == before
    assert len(notebook.payloads) == 1


def test_how_sure_is_asked_before_the_first_verdict_only() -> None:
    session = begin(Notebook())
    assert session.asks_how_sure
    session.submit("nonsense")
    assert session.asks_how_sure
    session.submit("grows")
    assert not session.asks_how_sure
    session.advance()
    assert session.asks_how_sure


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
    assert result.sure_but_wrong == ("coin.fair",)


def test_a_quiz_without_questions_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Session.start("r", "coin", (), 1, Notebook())


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
