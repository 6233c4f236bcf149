"""Rows that widgets draw themselves: as Textual would draw them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from desk import EXPLORATIONS, Desk, Opener
from mlmath_tutor.ui.ink import Line, Sheet, Span
from mlmath_tutor.ui.widgets.drawn import Drawn


def cells_of(strip: Strip) -> Iterator[tuple[str, Style | None, object]]:
    """Yield each character with its style, and the place in the text that goes with it."""
    for text, style, _ in strip:
        column, row = (style.meta if style else {}).get("offset", (None, None))
        for at, character in enumerate(text):
            place = None if column is None else (column + at, row)
            bare = None if style is None else style.clear_meta_and_links()
            yield character, bare, place


def drawn_by_textual(widget: Drawn) -> list[list[tuple[str, Style | None, object]]]:
    widget._set_dirty()
    rows = [list(cells_of(Widget.render_line(widget, y))) for y in range(widget.size.height)]
    widget.refresh()
    return rows


def assert_drawn_alike(desk: Desk) -> int:
    """Compare all rows of all widgets of the screen; return how many rows there are."""
    count = 0
    for widget in desk.app.screen.query(Drawn):
        ours = [list(cells_of(widget.render_line(y))) for y in range(widget.size.height)]
        for row, theirs in zip(ours, drawn_by_textual(widget), strict=True):
            assert row == theirs
            count += bool(row)
    return count


@pytest.mark.parametrize("theme", ["kokuban", "hogan"])
@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_rows_are_drawn_as_textual_draws_them(open_app: Opener, theme: str, lang) -> None:
    async with open_app(lang=lang, theme=theme) as desk:
        assert assert_drawn_alike(desk) > 5
        await desk.press("space")
        await desk.until(lambda: assert_drawn_alike(desk) > 20)


async def test_figures_are_drawn_as_textual_draws_them(open_app: Opener) -> None:
    open_app.course = EXPLORATIONS
    async with open_app() as desk:
        await desk.press("space", "down", "space")
        await desk.sees("8 heads in 10 tosses")
        await desk.press("right")
        await desk.until(lambda: "⣀" in desk.screen() or "⠤" in desk.screen())
        assert_drawn_alike(desk)


async def test_rows_follow_a_change_of_theme(open_app: Opener) -> None:
    async with open_app(theme="kokuban") as desk:
        before = [list(cells_of(w.render_line(0))) for w in desk.app.screen.query(Drawn)]
        desk.app.theme = "hogan"
        await desk.pilot.pause()
        after = [list(cells_of(w.render_line(0))) for w in desk.app.screen.query(Drawn)]
        assert before != after
        assert_drawn_alike(desk)


class Wide(Drawn):
    """Rows wider than the screen, one of them cut in the middle of a wide character."""

    def sheet(self, width: int) -> Sheet:
        """Return them."""
        long: Line = (Span("a" * (width - 1), "maths"), Span("誤差", "bad", bold=True))
        colours: Line = tuple(Span("▀", rgb="#102030", rgb_ground=f"#{k:06x}") for k in range(200))
        return Sheet([long, (), colours, (Span("", "muted"), Span("in front", ground="sunken"))])


async def test_rows_end_where_the_widget_ends(open_app: Opener) -> None:
    async with open_app() as desk:
        wide = Wide(desk.study)
        await desk.app.screen.mount(wide)
        await desk.pilot.pause()
        theirs = drawn_by_textual(wide)
        assert [list(cells_of(wide.render_line(y))) for y in range(len(theirs))] == theirs
        assert all(wide.render_line(y).cell_length <= wide.size.width for y in range(len(theirs)))


async def test_selected_text_is_marked(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("space")
        await desk.sees("Tossing a coin")
        before = desk.app.screen.query(Drawn).last().render_line(0)
        desk.app.screen.text_select_all()
        await desk.pilot.pause()
        assert desk.app.screen.get_selected_text()
        assert desk.app.screen.query(Drawn).last().render_line(0) != before
