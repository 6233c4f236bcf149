"""A derivation written in the app: line by line, taken back, left in the middle and found again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from desk import Desk, make_study
from mlmath_tutor.engine.events import Answered
from mlmath_tutor.i18n import LANGUAGES, Lang
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.messages import GoHome, OpenQuiz
from mlmath_tutor.ui.widgets.answer_derivation import DerivationInput

KINDS = Path(__file__).parents[1] / "data" / "kinds"
Write = Callable[..., AbstractAsyncContextManager[Desk]]
GOOD, BAD, GOAL = "s-2m^2+m^2", "s+m^2", "s-m^2"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Opens the app at the derivation of the sample course, on one data folder."""

    @asynccontextmanager
    async def opened(lang: Lang = "en", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
        app = TutorApp(make_study(tmp_path / "home", course=KINDS, lang=lang), theme="kokuban")
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await pilot.pause()
            app.post_message(OpenQuiz("kinds", ("kinds.derivation",)))
            await desk.sees("1 / 1")
            yield desk

    return opened


def line(desk: Desk) -> DerivationInput:
    return desk.app.screen.query_one(DerivationInput)


async def enter(desk: Desk, text: str) -> None:
    line(desk).value = ""
    line(desk).post_message(events.Paste(text))
    await desk.pilot.pause()
    await desk.press("enter")


def answers(desk: Desk) -> list[tuple[str, float]]:
    events_of = desk.study.store.events()
    return [(e.what.note, e.what.score) for e in events_of if isinstance(e.what, Answered)]


def marks(desk: Desk) -> int:
    return desk.screen().count("✓")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_lines_that_hold_are_marked_and_the_last_one_is_the_answer(
    write: Write, lang: Lang, size: tuple[int, int]
) -> None:
    async with write(lang, size) as desk:
        await desk.sees("s − 2mm + m²")
        await enter(desk, GOOD)
        await desk.until(lambda: marks(desk) == 1)
        assert answers(desk) == []
        assert line(desk).value == ""
        assert line(desk).has_focus
        await enter(desk, GOAL)
        await desk.until(lambda: marks(desk) == 3)  # both lines and the verdict
        assert answers(desk) == [("right", 1.0)]
        assert not line(desk).region.height


async def test_a_line_that_does_not_hold_stays_to_be_changed_and_is_told_where(
    write: Write,
) -> None:
    async with write() as desk:
        await enter(desk, GOOD)
        await enter(desk, BAD)
        await desk.sees("Line 2 is not equal to the line before it.")
        await desk.sees("the line before is 2.75, and this one 3.25")
        assert answers(desk) == [("line 2", 0.0)]
        assert line(desk).value == BAD
        assert line(desk).has_focus
        await enter(desk, GOAL)
        await desk.sees("mean of the squares")
        assert answers(desk)[-1] == ("right", 1.0)


async def test_a_line_that_cannot_be_read_costs_nothing(write: Write) -> None:
    async with write() as desk:
        await enter(desk, "s-q")
        await desk.sees("does not count as an answer")
        assert answers(desk) == []
        assert marks(desk) == 0


async def test_the_line_before_comes_back_to_be_changed(write: Write) -> None:
    async with write() as desk:
        await enter(desk, GOOD)
        await desk.until(lambda: marks(desk) == 1)
        await desk.press("up")
        assert line(desk).value == GOOD
        await desk.until(lambda: marks(desk) == 0)
        await desk.press("up")
        assert line(desk).value == GOOD  # nothing is left to take back, and nothing is lost


async def test_several_lines_are_taken_at_once_up_to_the_one_that_does_not_hold(
    write: Write,
) -> None:
    async with write() as desk:
        await enter(desk, f"{GOOD} = {BAD} = {GOAL}")
        await desk.sees("Line 2 is not equal")
        assert marks(desk) == 1
        assert line(desk).value == BAD


async def test_a_derivation_left_in_the_middle_is_found_again(write: Write) -> None:
    async with write() as desk:
        await enter(desk, GOOD)
        line(desk).post_message(events.Paste("s - "))
        await desk.pilot.pause()
        desk.app.post_message(GoHome())
        await desk.until(lambda: "s − 2mm" not in desk.screen())
    async with write() as desk:
        await desk.until(lambda: marks(desk) == 1)
        assert line(desk).value.rstrip() == "s -"
        await enter(desk, GOAL)
        await desk.sees("mean of the squares")
    async with write() as desk:  # a new quiz begins anew
        assert marks(desk) == 0


async def test_a_wrong_line_is_found_again_below_those_that_hold(write: Write) -> None:
    async with write() as desk:
        await enter(desk, GOOD)
        await enter(desk, BAD)
        await desk.sees("Line 2 is not equal")
    async with write() as desk:
        await desk.until(lambda: marks(desk) == 1)
        assert line(desk).value == BAD
