"""The scratch prompt of the lab: lines tried with the variables a run has left."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from desk import SMALL, Desk, Opener
from mlmath_tutor import figspec
from mlmath_tutor.content.recorded import read_recording
from mlmath_tutor.engine.runner import Figure, Job, RunEvent, Summary
from mlmath_tutor.ui.screens.lab import LabScreen
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.widgets.editor import Editor
from mlmath_tutor.ui.widgets.program import ProgramView
from mlmath_tutor.ui.widgets.saving import SaveFigure
from mlmath_tutor.ui.widgets.scratch import ScratchInput, ScratchPrompt
from staged_runner import StagedRunner

PROGRAM = "coin.moving"
RECORDED = SMALL / "lessons" / "ch1-chance" / "recorded" / "coin.experiment.json"
FIGURE = figspec.decode(read_recording(RECORDED).figures[0])


async def go_to_the_exploration(desk: Desk) -> ProgramView:
    await desk.press("space")
    await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
    for _ in range(30):
        view = desk.app.screen.focused
        if isinstance(view, ProgramView) and view.block_id == PROGRAM:
            return view
        await desk.press("down")
    raise AssertionError("no exploration")


async def open_prompt(desk: Desk, text: str = "n = 100\n") -> ScratchPrompt:
    """Run a text in the lab and go to the prompt."""
    await go_to_the_exploration(desk)
    await desk.press("e")
    await desk.until(lambda: isinstance(desk.app.screen, LabScreen))
    desk.app.screen.query_one(Editor).load_text(text)
    await desk.press("ctrl+r")
    prompt = desk.app.screen.query_one(ScratchPrompt)
    await desk.until(lambda: prompt.is_open)
    await desk.press("f6", "f6")
    assert isinstance(desk.app.screen.focused, ScratchInput)
    return prompt


async def try_line(desk: Desk, line: str) -> None:
    """Try a line, and wait until that has ended."""
    prompt = desk.app.screen.query_one(ScratchPrompt)
    prompt.line.value = line
    await desk.press("enter")
    await desk.until(lambda: bool(prompt.tried) and not prompt.under_way)


async def test_the_value_of_a_line_is_shown_and_what_it_assigns_stays(open_app: Opener) -> None:
    async with open_app() as desk:
        await open_prompt(desk)
        await try_line(desk, "n / 8")
        await desk.sees("12.5")
        await try_line(desk, "half = n // 2")
        await desk.sees("half  int  50")
        await try_line(desk, "print(half + 1)")
        await desk.sees("51")
        assert ">>> n / 8" in desk.screen()


async def test_an_error_of_a_line_is_explained_and_the_next_line_works(open_app: Opener) -> None:
    async with open_app() as desk:
        await open_prompt(desk, "total = 100\n")
        await try_line(desk, "total / 0")
        await desk.sees("ZeroDivisionError")
        await desk.sees("The divisor is 0")
        # The program itself ended well.
        assert "error" not in desk.screen().splitlines()[3]
        await try_line(desk, "totl + 1")
        await desk.sees("Did you mean total?")
        await try_line(desk, "total + 1")
        await desk.sees("101")


async def test_a_line_that_does_not_end_is_stopped_and_the_variables_stay(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk)
        prompt.line.value = "while True: n += 1"
        await desk.press("enter")
        await desk.sees("running 0.")
        await desk.press("ctrl+c")
        await desk.until(lambda: not prompt.under_way)
        await desk.sees("as you asked")
        await try_line(desk, "n > 100")
        await desk.sees("True")


async def test_a_process_that_ends_closes_the_prompt_and_says_what_to_do(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk)
        await try_line(desk, "__import__('os')._exit(3)")
        await desk.until(lambda: not prompt.is_open)
        await desk.sees("ctrl+r runs it again")
        assert isinstance(desk.app.screen.focused, Editor)
        await desk.press("ctrl+r")
        await desk.until(lambda: prompt.is_open)
        assert prompt.tried == []


async def test_a_new_run_begins_with_its_own_variables(open_app: Opener) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk)
        await try_line(desk, "n = 7")
        await desk.press("ctrl+r")
        await desk.until(lambda: prompt.is_open and not prompt.tried)
        assert ">>> n = 7" not in desk.screen()
        await desk.press("f6", "f6", "f6")
        await try_line(desk, "n")
        await desk.sees("100")


async def test_running_anew_lets_go_of_a_line_under_way(open_app: Opener) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk)
        prompt.line.value = "while True: pass"
        await desk.press("enter")
        await desk.sees("running 0.")
        await desk.press("ctrl+r")
        await desk.until(lambda: prompt.is_open and not prompt.tried)
        await try_line(desk, "n + 1")
        await desk.sees("101")


async def test_variables_of_a_failed_run_can_be_looked_at(open_app: Opener) -> None:
    async with open_app() as desk:
        await open_prompt(desk, "total = 3\ntotal / 0\n")
        await try_line(desk, "total * 2")
        await desk.sees("6")


async def test_leaving_the_lab_ends_the_process(open_app: Opener) -> None:
    async with open_app() as desk:
        await open_prompt(desk)
        runner = desk.study.runner
        assert runner.keeps
        await desk.press("escape")
        assert isinstance(desk.app.screen.focused, Editor)
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        await desk.until(lambda: not runner.keeps)


async def test_earlier_lines_come_back_and_the_one_being_typed_is_not_lost(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk)
        await try_line(desk, "1 + 1")
        await try_line(desk, "2 + 2")
        await desk.type("n")
        await desk.press("up")
        assert prompt.line.value == "2 + 2"
        await desk.press("up", "up")
        assert prompt.line.value == "1 + 1"
        await desk.press("down", "down", "down")
        assert prompt.line.value == "n"


async def test_a_name_is_completed_from_the_variables(open_app: Opener) -> None:
    async with open_app() as desk:
        prompt = await open_prompt(desk, "posterior = 0.5\n")
        await desk.type("2*pos")
        await desk.sees("2*posterior")
        await desk.press("tab")
        assert prompt.line.value == "2*posterior"
        await try_line(desk, "posterior_odds = 1")
        await desk.type("posterior_")
        await desk.press("tab")
        await desk.until(lambda: prompt.line.value == "posterior_odds")


async def test_the_lesson_leads_to_the_prompt_at_the_values_of_the_knobs(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        view = await go_to_the_exploration(desk)
        await desk.press("right")
        await desk.until(lambda: view.outcome.ended_well)
        await desk.press("i")
        await desk.until(lambda: isinstance(desk.app.screen.focused, ScratchInput))
        await try_line(desk, "n + 1")
        await desk.sees("401")


class DrawingRunner(StagedRunner):
    """Draws a figure in each run, and one for each line."""

    keeps = True

    async def run(self, job: Job, *, keep: bool = False) -> AsyncGenerator[RunEvent, None]:
        self.jobs.append(job)
        yield Figure(FIGURE, 1)
        yield Summary("ok", 0.01, 0.01, 0)

    async def evaluate(self, code: str) -> AsyncGenerator[RunEvent, None]:
        yield Figure(FIGURE, 1)
        yield Summary("ok", 0.01, 0.01, 0)


async def test_figures_of_lines_stand_beside_those_of_the_run(open_app: Opener) -> None:
    open_app.runner = DrawingRunner()
    async with open_app(size=(120, 40)) as desk:
        await open_prompt(desk)
        await try_line(desk, "plt.show()")
        await desk.sees("Figure 2 / 2")
        await try_line(desk, "plt.show()")
        await desk.sees("Figure 3 / 3")
        # A program that draws them by itself there is not: they are saved as text.
        await desk.press("escape", "ctrl+s")
        await desk.until(lambda: isinstance(desk.app.screen, SaveFigure))
        await desk.sees("PNG")
        await desk.press("down")
        await desk.sees("saved as TXT only")
        assert "PNG" not in desk.screen()
