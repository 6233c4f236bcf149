"""A course that did not come with the app is read at once; nothing of it runs unasked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk import EXPLORATIONS, SMALL, Desk, Opener
from mlmath_tutor.i18n import Lang
from mlmath_tutor.ui.messages import OpenQuiz
from mlmath_tutor.ui.screens.lab import LabScreen
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.widgets.block import BlockView
from mlmath_tutor.ui.widgets.program import ProgramView
from mlmath_tutor.ui.widgets.trusting import TrustQuestion
from staged_runner import StagedRunner

KINDS = SMALL.with_name("kinds")


@pytest.fixture
def runner(open_app: Opener) -> StagedRunner:
    open_app.trusted = False
    open_app.runner = runner = StagedRunner()
    return runner


async def go_to(desk: Desk, place: str) -> BlockView:
    """Open the first section and go to a block, or to one part of it (`id/part`)."""
    if not isinstance(desk.app.screen, LessonScreen):
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
    for _ in range(30):
        view = desk.app.screen.focused
        if isinstance(view, BlockView) and place in (view.block_id, f"{view.block_id}/{view.part}"):
            return view
        await desk.press("down")
    raise AssertionError(f"no block {place}")


async def asked(desk: Desk) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, TrustQuestion))


async def test_nothing_is_started_before_the_learner_agrees(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await go_to(desk, "coin.experiment/program")
        await desk.press("space")
        await asked(desk)
        await desk.sees("Run the programs of this course?")
        assert str(open_app.course)[:20] in desk.screen()
        # The keys that are pressed without reading do not agree.
        await desk.press("space", "enter")
        assert isinstance(desk.app.screen, TrustQuestion)
        assert not runner.warmed
        assert runner.jobs == []
        await desk.press("y")
        await desk.until(lambda: len(runner.jobs) == 1)
        assert runner.warmed


async def test_the_answer_is_kept(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await go_to(desk, "coin.experiment/program")
        await desk.press("space")
        await asked(desk)
        await desk.press("y")
        await desk.until(lambda: len(runner.jobs) == 1)
    runner.warmed = False
    async with open_app() as desk:
        await desk.until(lambda: runner.warmed)
        await go_to(desk, "coin.moving")
        await desk.press("space")
        await desk.until(lambda: len(runner.jobs) == 2)


async def test_without_it_everything_is_read_with_the_recorded_results(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await go_to(desk, "coin.moving")
        await desk.sees("not run; results as recorded")
        await desk.sees("standard deviation 0.0500")
        await desk.press("space")
        await asked(desk)
        await desk.press("escape")
        await desk.sees("Nothing was run.")
        assert runner.jobs == []
        # … and it is asked again.
        await desk.press("space")
        await asked(desk)


async def test_the_recorded_result_does_not_give_the_prediction_away(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await go_to(desk, "coin.experiment/program")
        assert isinstance(view, ProgramView)
        assert view.outcome.text == ""
        await desk.press("space")
        await asked(desk)
        assert view.outcome.text == ""
        await desk.press("escape")
        await desk.sees("standard deviation 0.0509")


async def test_a_knob_stays_where_it_is_until_the_learner_agrees(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await go_to(desk, "coin.moving")
        assert isinstance(view, ProgramView)
        await desk.press("right")
        await asked(desk)
        await desk.press("escape")
        assert view.knobs.changed == {}
        await desk.press("right")
        await asked(desk)
        await desk.press("y")
        await desk.until(lambda: len(runner.jobs) == 1)
        assert "n = 400" in runner.jobs[0].code


@pytest.mark.parametrize("key", ["p", "full_stop"])
async def test_a_replay_asks_once_and_does_not_go_on_behind_the_question(
    open_app: Opener, runner: StagedRunner, key: str
) -> None:
    open_app.course = EXPLORATIONS
    async with open_app() as desk:
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        for _ in range(30):
            view = desk.app.screen.focused
            if isinstance(view, ProgramView) and view.player is not None:
                break
            await desk.press("down")
        assert isinstance(view, ProgramView)
        assert view.player is not None
        await desk.press(key)
        await asked(desk)
        await desk.pilot.pause(0.3)
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        assert runner.jobs == []
        assert not view.player.playing


async def test_the_lab_asks_too(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await go_to(desk, "coin.moving")
        await desk.press("e")
        await desk.until(lambda: isinstance(desk.app.screen, LabScreen))
        await desk.press("ctrl+r")
        await asked(desk)
        assert runner.jobs == []
        await desk.press("y")
        await desk.until(lambda: len(runner.jobs) == 1)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "The course has changed since you agreed"), ("ja", "中身が変わっています")],
)
async def test_a_changed_course_says_so(
    open_app: Opener, runner: StagedRunner, tmp_path: Path, lang: Lang, words: str
) -> None:
    open_app.course = Path(shutil.copytree(open_app.course, tmp_path / "course"))
    async with open_app(lang=lang) as desk:
        desk.study.trust.give()
    (open_app.course / "lessons" / "ch1-chance" / "1-coin.yaml").open("a").write("# more\n")
    async with open_app(lang=lang) as desk:
        await go_to(desk, "coin.moving")
        await desk.press("space")
        await asked(desk)
        await desk.sees(words)


async def test_an_answer_that_is_tried_in_a_run_asks_and_is_not_judged_without(
    open_app: Opener, runner: StagedRunner
) -> None:
    open_app.course = KINDS
    async with open_app() as desk:
        desk.study.settings.change(ask_how_sure=False)
        desk.app.post_message(OpenQuiz("kinds", ("kinds.construct",)))
        await desk.sees("1 / 1")
        await desk.type("[4 2; 2 1]")
        await desk.press("enter")
        await asked(desk)
        assert runner.jobs == []
        await desk.press("escape")
        await desk.sees("the answer is not judged yet")
        assert runner.jobs == []
        # The answer is still there to be given again.
        await desk.press("enter")
        await asked(desk)
        await desk.press("y")
        await desk.until(lambda: len(runner.jobs) == 1)
