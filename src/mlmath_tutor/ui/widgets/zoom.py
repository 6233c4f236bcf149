"""A figure on the whole screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from ..ink import Sheet, Span
from ..study import Study
from ..theme import MARGIN
from .drawn import Drawn
from .figure import Figures
from .popup import PopUp


class ZoomedFigure(PopUp[None]):
    """The figures of a run, one at a time, as large as the terminal."""

    DEFAULT_CSS = "ZoomedFigure { background: $ink-bg; align: left top; }"
    BINDINGS = [
        Binding("z,space", "close", "key.close", id="zoom.close"),
        Binding("right,l,n", "turn(1)", "key.next-figure", id="zoom.next"),
        Binding("left,h,b", "turn(-1)", "key.previous-figure", id="zoom.previous"),
    ]

    def __init__(self, study: Study, figures: Figures) -> None:
        super().__init__(study)
        self._picture = _Picture(study, figures)

    def compose(self) -> ComposeResult:
        """The picture alone, without a sheet."""
        yield self._picture

    def action_turn(self, by: int) -> None:
        """Show another figure of the run."""
        self._picture.turn(by)


class _Picture(Drawn):
    def __init__(self, study: Study, figures: Figures) -> None:
        super().__init__(study)
        self._figures = figures
        self._at = 0

    def turn(self, by: int) -> None:
        """Show another figure."""
        self._at = (self._at + by) % len(self._figures.shown)
        self.redraw()

    def sheet(self, width: int) -> Sheet:
        """The figure at the size of the screen."""
        number = sorted(self._figures.shown)[self._at]
        rows = self.app.size.height - 1
        sheet = Sheet(
            list(self._figures.one(number, width, rows, self.app.theme, self.study.signs))
        )
        keys = [Span(" " * MARGIN), Span("esc", "next", bold=True)]
        keys.append(Span(f" {self.study.say('key.close')}", "muted"))
        if len(self._figures.shown) > 1:
            at = f"{self._at + 1} / {len(self._figures.shown)}"
            keys.append(Span(f"   {self.study.signs.left_right}", "bright", bold=True))
            keys.append(Span(f" {self.study.say('key.next-figure')}  {at}", "muted"))
        sheet.add(*keys)
        return sheet
