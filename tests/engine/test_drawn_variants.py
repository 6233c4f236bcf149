"""Quizzes that draw their questions ask each in a variant, and keep to it."""

from __future__ import annotations

import msgspec
import pytest

from engine.small_course import Diary
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.questions import Numeric
from mlmath_tutor.content.quizzes import Template
from mlmath_tutor.engine.events import Answered, AnyPayload, Event, Quiz
from mlmath_tutor.engine.posing import regrade
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quizzes import quiz_plan
from mlmath_tutor.engine.session import Session
from varying_chapters import FACTORS, varying

SORTS = [("sums", False), ("products", False), ("course", False), ("times", True), ("sums", True)]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    loaded = load(varying(tmp_path_factory.mktemp("courses"))).course
    assert loaded is not None
    return loaded


class Learner:
    """Takes quizzes; what happened is kept as the store would give it back."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.events: list[Event] = []
        self.progress = Progress(course)
        self._diary = Diary()

    def record(self, payload: AnyPayload) -> None:
        event = msgspec.json.decode(msgspec.json.encode(self._diary.event(payload)), type=Event)
        self.events.append(event)
        self.progress.apply(event)

    def begin(self, name: str, seed: int, *, practice: bool = False) -> Session:
        plan = quiz_plan(self.course, name, practice=practice)
        assert plan is not None
        return Session.start(
            f"r{len(self.events)}",
            plan.scope,
            plan.questions(self.progress, seed),
            seed,
            self,
            self.progress.given,
            practice=plan.practice,
        )

    def resume(self, name: str, *, practice: bool = False) -> Session | None:
        later = Progress(self.course, self.events)
        return Session.resume(later, self.course, name, self, practice=practice)


def answer(session: Session, *, right: bool = True) -> None:
    question = session.question
    assert isinstance(question, Numeric)
    session.submit(str(question.answer.value + (not right)))


def finish(session: Session) -> None:
    while not session.finished:
        answer(session)
        session.advance()


def variants(session: Session) -> dict[str, str]:
    return {each.question.id: each.variant for each in session.posed if each.variant}


@pytest.mark.parametrize(("name", "practice"), SORTS)
def test_a_quiz_of_any_sort_left_in_the_middle_asks_the_same_variants(
    course: Course, name: str, practice: bool
) -> None:
    for seed in range(8):
        learner = Learner(course)
        left = learner.begin(name, seed, practice=practice)
        assert variants(left)
        for _ in range(3):
            answer(left, right=False)
            left.advance()
        again = learner.resume(name, practice=practice)
        assert again is not None
        assert again.posed == left.posed
        assert again.question == left.question
        assert again.practice == practice
        assert learner.resume(name, practice=not practice) is None


def test_a_quiz_taken_again_asks_variants_that_were_not_yet_asked(course: Course) -> None:
    learner = Learner(course)
    seen: dict[str, list[str]] = {}
    for seed in range(len(FACTORS)):
        session = learner.begin("times", seed, practice=bool(seed % 2))
        for name, variant in variants(session).items():
            assert variant not in seen.setdefault(name, [])
            seen[name].append(variant)
        finish(session)
    assert {len(each) for each in seen.values()} == {len(FACTORS)}


def test_what_practice_asked_is_not_asked_at_once_by_the_quizzes(course: Course) -> None:
    for seed in range(10):
        learner = Learner(course)
        practised = variants(learner.begin("products.table", seed))
        for name in ("times", "products", "course"):
            asked = variants(learner.begin(name, seed))
            assert all(practised[each] != note for each, note in asked.items() if each in practised)


def test_the_missed_are_asked_with_other_values(course: Course) -> None:
    learner = Learner(course)
    first = learner.begin("products", 3)
    while not first.finished:
        answer(first, right=False)
        first.advance()
    missed = [q for name in first.result().missed if (q := course.question(name))]
    again = Session.start("again", "products", missed, 4, learner, learner.progress.given)
    before, now = variants(first), variants(again)
    assert before.keys() == now.keys()
    assert all(before[name] != now[name] for name in now)


def test_stored_answers_are_graded_again_on_their_variants(course: Course) -> None:
    learner = Learner(course)
    for seed, (name, practice) in enumerate(SORTS):
        session = learner.begin(name, seed, practice=practice)
        while not session.finished:
            answer(session, right=False)
            answer(session)
            session.advance()
    answers = [event.what for event in learner.events if isinstance(event.what, Answered)]
    assert sum(bool(each.variant) for each in answers) > 20
    for each in answers:
        question = course.question(each.question)
        assert question is not None
        verdict = regrade(question, each)
        assert verdict is not None
        assert verdict.score == each.score


def test_a_chapters_own_question_may_have_variants(course: Course) -> None:
    own = course.chapters[0].quiz
    assert own is not None
    assert isinstance(own.questions[0], Template)
    learner = Learner(course)
    asked = [variants(learner.begin("sums", seed))["sums.both"] for seed in range(len(FACTORS))]
    assert sorted(asked) == [f"a={n}" for n in FACTORS]


def test_practice_says_so_in_its_events(course: Course) -> None:
    learner = Learner(course)
    finish(learner.begin("times", 1, practice=True))
    started = next(e.what for e in learner.events if isinstance(e.what, Quiz))
    assert (started.practice, len(started.variants)) == (True, len(started.questions))
    assert learner.progress.last_result("times") is None
    assert learner.progress.last_result("times", practice=True) is not None
