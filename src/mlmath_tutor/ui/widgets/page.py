"""A screen as a page: title and line on top, keys at the bottom, a word when it is too small."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from ..study import Study
from ..theme import SMALLEST
from .drawn import Drawn
from .frame import Heading, KeyBar, MoreBelow, TitleLine, TooSmall


class Page(Screen[None]):
    """One screen of the app; a subclass gives `content`, its bindings and its heading."""

    DEFAULT_CSS = """
    Page { background: $ink-bg; color: $ink-fg; }
    Page.-too-small > * { display: none; }
    Page.-too-small > TooSmall { display: block; }
    """

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.title_line = TitleLine(study)
        self.more_below = MoreBelow(study)
        self._was_shown = False

    def content(self) -> Widget:
        """Return the widget between title and keys."""
        raise AssertionError("a subclass gives its content")

    def heading(self) -> Heading:
        """Return what the title row says now."""
        raise AssertionError("a subclass gives its heading")

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield self.title_line
        yield self.content()
        yield self.more_below
        yield KeyBar(self.study)
        yield TooSmall(self.study)

    def on_mount(self) -> None:
        """Show the title."""
        self.retitle()

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was on top."""
        if self._was_shown:
            self.redraw()
        self._was_shown = True

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size; below the smallest one only say so."""
        columns, rows = event.size
        self.set_class(columns < SMALLEST[0] or rows < SMALLEST[1], "-too-small")
        # The first size comes before the first layout: there is nothing to lay out anew.
        if self._was_shown:
            self.redraw()

    def retitle(self) -> None:
        """Show the title row anew."""
        self.title_line.show(self.heading())

    def redraw(self) -> None:
        """Lay everything out anew: size, language, theme or state changed."""
        self.retitle()
        for drawn in self.query(Drawn):
            drawn.redraw()
