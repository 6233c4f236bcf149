"""Home: the one next thing, the course, sections that are not yet written."""

from __future__ import annotations

from desk import Opener
from mlmath_tutor.engine.events import Visit


async def test_a_new_learner_is_offered_the_first_section(open_app: Opener) -> None:
    async with open_app() as desk:
        first = next(row for row in desk.screen().splitlines() if "▸" in row)
        assert "Begin" in first
        assert "1.1 Tossing a coin" in first
        assert "6 min" in first


async def test_space_opens_what_is_offered(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("space")
        await desk.sees("You toss a coin 100 times")


async def test_a_section_without_a_file_is_listed_and_cannot_be_opened(open_app: Opener) -> None:
    async with open_app() as desk:
        row = next(row for row in desk.screen().splitlines() if "1.2  Rolling dice" in row)
        assert "not yet written" in row
        await desk.press("down", "down", "down", "enter")
        await desk.sees("1.2 Rolling dice is not")
        assert "Chance" in desk.screen()


async def test_a_returning_learner_is_told_where_they_stopped(open_app: Opener) -> None:
    async with open_app() as desk:
        desk.study.record(Visit(section="coin", block="coin.derivation", step=2))
    async with open_app() as desk:
        screen = desk.screen()
        assert "Continue" in screen
        assert "step 2" in screen
        assert "step 3" in screen


async def test_a_chapter_folds_and_opens_again(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("down", "enter")
        await desk.until(lambda: "Rolling dice" not in desk.screen())
        await desk.press("enter")
        await desk.sees("Rolling dice")


async def test_a_click_opens_a_section(open_app: Opener) -> None:
    async with open_app() as desk:
        rows = desk.screen().splitlines()
        row = next(n for n, text in enumerate(rows) if "1.1  Tossing a coin" in text)
        await desk.pilot.click(offset=(20, row))
        await desk.sees("You toss a coin 100 times")
