"""A figure is saved from where it is seen: asked for a name, never over another file unasked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from desk import SMALL, Desk, Opener
from mlmath_tutor import figspec
from mlmath_tutor.content.recorded import read_recording
from mlmath_tutor.engine.runner import (
    Failure,
    Figure,
    FigureNotSavedError,
    Job,
    RunEvent,
    Saved,
    Summary,
)
from mlmath_tutor.ui.screens.lab import LabScreen
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.theme import ASCII_SIGNS
from mlmath_tutor.ui.widgets.program import ProgramView
from mlmath_tutor.ui.widgets.saving import SaveFigure
from mlmath_tutor.ui.widgets.trusting import TrustQuestion
from mlmath_tutor.ui.widgets.zoom import ZoomedFigure
from staged_runner import StagedRunner

RECORDED = SMALL / "lessons" / "ch1-chance" / "recorded" / "coin.experiment.json"
FIGURE = figspec.decode(read_recording(RECORDED).figures[0])
PNG = b"\x89PNG\r\n\x1a\n"


class DrawingRunner(StagedRunner):
    """Draws some figures in each run, and saves as a test says."""

    def __init__(self, figures: int = 1) -> None:
        super().__init__()
        self.figures = figures
        self.saves: list[tuple[Job, int, str]] = []
        self.trouble: Exception | None = None
        self.note: str | None = None
        self.saving = asyncio.Event()
        self.saving.set()

    async def run(self, job: Job, *, keep: bool = False) -> AsyncGenerator[RunEvent, None]:
        self.jobs.append(job)
        for number in range(1, self.figures + 1):
            yield Figure(FIGURE, number)
        yield Summary("ok", 0.01, 0.01, 0)

    async def save_figure(self, job: Job, number: int, path: Path, file_format: str) -> Saved:
        self.saves.append((job, number, file_format))
        await self.saving.wait()
        if self.trouble is not None:
            raise self.trouble
        path.write_bytes(PNG)
        return Saved(path, self.note)


@pytest.fixture
def runner(open_app: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DrawingRunner:
    """Return the runner that the app is opened with, in a folder of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    open_app.runner = runner = DrawingRunner()
    return runner


def files() -> list[str]:
    return sorted(path.name for path in Path.cwd().iterdir())


async def go_to_the_example(desk: Desk) -> ProgramView:
    """Open the first lesson and go to its example."""
    await desk.press("space")
    await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
    for _ in range(30):
        view = desk.app.screen.focused
        if isinstance(view, ProgramView):
            return view
        await desk.press("down")
    raise AssertionError("no example")


async def run_example(desk: Desk) -> None:
    """Open the first lesson and run its example."""
    view = await go_to_the_example(desk)
    await desk.press("space")
    await desk.until(lambda: view.outcome.ended_well)


async def ask(desk: Desk, key: str = "s") -> SaveFigure:
    await desk.press(key)
    await desk.until(lambda: isinstance(desk.app.screen, SaveFigure))
    assert isinstance(desk.app.screen, SaveFigure)
    return desk.app.screen


async def closed(desk: Desk) -> None:
    await desk.until(lambda: not isinstance(desk.app.screen, SaveFigure))


async def test_a_picture_is_saved_by_one_more_run_of_the_same_program(
    open_app: Opener, runner: DrawingRunner
) -> None:
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        await desk.sees("coin-experiment.png")
        await desk.press("enter")
        await closed(desk)
        await desk.sees("Saved.")
        assert files() == ["coin-experiment.png"]
        assert runner.saves == [(runner.jobs[0], 1, "png")]


async def test_text_is_saved_from_the_cells_without_a_run(
    open_app: Opener, runner: DrawingRunner
) -> None:
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        await desk.press("tab", "tab")
        await desk.sees("coin-experiment.txt")
        await desk.press("enter")
        await closed(desk)
        assert runner.saves == []
        text = Path("coin-experiment.txt").read_text(encoding="utf-8")
        assert "relative frequency of heads" in text
        assert len(text.splitlines()) == 24


async def test_text_is_of_ascii_where_the_terminal_has_no_braille(
    open_app: Opener, runner: DrawingRunner
) -> None:
    async with open_app() as desk:
        desk.study.signs = ASCII_SIGNS
        await run_example(desk)
        await ask(desk)
        await desk.press("tab", "tab", "enter")
        await closed(desk)
        assert Path("coin-experiment.txt").read_text(encoding="utf-8").isascii()


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(
    open_app: Opener, runner: DrawingRunner
) -> None:
    Path("mine.txt").write_text("mine")
    async with open_app() as desk:
        await run_example(desk)
        asking = await ask(desk)
        asking.name_input.value = "mine.txt"
        await desk.press("enter")
        await desk.sees("already a file mine.txt")
        assert Path("mine.txt").read_text() == "mine"
        # Another name takes the warning back, and the first one must be asked about again.
        await desk.press("end", "backspace", "t")
        await desk.press("enter")
        await desk.sees("already a file mine.txt")
        assert Path("mine.txt").read_text() == "mine"
        await desk.press("enter")
        await closed(desk)
        assert Path("mine.txt").read_text(encoding="utf-8") != "mine"


async def test_the_name_given_is_always_free(open_app: Opener, runner: DrawingRunner) -> None:
    Path("coin-experiment.png").write_bytes(b"mine")
    Path("coin-experiment.svg").write_bytes(b"mine")
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        await desk.sees("coin-experiment.2.png")
        await desk.press("tab")
        await desk.sees("coin-experiment.2.svg")
        await desk.press("tab")
        await desk.sees("coin-experiment.txt")


async def test_one_of_several_figures_is_saved(open_app: Opener, runner: DrawingRunner) -> None:
    runner.figures = 3
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        await desk.sees("figure 1 / 3")
        await desk.press("down", "down")
        await desk.sees("figure 3 / 3")
        await desk.press("enter")
        await closed(desk)
        assert files() == ["coin-experiment-3.png"]
        assert runner.saves[0][1:] == (3, "png")


async def test_the_figure_on_the_whole_screen_is_the_one_saved(
    open_app: Opener, runner: DrawingRunner
) -> None:
    runner.figures = 2
    async with open_app() as desk:
        await run_example(desk)
        await desk.press("z")
        await desk.until(lambda: isinstance(desk.app.screen, ZoomedFigure))
        await desk.press("right")
        await ask(desk)
        await desk.sees("figure 2 / 2")
        await desk.press("escape")
        assert isinstance(desk.app.screen, ZoomedFigure)


async def test_the_lab_saves_a_figure_of_the_text_that_was_run(
    open_app: Opener, runner: DrawingRunner
) -> None:
    async with open_app() as desk:
        await run_example(desk)
        await desk.press("e")
        await desk.until(lambda: isinstance(desk.app.screen, LabScreen))
        await desk.press("x", "ctrl+r")
        await desk.sees("✓")
        await desk.press("y")
        await ask(desk, "ctrl+s")
        await desk.press("enter")
        await closed(desk)
        saved = runner.saves[0][0].code
        assert saved == runner.jobs[-1].code
        assert saved.startswith("x")
        assert not saved.startswith("xy")


async def test_why_a_picture_was_not_saved_is_said_and_it_can_be_tried_again(
    open_app: Opener, runner: DrawingRunner
) -> None:
    zero = Failure("ZeroDivisionError", "", 3, "", hint="runs.hint.zero")
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        for trouble, words in (
            (FigureNotSavedError(None), "did not draw this figure"),
            (FigureNotSavedError(zero), "The divisor is 0"),
            (PermissionError(13, "Permission denied"), "cannot be written (Permission denied)"),
        ):
            runner.trouble = trouble
            await desk.press("enter")
            await desk.sees(words)
            assert files() == []
        runner.trouble = None
        await desk.press("enter")
        await closed(desk)
        assert files() == ["coin-experiment.png"]


async def test_a_picture_that_takes_long_can_be_let_go(
    open_app: Opener, runner: DrawingRunner
) -> None:
    runner.saving.clear()
    async with open_app() as desk:
        await run_example(desk)
        await ask(desk)
        await desk.press("enter")
        await desk.sees("saving 0")
        await desk.press("escape")
        await closed(desk)
        runner.saving.set()
        await desk.pilot.pause(0.1)
        assert files() == []


async def test_characters_that_no_font_has_are_told(
    open_app: Opener, runner: DrawingRunner
) -> None:
    runner.note = "runs.saved.glyphs"
    async with open_app(lang="ja") as desk:
        await run_example(desk)
        await ask(desk)
        await desk.press("enter")
        await closed(desk)
        await desk.sees("保存しました")
        await desk.sees("四角に")


async def test_a_picture_of_a_recorded_figure_asks_for_trust(
    open_app: Opener, runner: DrawingRunner
) -> None:
    open_app.trusted = False
    async with open_app() as desk:
        await go_to_the_example(desk)
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, TrustQuestion))
        await desk.press("escape")
        await ask(desk)
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, TrustQuestion))
        assert runner.saves == []
        await desk.press("y")
        await closed(desk)
        assert len(runner.saves) == 1
