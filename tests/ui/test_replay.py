"""Explorations: figure and numbers follow the slider, a replay is seen as motion."""

from __future__ import annotations

import math
import re

import pytest

from desk import EXPLORATIONS, Desk, Opener
from mlmath_tutor.config import SettingsFile
from mlmath_tutor.engine.events import Run
from mlmath_tutor.ui.widgets import running
from mlmath_tutor.ui.widgets.program import ProgramView
from mlmath_tutor.ui.widgets.replay import Player
from staged_runner import StagedRunner

FRAMES = 21  # of the replay of moving.rate, over its `steps`


@pytest.fixture
def runner(open_app: Opener) -> StagedRunner:
    """Return the runner that the app is opened with, on the explorations."""
    open_app.course, open_app.runner = EXPLORATIONS, (runner := StagedRunner())
    return runner


async def at_the_last(desk: Desk) -> ProgramView:
    """Go to the last exploration (eta and steps; the replay walks steps)."""
    await desk.press("space")
    await desk.sees("A belief against data")
    await desk.press("down", "down", "down")
    await desk.sees("eta")
    view = desk.app.screen.focused
    assert isinstance(view, ProgramView)
    return view


def steps_run(runner: StagedRunner) -> list[int]:
    """Return the number of steps of each job so far."""
    found = (re.search(r"^eta, steps = [\d.]+, (\d+)$", j.code, re.M) for j in runner.jobs)
    return [int(match[1]) for match in found if match]


def etas_run(runner: StagedRunner) -> list[float]:
    found = (re.search(r"^eta, steps = ([\d.]+),", j.code, re.M) for j in runner.jobs)
    return [float(match[1]) for match in found if match]


async def test_a_replay_shows_every_frame_and_stops_at_the_last(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        runner.seconds = 0.08  # longer than a frame is shown
        await desk.press("plus", "plus")
        assert "32/s" in desk.screen()
        await desk.press("p")
        await desk.until(lambda: view.player is not None and not view.player.playing)
        await desk.sees(f"{FRAMES} / {FRAMES}")
        assert steps_run(runner) == list(range(FRAMES))
        await desk.press("p")
        await desk.until(lambda: steps_run(runner)[FRAMES:][:2] == [0, 1])


async def test_a_replay_pauses_and_goes_on(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("p")
        await desk.until(lambda: len(runner.jobs) > 3)
        await desk.press("p")
        await desk.until(lambda: not view.runs.under_way)
        reached = steps_run(runner)[-1]
        await desk.pilot.pause(0.5)
        assert steps_run(runner)[-1] == reached
        await desk.press("full_stop", "comma", "comma")
        await desk.until(lambda: steps_run(runner)[-1] == reached - 1)
        before = len(steps_run(runner))
        await desk.press("p")
        await desk.until(lambda: len(steps_run(runner)) >= before + 2)
        assert steps_run(runner)[before : before + 2] == [reached, reached + 1]


async def test_moving_the_knob_by_hand_pauses_the_replay(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("p", "left")
        assert view.player is not None
        assert not view.player.playing


async def test_going_on_reading_pauses_the_replay(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("p", "up")
        assert view.player is not None
        assert not view.player.playing


async def test_with_reduced_motion_the_replay_goes_step_by_step(
    open_app: Opener, runner: StagedRunner
) -> None:
    SettingsFile(open_app.home / "settings.toml").change(reduced_motion=True)
    async with open_app() as desk:
        await at_the_last(desk)
        await desk.press("p")
        assert runner.jobs == []
        await desk.press("comma", "comma")
        await desk.until(lambda: steps_run(runner) == [19, 18])
        assert ". replay" in desk.screen()


async def test_the_newest_value_wins_and_none_in_between_is_run(
    open_app: Opener, runner: StagedRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, the run that is held is not let go as one that takes long.
    monkeypatch.setattr(running, "PATIENCE", math.inf)
    async with open_app() as desk:
        await at_the_last(desk)
        await desk.press("space")
        await desk.until(lambda: len(runner.jobs) == 1)
        await desk.pilot.pause()
        runner.held = True
        await desk.press("left", "left", "left", "left", "left")
        assert etas_run(runner) == [0.2, 0.18]
        runner.held = False
        await desk.sees("eta, steps = 0.1, 20")
        assert etas_run(runner) == [0.2, 0.18, 0.1]


async def test_what_was_drawn_stands_until_the_next_is_complete(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await at_the_last(desk)
        await desk.press("space")
        await desk.sees("eta, steps = 0.2, 20")
        runner.held = True
        await desk.press("left")
        assert "eta, steps = 0.2, 20" in desk.screen()
        runner.held = False
        await desk.sees("eta, steps = 0.18, 20")


async def test_a_slider_is_dragged_by_the_mouse(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        row = view.knob_rows.start + 1
        await desk.pilot.mouse_down(view, offset=(40, row))
        await desk.pilot.hover(view, offset=(70, row + 3))
        await desk.pilot.hover(view, offset=(20, row))
        await desk.pilot.mouse_up(view, offset=(20, row))
        await desk.until(lambda: bool(runner.jobs) and steps_run(runner)[-1] == 2)
        assert view.knobs.values["eta"] == 0.2
        await desk.pilot.hover(view, offset=(50, row))
        assert view.knobs.values["steps"] == 2


async def test_a_slide_is_recorded_once(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("left", "left", "left")
        await desk.until(lambda: desk.study.progress.runs(view.block_id).count == 1)
        runs = [e.what for e in desk.study.store.events() if isinstance(e.what, Run)]
        assert [(run.program, run.ended) for run in runs] == [("moving.rate", "ok")]


async def test_a_slide_is_recorded_also_if_the_lesson_is_left_at_once(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("right", "right")
        await desk.until(lambda: view.outcome.ended_well)
        await desk.press("escape")
        await desk.until(lambda: not view.is_attached)
        recorded = [e.what for e in desk.study.store.events() if isinstance(e.what, Run)]
        assert [run.ended for run in recorded] == ["ok"]
    async with open_app() as desk:
        assert desk.study.progress.runs(view.block_id).count == 1


async def test_a_slide_is_recorded_also_if_the_app_is_left_at_once(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        view = await at_the_last(desk)
        await desk.press("right")
        await desk.until(lambda: view.outcome.ended_well)
    async with open_app() as desk:
        assert desk.study.progress.runs(view.block_id).count == 1


def test_a_player_off_its_path_begins_at_the_start() -> None:
    player = Player("n", (1, 2, 1, 3))
    assert player.place(5) is None
    assert player.step(1, 5) == 1
    assert player.step(1, 1) == 2
    assert player.step(1, 2) == 1
    assert player.place(1) == 2
    assert player.step(1, 1) == 3
    assert player.step(1, 3) == 3
    assert player.step(-1, 5) == 3
