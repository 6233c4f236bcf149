"""Chapter quizzes and practice in the app: offered, taken, left, gone on with, and their result."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from desk import Desk, Opener
from mlmath_tutor.content.questions import Numeric
from mlmath_tutor.engine.events import Quiz
from mlmath_tutor.ui.messages import OpenQuiz
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.screens.quiz import QuizScreen
from varying_chapters import varying

CHAPTERS = Path(__file__).parents[1] / "data" / "chapters"


@pytest.fixture
def open_chapters(open_app: Opener) -> Opener:
    """Return what opens the app on the course of two chapters."""
    open_app.course = CHAPTERS
    return open_app


def right(desk: Desk) -> str:
    """Return the right answer to the question shown."""
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    question = screen._session.question
    assert isinstance(question, Numeric)
    return str(question.answer.value)


async def answer(desk: Desk, typed: str, sure: str = "s") -> None:
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    await desk.until(lambda: screen._box is not None and screen._box.typing)
    await desk.type(typed)
    await desk.press("enter", sure)


async def finish(desk: Desk) -> None:
    """Answer everything left rightly."""
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    while not screen._session.finished:
        number = screen._session.number
        await answer(desk, right(desk))
        await desk.sees("✓")
        await desk.press("space")
        await desk.until(
            lambda number=number: screen._session.finished or screen._session.number != number
        )
    await desk.sees("▸ Next")


async def test_home_offers_the_quiz_of_the_open_chapter(open_chapters: Opener) -> None:
    async with open_chapters() as desk:
        await desk.sees("Chapter quiz 1")
        row = next(line for line in desk.screen().splitlines() if "Chapter quiz 1" in line)
        assert "10 questions" in row
        assert "Chapter quiz 2" not in desk.screen()
        assert "Final quiz" in desk.screen()
        await desk.press("down", "down", "down", "down", "enter")
        await desk.sees("1 / 10")
        await desk.sees("Chapter quiz 1")


async def test_a_chapter_with_little_written_offers_no_quiz(
    open_chapters: Opener, tmp_path: Path
) -> None:
    course = Path(shutil.copytree(CHAPTERS, tmp_path / "course"))
    (course / "quizzes" / "ch1-sums" / "2-taking.yaml").unlink()
    open_chapters.course = course
    async with open_chapters() as desk:
        await desk.sees("Adding and taking away")
        assert "Chapter quiz 1" not in desk.screen()


async def test_the_contents_and_the_palette_offer_it(open_chapters: Opener) -> None:
    async with open_chapters() as desk:
        await desk.press("ctrl+p")
        await desk.type("quiz")
        await desk.sees("Take the quiz: Chapter quiz 2")
        await desk.press("escape", "space")
        await desk.sees("Here you learn")
        await desk.press("c")
        await desk.sees("Chapter quiz 1")
        await desk.press("end", "enter")
        await desk.sees("1 / 10")


async def test_a_quiz_left_in_the_middle_is_the_same_when_gone_on_with(
    open_chapters: Opener,
) -> None:
    async with open_chapters() as desk:
        desk.app.post_message(OpenQuiz("products"))
        await desk.sees("1 / 10")
        await answer(desk, right(desk))
        await desk.press("space")
        await desk.sees("2 / 10")
        stem = re.search(r"How much is (.*)\?", desk.screen())
        assert stem is not None
    async with open_chapters() as desk:
        await desk.sees("Continue    Chapter quiz 2")
        await desk.sees("1 of 10")
        await desk.press("space")
        await desk.sees("2 / 10")
        await desk.sees(stem[0])


@pytest.mark.parametrize("scope", ["products", "products.table"])
async def test_variants_stay_when_a_quiz_or_practice_is_left_and_change_when_it_is_taken_again(
    open_chapters: Opener, tmp_path: Path, scope: str
) -> None:
    open_chapters.course = varying(tmp_path)
    practice = scope == "products.table"

    def posed(desk: Desk) -> dict[str, str]:
        screen = desk.app.screen
        assert isinstance(screen, QuizScreen)
        return {each.question.id: each.variant for each in screen._session.posed if each.variant}

    async with open_chapters() as desk:
        desk.app.post_message(OpenQuiz(scope, practice=practice))
        await desk.sees("1 / ")
        left = posed(desk)
        assert left
        await answer(desk, right(desk))
        await desk.press("space")
        await desk.sees("2 / ")
    async with open_chapters() as desk:
        await desk.sees(
            "▸ Continue    " + ("Practice: the times" if practice else "Chapter quiz 2")
        )
        await desk.press("space")
        await desk.sees("2 / ")
        assert posed(desk) == left
        await finish(desk)
        await desk.press("n")
        await desk.sees("1 / ")
        again = posed(desk)
        assert again.keys() & left.keys()
        assert all(again[name] != left[name] for name in again.keys() & left.keys())


async def test_practice_of_a_skill_is_offered_by_the_palette_and_is_no_result(
    open_chapters: Opener,
) -> None:
    async with open_chapters() as desk:
        await desk.press("ctrl+p")
        await desk.type("practise zero")
        await desk.sees("Practise multiplying by zero")
        await desk.press("enter")
        await desk.sees("1 / 4")
        await desk.sees("Practice: multiplying by zero")
        await finish(desk)
        await desk.sees("Practice: multiplying by zero: result")
        assert desk.study.progress.last_result("products.zero") is None


async def test_the_result_tells_what_was_sure_and_wrong_and_opens_what_to_read(
    open_chapters: Opener,
) -> None:
    async with open_chapters() as desk:
        desk.app.post_message(OpenQuiz("adding"))
        await desk.sees("1 / 6")
        await answer(desk, "4", "d")
        await desk.sees("one too many")
        await desk.press("n")
        await desk.sees("2 / 6")
        await finish(desk)
        shown = desk.screen()
        assert "5 / 6" in shown
        order = ["Sure, and wrong", "By skill", "How sure", "Read again", "▸ Next"]
        assert [shown.index(words) for words in order] == sorted(map(shown.index, order))
        assert re.search(r"sums of small numbers +✗✓✓ +0 › 2 / 4", shown), shown
        assert "re-read: off by one" in shown
        await desk.press("space")
        await desk.sees("Pitfall  off by one")
        assert isinstance(desk.app.screen, LessonScreen)
        await desk.press("escape")
        await desk.sees("Sure, and wrong")
        await desk.press("m")
        await desk.sees("1 / 1")


async def test_a_row_of_the_result_can_be_chosen(open_chapters: Opener) -> None:
    async with open_chapters() as desk:
        desk.app.post_message(OpenQuiz("adding"))
        await desk.sees("1 / 6")
        await answer(desk, "4", "d")
        await desk.press("n")
        await finish(desk)
        await desk.press("home")
        await desk.sees("▸ ✗")
        await desk.press("down")
        await desk.sees("▸ sums of small numbers")
        await desk.press("enter")
        await desk.sees("Practice: sums of small numbers")


async def test_a_quiz_taken_again_is_another_run_in_another_order(open_chapters: Opener) -> None:
    async with open_chapters() as desk:
        desk.app.post_message(OpenQuiz("times"))
        await desk.sees("1 / 8")
        await finish(desk)
        await desk.press("n")
        await desk.sees("1 / 8")
        started = [
            e.what.questions
            for e in desk.study.store.events()
            if isinstance(e.what, Quiz) and e.what.step == "started"
        ]
        assert len(started) == 2
        assert started[0] != started[1]
        assert set(started[0]) == set(started[1])


async def test_when_all_is_right_the_next_section_is_offered(open_chapters: Opener) -> None:
    async with open_chapters() as desk:
        await desk.press("space")
        await desk.sees("Here you learn")
        await desk.press("space", "space", "space")
        desk.app.post_message(OpenQuiz("adding"))
        await desk.sees("1 / 6")
        await finish(desk)
        await desk.sees("▸ Next  1.2  Taking away")
        await desk.press("space")
        await desk.sees("1.2 Taking away")
