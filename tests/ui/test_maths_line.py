"""Typed mathematics in the app: echoed while it is typed, marked where it stops, signs at hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from desk import Desk, make_study
from mlmath_tutor.engine.events import Answered
from mlmath_tutor.i18n import LANGUAGES, Lang
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.messages import GoHome, OpenQuiz
from mlmath_tutor.ui.widgets.maths_line import MathsInput
from mlmath_tutor.ui.widgets.palette import Palette

KINDS = Path(__file__).parents[1] / "data" / "kinds"
Ask = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Opens the app at a question for an expression in z."""

    @asynccontextmanager
    async def opened(
        lang: Lang = "en", size: tuple[int, int] = (80, 24), question: str = "kinds.expression"
    ) -> AsyncIterator[Desk]:
        app = TutorApp(make_study(tmp_path / "home", course=KINDS, lang=lang), theme="kokuban")
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await pilot.pause()
            app.post_message(OpenQuiz("kinds", (question,)))
            await desk.sees("1 / 1")
            yield desk

    return opened


def line(desk: Desk) -> Input:
    return desk.app.screen_stack[-1].query_one(MathsInput)


async def type_into(desk: Desk, text: str) -> None:
    """Type character by character, as a keyboard or an input method sends them."""
    for sign in text:
        line(desk).post_message(events.Key(sign, sign))
    await desk.pilot.pause()


def answers(desk: Desk) -> list[Answered]:
    return [e.what for e in desk.study.store.events() if isinstance(e.what, Answered)]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_what_is_typed_is_set_before_it_is_judged(ask: Ask, lang: Lang) -> None:
    async with ask(lang) as desk:
        await type_into(desk, "z^2/3")
        await desk.sees("──")
        assert "こう読みました" in desk.screen() or "read as" in desk.screen()
        assert answers(desk) == []
        assert not {"✓", "✗"} & set(desk.screen())


async def test_a_line_that_is_not_finished_is_set_with_a_box_and_not_blamed(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "sqrt(z+")
        await desk.sees("□")
        assert "not closed" not in desk.screen()


async def test_what_cannot_be_read_is_marked_under_its_place_and_costs_nothing(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "1+q*z")
        await desk.sees("is not a name that can be used here")
        rows = desk.screen().splitlines()
        typed = next(n for n, row in enumerate(rows) if "1+q*z" in row)
        assert rows[typed + 1].index("▴") == rows[typed].index("q")
        await desk.press("enter")
        await desk.sees("does not count as an answer")
        assert answers(desk) == []
        assert line(desk).value == "1+q*z"
        assert line(desk).has_focus


async def test_a_message_goes_once_the_line_is_mended(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "(z")
        await desk.press("enter")
        await desk.sees("is not closed")
        await type_into(desk, ")")
        await desk.until(lambda: "is not closed" not in desk.screen())


@pytest.mark.parametrize(
    "typed",
    [
        "－１／（１＋ｅ＾ｚ）",  # an input method left on
        r"-\frac{1}{1+e^{z}}",
        r"$-\frac{1}{1+\mathrm{e}^{z}}$",
        "−1÷(1+eᶻ)",
        "σ(z)−1",
    ],
)
async def test_input_methods_latex_and_signs_are_understood(ask: Ask, typed: str) -> None:
    async with ask() as desk:
        line(desk).post_message(events.Paste(typed))
        await desk.pilot.pause()
        await desk.press("enter", "d")
        await desk.sees("✓")
        assert answers(desk)[-1].score == 1


async def test_the_palette_inserts_at_the_cursor_and_leaves_it_in_the_bracket(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "1+")
        await desk.press("f10")
        await desk.sees("Forms and signs")
        await desk.press("down", "down", "enter")  # a root
        assert not isinstance(desk.app.screen, Palette)
        await type_into(desk, "z")
        assert line(desk).value == "1+√(z)"


async def test_the_palette_puts_its_form_around_what_is_selected(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "1+z")
        line(desk).select_all()
        await desk.press("f10", "down", "enter")  # a fraction
        await type_into(desk, "")
        assert line(desk).value == "(1+z)/()"


async def test_the_palette_closes_without_a_sign_and_takes_a_click(ask: Ask) -> None:
    async with ask() as desk:
        await desk.press("f10", "escape")
        assert line(desk).value == ""
        await desk.press("f10")
        rows = desk.screen().splitlines()
        row = next(n for n, text in enumerate(rows) if "sqrt" in text)
        await desk.pilot.click(offset=(rows[row].index("cbrt"), row))
        await desk.until(lambda: line(desk).value == "∛()")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_sign_of_the_palette_can_be_reached_and_seen(
    ask: Ask, size: tuple[int, int]
) -> None:
    async with ask(size=size) as desk:
        await desk.press("f10", *["right"] * 40)
        await desk.sees("▸ C(n, k)")
        await desk.press(*["up"] * 20)
        await desk.until(lambda: "▸ z" in desk.screen() or "▸ n!" in desk.screen())


async def test_what_was_typed_is_gone_on_with_after_a_wrong_answer(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "2z")
        await desk.press("enter", "a")
        await desk.sees("✗")
        await desk.press("minus")  # begins to type
        assert line(desk).value == "2z-"
        await desk.press("escape", "space")
        assert line(desk).value == "2z-"
        assert line(desk).selection.is_empty


async def test_an_expression_longer_than_the_line_is_read_on_a_narrow_screen(ask: Ask) -> None:
    async with ask(size=(44, 20)) as desk:
        await type_into(desk, "+".join(["exp(z)"] * 12))
        await desk.sees("exp(z) + exp(z)")


async def test_what_was_typed_and_not_given_is_found_again(ask: Ask) -> None:
    async with ask() as desk:
        await type_into(desk, "-1/(1+")
        desk.app.post_message(GoHome())
        await desk.until(lambda: "1/(1+" not in desk.screen())
    async with ask() as desk:
        assert line(desk).value == "-1/(1+"
        await type_into(desk, "e^z)")
        await desk.press("enter", "d")
        await desk.sees("✓")
        desk.app.post_message(GoHome())
        await desk.until(lambda: "✓" not in desk.screen() or "1/(1+" not in desk.screen())
        assert desk.study.progress.draft("kinds.expression") == ""
