from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.small_course import COIN_BLOCKS, CORE, QUESTIONS, Diary, course, text
from mlmath_tutor.content.blocks import Block
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.drawn_quiz import Draw, DrawnQuiz
from mlmath_tutor.engine.events import Answered, AnyPayload, Quiz, Reset, Visit
from mlmath_tutor.engine.grading.verdict import Reason
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.resume import (
    AllDone,
    ResumePoint,
    ResumeQuiz,
    ResumeSection,
    StartSection,
    TakeQuiz,
    resume_point,
)
from mlmath_tutor.i18n import LANGUAGES, say

COURSE = course()
IDS = tuple(question.id for question in QUESTIONS)
STARTED = Quiz(run="r1", scope="coin", step="started", questions=IDS, seed=1)
FINISHED = Quiz(run="r1", scope="coin", step="finished")
ANSWER = Answered(question="coin.fair", version=1, answer="half", score=1, note="half", quiz="r1")
CARDS = Visit(section="cards", block="cards.deck")
ALL_OF_COIN = tuple(Visit(section="coin", block=block) for block in CORE)


def visit(block: str, step: int = 0) -> Visit:
    return Visit(section="coin", block=block, step=step)


def after(*payloads: AnyPayload) -> ResumePoint:
    return resume_point(COURSE, Progress(COURSE, Diary().events(*payloads)))


def test_a_new_learner_begins_the_course() -> None:
    assert after() == StartSection("coin", Reason("resume.course-begins"))


def test_reading_goes_on_at_the_block_where_it_stopped() -> None:
    point = after(visit("coin.question"), visit("coin.toss"))
    assert point == ResumeSection("coin", "coin.toss", 0, Reason("resume.at-definition"))


def test_a_derivation_goes_on_at_its_step_and_says_which_is_next() -> None:
    point = after(visit("coin.derivation", 1), visit("coin.derivation", 2))
    assert isinstance(point, ResumeSection)
    assert (point.block, point.step) == ("coin.derivation", 2)
    assert point.fact == Reason("resume.at-step", {"step": 2, "next": 3})
    sentence = say("en", point.fact.key, **point.fact.values)
    assert sentence == "You stopped at step 2 of the derivation; step 3 is next."


def test_a_derivation_that_is_all_there_is_only_a_block() -> None:
    point = after(visit("coin.derivation", 3))
    assert isinstance(point, ResumeSection)
    assert point.fact.key == "resume.at-derivation"


def test_a_half_finished_quiz_that_was_left_last_comes_first() -> None:
    point = after(visit("coin.toss"), STARTED, ANSWER)
    assert isinstance(point, ResumeQuiz)
    assert (point.scope, point.practice, point.run) == ("coin", False, "r1")
    assert point.fact.values == {"answered": 1, "total": 3}


def test_reading_after_leaving_a_quiz_goes_on_with_reading() -> None:
    point = after(STARTED, ANSWER, visit("coin.toss"))
    assert isinstance(point, ResumeSection)


def test_a_quiz_left_open_comes_once_reading_is_done() -> None:
    point = after(STARTED, *ALL_OF_COIN)
    assert isinstance(point, ResumeQuiz)


def test_after_a_section_comes_the_next_one_that_is_written() -> None:
    assert after(*ALL_OF_COIN, STARTED, FINISHED) == StartSection(
        "cards", Reason("resume.next-in-course")
    )


def test_the_next_section_is_counted_on_from_where_the_learner_was() -> None:
    assert after(CARDS) == StartSection("coin", Reason("resume.next-in-course"))


def test_a_section_begun_before_goes_on_where_it_was_left() -> None:
    point = after(visit("coin.toss"), CARDS)
    assert isinstance(point, ResumeSection)
    assert point.block == "coin.toss"


def test_when_everything_is_read_that_is_said() -> None:
    assert after(*ALL_OF_COIN, CARDS) == AllDone(Reason("resume.all-done"))


def test_a_reset_of_everything_begins_the_course() -> None:
    assert after(*ALL_OF_COIN, STARTED, Reset(scope="")) == after()


@pytest.mark.parametrize("block", COIN_BLOCKS, ids=lambda block: block.id)
def test_every_fact_can_be_said_in_both_languages(block: Block) -> None:
    point = after(visit(block.id))
    for lang in LANGUAGES:
        assert say(lang, point.fact.key, **point.fact.values)


@given(
    st.lists(
        st.one_of(
            st.builds(visit, st.sampled_from([*CORE, "gone"]), st.integers(0, 4)),
            st.sampled_from([CARDS, STARTED, FINISHED, ANSWER, Reset(scope="coin")]),
        ),
        max_size=25,
    )
)
def test_there_is_always_one_thing_to_do_and_a_reason(payloads: list[AnyPayload]) -> None:
    point = after(*payloads)
    assert say("en", point.fact.key, **point.fact.values)
    assert say("ja", point.fact.key, **point.fact.values)
    if isinstance(point, ResumeSection):
        found = COURSE.block(point.block)
        assert found is not None
        assert found[0].id == point.section


def test_the_quiz_of_a_section_just_read_is_next() -> None:
    asked = COURSE.sections[0].questions
    point = after(*ALL_OF_COIN)
    assert point == TakeQuiz("coin", Reason("resume.quiz-next", {"count": len(asked)}))


CHANCE_QUIZ = DrawnQuiz(title=text("Chance"), draw=(Draw(source="chance", count=2),))


def with_a_chapter_quiz() -> Course:
    """The course without its unwritten section, so that the chapter can be read."""
    (chapter,) = COURSE.chapters
    sections = tuple(each for each in chapter.sections if each.written)
    return replace(COURSE, chapters=(replace(chapter, sections=sections, quiz=CHANCE_QUIZ),))


def test_the_quiz_of_a_chapter_just_read_comes_after_that_of_its_last_section() -> None:
    chaptered = with_a_chapter_quiz()
    read = Diary().events(STARTED, ANSWER, FINISHED, CARDS, *ALL_OF_COIN)
    point = resume_point(chaptered, Progress(chaptered, read))
    assert point == TakeQuiz("chance", Reason("resume.chapter-quiz-next", {"count": 2}))
    taken = [
        Quiz(run="c", scope="chance", step="started", questions=("coin.fair", "coin.claims")),
        Quiz(run="c", scope="chance", step="finished"),
    ]
    diary = Diary().events(STARTED, ANSWER, FINISHED, CARDS, *ALL_OF_COIN, *taken)
    assert isinstance(resume_point(chaptered, Progress(chaptered, diary)), AllDone)


def test_practice_left_in_the_middle_is_gone_on_with_as_practice() -> None:
    started = Quiz(run="p", scope="coin", step="started", questions=("coin.fair",), practice=True)
    point = after(*ALL_OF_COIN, started)
    assert isinstance(point, ResumeQuiz)
    assert (point.scope, point.practice, point.fact.key) == ("coin", True, "resume.practice")


def test_a_quiz_about_something_gone_is_not_gone_on_with() -> None:
    started = Quiz(run="g", scope="gone", step="started", questions=("coin.fair",))
    assert not isinstance(after(started), ResumeQuiz)


def test_a_quiz_once_finished_is_not_offered_again() -> None:
    assert not isinstance(after(*ALL_OF_COIN, STARTED, ANSWER, FINISHED), TakeQuiz)
