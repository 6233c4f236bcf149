"""Formulas and links inside a block can be taken in hand, copied, and asked about."""

from __future__ import annotations

import msgspec

from desk import Desk, Opener
from mlmath_tutor.content.text import Text
from mlmath_tutor.ui.widgets.block import BlockView

SPREAD = r"\E[\bar X]=p,\qquad \E\bigl[(\bar X-p)^2\bigr]=\frac{p(1-p)}{n}"


async def go_to(desk: Desk, block: str) -> BlockView:
    await desk.press("space")
    await desk.sees("You toss a coin 100 times")
    for _ in range(60):
        view = desk.app.screen.focused
        assert isinstance(view, BlockView)
        if view.block_id == block:
            return view
        await desk.press("down")
    raise AssertionError(desk.screen())


async def test_tab_takes_the_formulas_in_hand_one_after_the_other(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        view = await go_to(desk, "coin.spread")
        seen = []
        for _ in range(12):
            await desk.press("tab")
            if view.target is None:
                break
            seen.append(view.target)
        assert f"formula:{SPREAD}" in seen
        assert len(seen) == len(set(seen))
        await desk.press("shift+tab")
        assert view.target == seen[-1]
        await desk.press("escape")
        assert view.target is None


async def test_y_copies_the_formula_in_hand_or_all_of_the_block(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        view = await go_to(desk, "coin.spread")
        await desk.press("y")
        assert desk.app.clipboard == SPREAD
        await desk.press("tab")
        await desk.press("y")
        assert view.target is not None
        assert desk.app.clipboard == view.target.removeprefix("formula:") != SPREAD


async def test_enter_says_what_the_formula_is_made_of(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        view = await go_to(desk, "coin.spread")
        while view.target != f"formula:{SPREAD}":
            await desk.press("tab")
        await desk.press("enter")
        await desk.sees("the relative frequency")
        assert "¯" in desk.screen() or "X̄" in desk.screen()
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen.focused is view)


async def test_a_formula_wider_than_the_page_moves_sideways(open_app: Opener) -> None:
    async with open_app(size=(40, 24)) as desk:
        view = await go_to(desk, "coin.spread")
        wide = "x" * 34 + "END"
        # Nothing of the course is as wide: a name that cannot be broken is.
        text = Text(ja=f"$$\n\\mathrm{{{wide}}}\n$$", en=f"$$\n\\mathrm{{{wide}}}\n$$")
        view.statement = msgspec.structs.replace(view.statement, text=text)  # type: ignore[attr-defined]
        view.redraw()
        await desk.sees("xxxx")
        assert "END" not in desk.screen()
        await desk.press("right")
        await desk.sees("END")
        await desk.press("left")
        await desk.until(lambda: "END" not in desk.screen())


async def test_a_link_to_a_term_opens_its_meaning(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        view = await go_to(desk, "coin.question")
        while view.target != "term:frequency":
            await desk.press("tab")
        await desk.press("enter")
        term = next(t for t in desk.study.course.glossary if t.id == "frequency")
        await desk.sees(term.ja)


async def test_a_click_takes_a_formula_in_hand_and_a_second_one_asks(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        view = await go_to(desk, "coin.spread")
        rows = desk.screen().splitlines()
        row = next(n for n, text in enumerate(rows) if "p(1 − p)" in text)
        column = rows[row].index("p(1 − p)")
        await desk.pilot.click(offset=(column, row))
        await desk.until(lambda: view.target == f"formula:{SPREAD}")
        await desk.pilot.click(offset=(column, row))
        await desk.sees("the relative frequency")
