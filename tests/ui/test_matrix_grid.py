"""A matrix typed cell by cell, in the usual notation, and pasted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from desk import Desk, make_study
from mlmath_tutor.engine.events import Answered
from mlmath_tutor.i18n import Lang
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.messages import OpenQuiz
from mlmath_tutor.ui.screens.quiz import QuizScreen
from mlmath_tutor.ui.widgets.answer_grid import MatrixGrid
from mlmath_tutor.ui.widgets.block import BlockView
from mlmath_tutor.ui.widgets.cells import Cells

KINDS = Path(__file__).parents[1] / "data" / "kinds"
Ask = Callable[..., AbstractAsyncContextManager[Desk]]
KEYS = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ";": "semicolon",
    ",": "comma",
    " ": "space",
    "/": "slash",
    ".": "full_stop",
    "-": "minus",
}


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Opens the app at the question for a matrix, in its grid."""

    @asynccontextmanager
    async def opened(
        lang: Lang = "en", size: tuple[int, int] = (80, 24), question: str = "kinds.matrix"
    ) -> AsyncIterator[Desk]:
        study = make_study(tmp_path / "home", course=KINDS, lang=lang)
        study.settings.change(ask_how_sure=False)
        app = TutorApp(study, theme="kokuban")
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await pilot.pause()
            app.post_message(OpenQuiz("kinds", (question,)))
            await desk.until(lambda: isinstance(app.screen, QuizScreen) and bool(app.focused))
            yield desk

    return opened


def grid(desk: Desk) -> MatrixGrid:
    return desk.app.screen.query_one(MatrixGrid)


async def type_keys(desk: Desk, text: str) -> None:
    """Press the keys one after the other, without waiting for each to be dealt with."""
    await desk.pilot.press(*(KEYS.get(sign, sign) for sign in text))
    await desk.pilot.pause()


def shape(desk: Desk) -> tuple[int, int]:
    rows = grid(desk).cells.rows
    return len(rows), len(rows[0])


def answers(desk: Desk) -> list[str]:
    return [e.what.answer for e in desk.study.store.events() if isinstance(e.what, Answered)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("[1 2; 3 4]", "[1 2; 3 4]"),
        ("[[1,2],[3,4]]", "[1 2; 3 4]"),
        ("[1, 2; 3, 4]", "[1 2; 3 4]"),
        ("1 2;3 4", "[1 2; 3 4]"),
        ("1 2 3;4 5 6;7 8 9", "[1 2 3; 4 5 6; 7 8 9]"),
        ("[[1], [2], [3]]", "[1; 2; 3]"),
        ("[1/6 -0.5]", "[1/6 -0.5]"),
        ("5", "[5]"),
        ("", ""),
    ],
)
async def test_the_notation_typed_goes_from_cell_to_cell(ask: Ask, typed: str, value: str) -> None:
    async with ask() as desk:
        await type_keys(desk, typed)
        assert grid(desk).value == value


async def test_tab_goes_on_row_after_row_and_the_first_row_grows(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("1", "tab", "2", "tab", "3")
        assert shape(desk) == (2, 3)
        await desk.press("semicolon", "4", "tab", "5", "tab", "6", "tab", "7")
        assert grid(desk).value == "[1 2 3; 4 5 6; 7 ? ?]"
        await desk.press("shift+tab", "shift+tab", "9")
        assert grid(desk).value == "[1 2 3; 4 9 6; 7 ? ?]"


async def test_arrows_move_between_cells_and_inside_them(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("1", "2", "left", "3", "right", "right", "4")
        assert grid(desk).value == "[132 4]"
        await desk.press("down", "5", "up", "left", "left", "8")
        assert grid(desk).value == "[1382 4; ? 5]"
        await desk.press("down", "down", "down", "6")
        assert shape(desk)[0] == 3


async def test_what_was_added_and_left_empty_goes_away(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("1", "tab", "2", "tab")
        assert shape(desk) == (2, 3)
        await desk.press("backspace")
        assert shape(desk) == (2, 2)
        await desk.press("backspace", "3")
        assert grid(desk).value == "[1 3]"


async def test_a_pasted_matrix_fills_the_grid(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("9")
        desk.app.post_message(events.Paste("1  2  3\n4  5  6\n"))
        await desk.until(lambda: grid(desk).value == "[1 2 3; 4 5 6]")
        desk.app.post_message(events.Paste("[[2, 1], [2, 0]]"))
        await desk.until(lambda: grid(desk).value == "[2 1; 2 0]")
        await desk.press("enter")
        await desk.sees("✓")


async def test_one_pasted_number_goes_into_its_cell(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("1", "tab")
        desk.app.post_message(events.Paste("0.25"))
        await desk.until(lambda: grid(desk).value == "[1 0.25]")


async def test_signs_and_digits_in_full_width_are_read(ask: Ask) -> None:
    async with ask(lang="ja") as desk:
        for sign in "［２　１；２　０］":
            desk.app.post_message(events.Key(sign, sign))
        await desk.until(lambda: len(grid(desk).value) > 8)
        await desk.press("enter")
        await desk.sees("✓")


async def test_a_hole_is_gone_to_instead_of_answering(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("1", "down", "tab", "4", "enter")
        assert answers(desk) == []
        await desk.press("3", "enter")
        await desk.until(lambda: grid(desk).value in ("[1 3; ? 4]", "[1 ?; 3 4]"))
        assert answers(desk) == []


async def test_a_digit_or_a_bracket_begins_a_matrix_without_another_key(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("escape")
        assert isinstance(desk.app.screen.focused, BlockView)
        await type_keys(desk, "[7 8]")
        assert grid(desk).value == "[7 8]"
        await desk.press("escape", "5")
        assert grid(desk).value == "[5]"


async def test_a_wrong_answer_stays_to_be_mended(ask: Ask) -> None:
    async with ask() as desk:
        await type_keys(desk, "[2 2; 1 0]")
        await desk.press("enter")
        await desk.sees("transpose")
        await desk.press("space", "tab", "1", "down", "0", "shift+tab", "2", "enter")
        await desk.sees("✓")
        assert answers(desk) == ["[2 2; 1 0]", "[2 1; 2 0]"]


async def test_an_object_with_properties_is_typed_in_a_grid_too(ask: Ask) -> None:
    async with ask(question="kinds.construct") as desk:
        await type_keys(desk, "[1 1; 1 1]")
        assert grid(desk).value == "[1 1; 1 1]"


@pytest.mark.parametrize("size", [(40, 14), (80, 24), (120, 40)])
async def test_the_grid_fits_every_size(ask: Ask, size: tuple[int, int]) -> None:
    async with ask(size=size) as desk:
        await type_keys(desk, "[1 2 3; 4 5 6; 1/7 8 -9.125]")
        await desk.sees("-9.125")
        assert all(len(line) <= size[0] for line in desk.screen().splitlines())


async def test_keys_in_a_burst_go_where_they_are_meant_for(ask: Ask) -> None:
    async with ask() as desk:
        for sign in "[2 1; 2 0]":
            desk.app.post_message(events.Key(KEYS.get(sign, sign), sign))
        for key in ("shift+tab", "7", "tab", "enter"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: answers(desk) == ["[2 1; 7 0]"])


async def test_a_click_takes_a_cell_in_hand(ask: Ask) -> None:
    async with ask() as desk:
        await type_keys(desk, "[1 2; 3 4]")
        rows = desk.screen().splitlines()
        row = next(n for n, line in enumerate(rows) if "⡇ 1" in line)
        await desk.pilot.click(offset=(rows[row].index("2"), row))
        await desk.press("8")
        assert grid(desk).value == "[1 8; 3 4]"


def typed(text: str) -> Cells:
    cells = Cells()
    for sign in text:
        cells.type(sign)
    return cells


def test_empty_rows_and_columns_at_the_end_do_not_count() -> None:
    assert Cells().value == ""
    cells = typed("1")
    cells.go_to(1, 1)
    cells.type("2")
    assert (cells.value, cells.hole) == ("[1 ?; ? 2]", (0, 1))


@given(st.lists(st.lists(st.integers(-99, 99), min_size=1, max_size=5), min_size=1, max_size=5))
def test_any_matrix_is_typed_pasted_and_given_back_alike(matrix: list[list[int]]) -> None:
    rows = [row[: len(matrix[0])] + [0] * (len(matrix[0]) - len(row)) for row in matrix]
    flat = "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]"
    nested = "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in rows) + "]"
    assert typed(flat).value == typed(nested).value == Cells(nested).value == flat


@given(st.text("12-/;, []", max_size=40), st.lists(st.sampled_from("lrudsbx"), max_size=20))
def test_whatever_is_done_the_cell_in_hand_is_there(text: str, moves: list[str]) -> None:
    cells = typed(text)
    for move in moves:
        match move:
            case "l":
                cells.beside(-1)
            case "r":
                cells.beside(1)
            case "u":
                cells.up()
            case "d":
                cells.down()
            case "s":
                cells.step(-1)
            case "b":
                cells.delete_left()
            case "x":
                cells.delete_right()
        assert 0 <= cells.caret <= len(cells.text)
        assert len({len(row) for row in cells.rows}) == 1
