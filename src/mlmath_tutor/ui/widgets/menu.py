"""Rows to choose from by arrow keys, Enter or a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from ..ink import Line, Sheet, Span
from ..study import Study
from ..theme import INDENT, MARGIN
from .drawn import Drawn


@dataclass(frozen=True, slots=True)
class Entry:
    """A row group; `name` is None where it cannot be chosen."""

    name: str | None
    lines: tuple[Line, ...]
    indent: int = 0


class Menu(Drawn, can_focus=True):
    """A list of entries, laid out anew for each width by `entries(width)`."""

    DEFAULT_CSS = "Menu { height: auto; }"
    BINDINGS = [
        Binding("down,j", "move(1)", "key.choose", id="menu.down", key_display="▴▾"),
        Binding("up,k", "move(-1)", "key.choose", id="menu.up", show=False),
        Binding("home", "edge(0)", "key.first", id="menu.first", show=False),
        Binding("end", "edge(-1)", "key.last", id="menu.last", show=False),
        Binding("enter", "choose", "key.open", id="menu.choose", key_display="↵"),
    ]

    @dataclass
    class Chosen(Message):
        """An entry was chosen."""

        menu: Menu
        name: str

    def __init__(
        self, study: Study, entries: Callable[[int], Sequence[Entry]], *, at: str = ""
    ) -> None:
        super().__init__(study)
        self._entries = entries
        self.at = at

    def sheet(self, width: int) -> Sheet:
        """All entries; the focus mark at the one in hand."""
        sheet = Sheet()
        entries = self._entries(width - INDENT - MARGIN)
        names = [entry.name for entry in entries if entry.name]
        if self.at not in names and names:
            self.at = names[0]
        for entry in entries:
            here = entry.name is not None and entry.name == self.at
            act = f"take('{entry.name}')" if entry.name else None
            for number, line in enumerate(entry.lines):
                mark = self.study.signs.here if here and number == 0 else " "
                gutter = " " * (MARGIN + entry.indent)
                gap = " " * (INDENT - MARGIN - 1)
                gutter_spans = (Span(gutter), Span(mark, "next", bold=True), Span(gap))
                sheet.add(*(gutter_spans if line else ()), *line, act=act)
        return sheet

    def _names(self) -> list[str]:
        width = self.content_size.width or self.app.size.width
        return [e.name for e in self._entries(width - INDENT - MARGIN) if e.name]

    def action_move(self, by: int) -> None:
        """Take another entry in hand."""
        names = self._names()
        if names:
            at = names.index(self.at) if self.at in names else 0
            self._put(names[max(0, min(len(names) - 1, at + by))])

    def action_edge(self, index: int) -> None:
        """Take the first or last entry in hand."""
        if names := self._names():
            self._put(names[index])

    def _put(self, name: str) -> None:
        self.at = name
        self.redraw()
        self.call_after_refresh(self._show_at)

    def _show_at(self) -> None:
        """Keep the entry in hand on the page."""
        scroller = self.parent
        if not isinstance(scroller, VerticalScroll):
            return
        rows = [
            r
            for r, act in self.laid_out(self.content_size.width).acts.items()
            if act == f"take('{self.at}')"
        ]
        if rows:
            top, bottom = rows[0], rows[-1] + 1
            now, height = round(scroller.scroll_y), scroller.size.height
            if top < now:
                scroller.scroll_to(y=top, animate=False)
            elif bottom > now + height:
                scroller.scroll_to(y=bottom - height, animate=False)

    def action_take(self, name: str) -> None:
        """Choose an entry by a click."""
        self._put(name)
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the entry in hand."""
        if self.at:
            self.post_message(self.Chosen(self, self.at))

    def on_mount(self, _event: events.Mount) -> None:
        """Be ready for keys, the entry in hand on the page."""
        self.focus()
        self.call_after_refresh(self._show_at)
