"""Which questions a quiz asks: drawn, seeded, missed ones first, skills apart."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from engine.small_course import Diary
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.questions import Question
from mlmath_tutor.engine.drawing import apart
from mlmath_tutor.engine.events import Answered, AnyPayload, Quiz
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quizzes import QuizPlan, offered_quizzes, quiz_plan

CHAPTERS = Path(__file__).parents[1] / "data" / "chapters"


@pytest.fixture(scope="module")
def course() -> Course:
    loaded = load(CHAPTERS).course
    assert loaded is not None
    return loaded


def plan_of(course: Course, name: str, *, practice: bool = False) -> QuizPlan:
    found = quiz_plan(course, name, practice=practice)
    assert found is not None
    return found


def after(course: Course, *payloads: AnyPayload) -> Progress:
    return Progress(course, Diary().events(*payloads))


def answered(question: str, score: float, quiz: str = "") -> Answered:
    return Answered(question=question, version=1, answer="1", score=score, note="", quiz=quiz)


def without_sections(course: Course, *names: str) -> Course:
    """Return the course with the quizzes of some sections not yet written."""
    chapters = tuple(
        msgspec.structs.replace(
            chapter,
            sections=tuple(
                msgspec.structs.replace(section, quiz=None) if section.id in names else section
                for section in chapter.sections
            ),
        )
        for chapter in course.chapters
    )
    return msgspec.structs.replace(course, chapters=chapters)


def of_chapter(course: Course, question: Question) -> str:
    return next(chapter.id for chapter in course.chapters if question in chapter.questions)


def ids(questions: tuple[Question, ...]) -> tuple[str, ...]:
    return tuple(question.id for question in questions)


def clashes(questions: tuple[Question, ...]) -> int:
    return sum(bool(set(one.skills) & set(other.skills)) for one, other in pairwise(questions))


def test_a_section_asks_all_its_questions_in_the_files_order_until_it_is_shuffled(
    course: Course,
) -> None:
    plan, nothing = plan_of(course, "1.1"), after(course)
    asked = plan.questions(nothing, 3, shuffled=False)
    section = course.section("adding")
    assert section is not None
    assert asked == section.questions
    again = plan.questions(nothing, 3)
    assert again != asked
    assert set(ids(again)) == set(ids(asked))


def test_a_chapter_draws_as_many_as_its_file_says_from_where_it_says(course: Course) -> None:
    for seed in range(20):
        asked = plan_of(course, "2").questions(after(course), seed)
        places = [of_chapter(course, question) for question in asked]
        assert (places.count("products"), places.count("sums")) == (7, 3)
        assert len(set(ids(asked))) == 10


def test_own_questions_are_asked_as_often_as_the_file_says(course: Course) -> None:
    for seed in range(20):
        asked = plan_of(course, "sums").questions(after(course), seed)
        assert len(set(ids(asked))) == len(asked) == 10
        assert "sums.both" in ids(asked)


def test_the_same_seed_draws_the_same_quiz_and_another_one_another(course: Course) -> None:
    plan, nothing = plan_of(course, "course"), after(course)
    assert plan.questions(nothing, 5) == plan.questions(nothing, 5)
    assert len({ids(plan.questions(nothing, seed)) for seed in range(10)}) == 10


@pytest.mark.parametrize("name", ["sums", "products", "course"])
def test_never_two_of_one_skill_in_a_row_where_that_can_be(course: Course, name: str) -> None:
    plan = plan_of(course, name)
    assert all(clashes(plan.questions(after(course), seed)) == 0 for seed in range(60))


def test_where_skills_cannot_be_kept_apart_the_best_order_is_taken(course: Course) -> None:
    section = course.section("taking")
    assert section is not None
    asked = apart((*section.questions, course.questions[0]), 1)
    assert clashes(asked) == len(asked) - 3


def test_missed_questions_come_first(course: Course) -> None:
    missed = ("adding.small-2", "adding.carry-6", "taking.from-9", "taking.from-10")
    history = [answered(name, 0.0) for name in missed]
    history += [answered("adding.small-1", 1.0)]
    for seed in range(30):
        asked = plan_of(course, "sums").questions(after(course, *history), seed)
        assert set(missed) <= set(ids(asked))


def test_a_question_put_right_at_the_same_sitting_is_still_a_missed_one(course: Course) -> None:
    started = Quiz(
        run="r", scope="taking", step="started", questions=("taking.from-5", "taking.from-6")
    )
    tries = [answered("taking.from-5", score, "r") for score in (0.0, 1.0)]
    progress = after(course, started, *tries, answered("taking.from-6", 1.0, "r"))
    assert progress.first_try("taking.from-5") == 0.0
    assert progress.first_try("taking.from-6") == 1.0
    later = [Quiz(run="s", scope="taking", step="started", questions=("taking.from-5",))]
    again = after(course, started, *tries, *later, answered("taking.from-5", 1.0, "s"))
    assert again.first_try("taking.from-5") == 1.0


def test_what_earlier_chapters_lack_comes_from_the_chapter_itself(course: Course) -> None:
    young = without_sections(course, "adding", "taking")
    chapters = (msgspec.structs.replace(young.chapters[0], quiz=None), young.chapters[1])
    young = msgspec.structs.replace(young, chapters=chapters)
    plan = plan_of(young, "products")
    assert (plan.wanted, plan.count, plan.written, plan.is_ready) == (10, 8, 7, False)
    assert len(plan.questions(after(young), 1)) == 8


def test_a_chapter_with_one_section_written_has_a_quiz_that_is_not_yet_offered(
    course: Course,
) -> None:
    young = without_sections(course, "taking")
    plan = plan_of(young, "sums")
    assert (plan.count, plan.written, plan.is_ready) == (7, 8, False)
    assert len(plan.questions(after(young), 1)) == 7
    assert [plan.scope for plan in offered_quizzes(young)] == ["products", "course"]


def test_quizzes_are_offered_once_enough_is_written(course: Course) -> None:
    assert [plan.scope for plan in offered_quizzes(course)] == ["sums", "products", "course"]


def test_practice_goes_through_everything_on_a_skill_or_a_section(course: Course) -> None:
    skill = plan_of(course, "sums.difference")
    assert skill.practice
    asked = skill.questions(after(course), 2)
    assert set(ids(asked)) == {q.id for q in course.questions if "sums.difference" in q.skills}
    assert "sums.both" in ids(asked)
    assert plan_of(course, "adding", practice=True).count == 6
    assert plan_of(course, "sums", practice=True).count == 13


@pytest.mark.parametrize(
    ("name", "kind", "scope"),
    [
        ("1.1", "section", "adding"),
        ("1", "chapter", "sums"),
        ("course", "final", "course"),
        ("times.zero-3", "question", "times.zero-3"),
        ("products.zero", "skill", "products.zero"),
    ],
)
def test_a_quiz_is_found_by_what_it_is_about(
    course: Course, name: str, kind: str, scope: str
) -> None:
    plan = plan_of(course, name)
    assert (plan.kind, plan.scope) == (kind, scope)


def test_what_is_not_there_has_no_plan_and_what_is_not_written_no_questions(
    course: Course,
) -> None:
    assert quiz_plan(course, "nothing") is None
    assert quiz_plan(course, "diagnostic") is None
    assert plan_of(course, "sharing").count == 0
