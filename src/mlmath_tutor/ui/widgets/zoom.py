"""A figure on the whole screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from ..ink import Sheet
from ..study import Study
from .drawn import Drawn
from .figure import Figures


class ZoomedFigure(ModalScreen[None]):
    """The figures of a run, one at a time, as large as the terminal."""

    DEFAULT_CSS = "ZoomedFigure { background: $ink-bg; }"
    BINDINGS = [
        Binding("escape,z,space", "close", "key.close", id="zoom.close"),
        Binding("right,l,n", "turn(1)", "key.next-figure", id="zoom.next"),
        Binding("left,h,b", "turn(-1)", "key.previous-figure", id="zoom.previous"),
    ]

    def __init__(self, study: Study, figures: Figures) -> None:
        super().__init__()
        self.study = study
        self._picture = _Picture(study, figures)

    def compose(self) -> ComposeResult:
        """The picture alone."""
        yield self._picture

    def action_close(self) -> None:
        """Back to the lesson."""
        self.dismiss(None)

    def action_turn(self, by: int) -> None:
        """Show another figure of the run."""
        self._picture.turn(by)

    def redraw(self) -> None:
        """Draw anew: the theme changed."""
        self._picture.redraw()


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
        rows = self.app.size.height
        return Sheet(list(self._figures.one(number, width, rows, self.app.theme)))
