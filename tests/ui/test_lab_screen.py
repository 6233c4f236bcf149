"""The lab: a program edited, run, broken and brought back; nothing typed is ever lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.events import Key

from desk import Desk, Opener
from mlmath_tutor.engine.events import Edited, Run
from mlmath_tutor.ui.screens.lab import LabScreen
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.theme import THEMES
from mlmath_tutor.ui.widgets.editor import Editor, editor_theme
from staged_runner import StagedRunner

PROGRAM = "coin.moving"
TEXT = """\
import math

n = 100
print(f"standard deviation {math.sqrt(0.25 / n):.4f}")"""


@pytest.fixture
def runner(open_app: Opener) -> StagedRunner:
    """Return the runner that the app is opened with."""
    open_app.runner = runner = StagedRunner()
    return runner


async def enter(desk: Desk) -> Editor:
    """Open the exploration of the small course in the lab."""
    await desk.press("space")
    await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
    for _ in range(30):
        view = desk.app.screen.focused
        if getattr(view, "block_id", "") == PROGRAM:
            break
        await desk.press("down")
    await desk.press("e")
    await desk.until(lambda: isinstance(desk.app.screen, LabScreen))
    return desk.app.screen.query_one(Editor)


def edits(desk: Desk) -> list[str]:
    return [e.what.code for e in desk.study.store.events() if isinstance(e.what, Edited)]


async def test_the_lab_opens_with_the_program_and_closes_at_the_same_place(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        assert editor.text == TEXT
        await desk.sees("from 1.1")
        assert "edited" not in desk.screen()
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        assert getattr(desk.app.screen.focused, "block_id", "") == PROGRAM
        assert edits(desk) == []


async def test_the_lab_opens_at_the_values_of_the_knobs(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("escape", "right")
        await desk.press("e")
        await desk.until(lambda: isinstance(desk.app.screen, LabScreen))
        assert "n = 400" in desk.app.screen.query_one(Editor).text
        assert "edited" not in desk.screen()


async def test_a_run_shows_output_and_variables(open_app: Opener) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        editor.move_cursor((2, 7))
        await desk.press("backspace", "ctrl+r")
        await desk.sees("standard deviation 0.1581")
        await desk.sees("✓")
        screen = desk.screen()
        assert "Example" not in screen
        assert "Explore, edited" in screen
        assert "line 3" in screen
        assert "int" in screen

        def runs() -> list[Run]:
            return [e.what for e in desk.study.store.events() if isinstance(e.what, Run)]

        # What is written is shown before the run has ended.
        await desk.until(lambda: bool(runs()))
        assert [(run.program, run.ended, run.edited) for run in runs()] == [(PROGRAM, "ok", True)]
        await desk.press("f8")
        await desk.until(lambda: "Variables" not in desk.screen())


async def test_a_failing_run_marks_its_line_until_the_line_is_changed(open_app: Opener) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        editor.move_cursor((2, 7))
        await desk.type(" + x")
        await desk.press("ctrl+r")
        await desk.sees("NameError")
        await desk.sees("error, line 3")
        bad = THEMES["kokuban"].bad.lower()

        def is_marked() -> bool:
            number = editor.render_line(2)._segments[0]
            assert number.text.strip() == "3"
            return number.style is not None and bad in str(number.style)

        assert is_marked()
        assert "Traceback" not in desk.screen()
        await desk.press("f9")
        await desk.sees("Traceback (most recent call last)")
        await desk.press("backspace")
        assert not is_marked()
        await desk.press("ctrl+z")
        assert is_marked()


async def test_edits_are_kept_on_leaving_and_offered_again(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("x", "escape")
        await desk.until(lambda: edits(desk) == [f"x{TEXT}\n"])
        await desk.sees("e opens the version you edited")
        await desk.press("e")
        await desk.sees("Explore, edited")
        assert len(edits(desk)) == 1


async def test_edits_are_kept_on_running(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("x", "ctrl+r")
        await desk.until(lambda: len(runner.jobs) == 1)
        assert runner.jobs[0].code == f"x{TEXT}"
        assert edits(desk) == [f"x{TEXT}\n"]


async def test_edits_are_kept_when_typing_pauses(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("x")
        await desk.until(lambda: edits(desk) == [f"x{TEXT}\n"])
        assert isinstance(desk.app.screen, LabScreen)


async def test_a_run_takes_the_keys_typed_just_before_it(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await enter(desk)
        for key in "wxyz":
            desk.app.post_message(Key(key, key))
        desk.app.post_message(Key("ctrl+r", None))
        await desk.until(lambda: len(runner.jobs) == 1)
        assert runner.jobs[0].code == f"wxyz{TEXT}"


async def test_edits_are_kept_on_quitting(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("y", "ctrl+q")
    async with open_app() as desk:
        assert edits(desk) == [f"y{TEXT}\n"]
        editor = await enter(desk)
        assert editor.text == f"y{TEXT}"


async def test_the_original_comes_back_after_a_question_and_can_be_undone(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        await desk.press("x", "ctrl+r", "ctrl+o")
        await desk.sees("Go back to the original?")
        await desk.press("escape")
        assert editor.text == f"x{TEXT}"
        await desk.press("ctrl+o", "enter")
        await desk.until(lambda: editor.text == TEXT)
        assert edits(desk)[-1] == ""
        await desk.press("ctrl+z")
        assert editor.text == f"x{TEXT}"


async def test_an_original_is_not_asked_about(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        await enter(desk)
        await desk.press("ctrl+o")
        assert isinstance(desk.app.screen, LabScreen)
        assert "ctrl+o" not in desk.screen()


async def test_a_run_is_stopped_unless_text_is_selected(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await enter(desk)
        runner.held = True
        await desk.press("ctrl+r", "shift+right", "ctrl+c")
        assert desk.app.clipboard == "i"
        await desk.press("left", "ctrl+c")
        await desk.sees("stopped")


async def test_running_again_lets_go_of_the_run_under_way(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        await enter(desk)
        runner.held = True
        await desk.press("ctrl+r")
        await desk.until(lambda: len(runner.jobs) == 1)
        await desk.press("x", "ctrl+r")
        await desk.until(lambda: len(runner.jobs) == 2)
        runner.held = False
        await desk.sees("0.01 s")
        assert runner.jobs[1].code == f"x{TEXT}"


async def test_keys_that_act_elsewhere_are_typed_in_the_editor(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        await desk.press("q", "L", "T", "question_mark", "space", "0")
        assert editor.text == f"qLT? 0{TEXT}"
        await desk.press("f6", "question_mark")
        await desk.sees("Keys on this screen")


async def test_a_new_line_keeps_the_indentation_and_a_colon_adds_to_it(
    open_app: Opener, runner: StagedRunner
) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        editor.replace_all("def f(x):")
        editor.move_cursor((0, 9))
        await desk.press("enter", "x", "enter", "y", "enter", "backspace", "z")
        assert editor.text == "def f(x):\n    x\n    y\nz"
        await desk.press("up", "shift+tab")
        assert editor.text == "def f(x):\n    x\ny\nz"


async def test_the_language_flips_an_unedited_program(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        for _ in range(6):
            await desk.press("down")
        await desk.press("e")
        await desk.sees("# Repeat the experiment")
        await desk.press("f6", "L")
        await desk.sees("公平な硬貨")
        assert edits(desk) == []


async def test_the_figure_stands_on_the_right_of_a_wide_screen(open_app: Opener) -> None:
    async with open_app(size=(120, 40)) as desk:
        await desk.press("space")
        await desk.until(lambda: isinstance(desk.app.screen, LessonScreen))
        for _ in range(6):
            await desk.press("down")
        await desk.press("e", "ctrl+r")
        await desk.sees("✓")
        editor = desk.app.screen.query_one(Editor)
        editor.move_cursor((4, 25))
        await desk.press("1", "ctrl+r")
        await desk.sees("Against the last run")
        await desk.press("f7")
        await desk.until(lambda: "Output" not in desk.screen())
        assert "relative frequency of heads" in desk.screen()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (110, 30), (160, 50)])
async def test_the_lab_fits_every_size(
    open_app: Opener, runner: StagedRunner, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as desk:
        editor = await enter(desk)
        await desk.press("ctrl+r")
        await desk.until(lambda: desk.screen().count("n = 100") == 2)
        assert all(len(row) <= size[0] for row in desk.screen().splitlines())
        assert editor.size.height >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_editor_takes_its_inks_from_the_theme(theme: str) -> None:
    inks, made = THEMES[theme], editor_theme(theme)
    assert made.base_style is not None
    assert made.base_style.color is not None
    assert made.base_style.color.name == inks.fg.lower()
    assert made.cursor_style is not None
    assert made.cursor_style.bgcolor is not None
    assert made.cursor_style.bgcolor.name == inks.next.lower()


async def test_the_text_is_inked_like_a_listing(open_app: Opener, runner: StagedRunner) -> None:
    async with open_app() as desk:
        editor = await enter(desk)
        inks = THEMES["kokuban"]
        styles = {
            line.plain[span.start : span.end]: str(span.style)
            for line in (editor.get_line(0), editor.get_line(2))
            for span in line.spans
        }
        assert "bold" in styles["import"]
        assert inks.bright.lower() in styles["import"]
        assert inks.maths.lower() in styles["100"]


def test_nothing_of_the_lab_is_loaded_before_it_opens() -> None:
    code = (
        "import sys, mlmath_tutor.ui.app, mlmath_tutor.ui.screens.lesson\n"
        "print([name for name in sys.modules if 'text_area' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
