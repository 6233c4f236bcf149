"""Recorded results stand where a program cannot run."""

from __future__ import annotations

import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

from desk import Opener
from mlmath_tutor.engine.runner import Failure, Job, RunEvent, Summary, Text
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.widgets.recorded import recorded_outcome
from staged_runner import StagedRunner

PROGRAM = "coin.moving"


class WithoutALibrary(StagedRunner):
    """Runs programs that miss a library; what they `say` comes before."""

    def __init__(self, say: str = "") -> None:
        super().__init__()
        self.say = say

    async def run(self, job: Job, *, keep: bool = False) -> AsyncGenerator[RunEvent, None]:
        if self.say:
            yield Text("out", self.say)
        values = {"library": "torch", "package": "torch"}
        yield Failure(
            error="ModuleNotFoundError",
            message="No module named 'torch'",
            line=1,
            traceback="",
            hint="runs.hint.missing",
            hint_values=values,
            missing="torch",
        )
        yield Summary("failure", 0.01, 0.01, 0)


async def run(open_app: Opener, runner: StagedRunner) -> str:
    """Run the exploration and return the screen."""
    open_app.runner = runner
    async with open_app(size=(80, 40)) as desk:
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        for _ in range(30):
            if getattr(desk.app.screen.focused, "block_id", "") == PROGRAM:
                break
            await desk.press("down")
        await desk.press("space")
        await desk.sees("pip install torch")
        return desk.screen()


async def test_a_missing_library_leaves_the_recorded_result(open_app: Opener) -> None:
    screen = await run(open_app, WithoutALibrary())
    assert "As it was recorded:" in screen
    assert "standard deviation 0.0500" in screen


async def test_what_the_run_itself_wrote_is_not_hidden_by_it(open_app: Opener) -> None:
    screen = await run(open_app, WithoutALibrary(say="so far\n"))
    assert "so far" in screen
    assert "recorded" not in screen


async def test_a_recording_that_cannot_be_read_is_none(open_app: Opener, tmp_path: Path) -> None:
    open_app.course = Path(shutil.copytree(open_app.course, tmp_path / "course"))
    file = open_app.course / "lessons" / "ch1-chance" / "recorded" / f"{PROGRAM}.json"
    async with open_app() as desk:
        assert recorded_outcome(desk.study, PROGRAM) is not None
        assert recorded_outcome(desk.study, "coin.unknown") is None
        file.write_text('{"text": "", "figures": [{"axes": 3}]}')
        assert recorded_outcome(desk.study, PROGRAM) is None
        file.write_text("{")
        assert recorded_outcome(desk.study, PROGRAM) is None
        file.unlink()
        assert recorded_outcome(desk.study, PROGRAM) is None
