"""A figure on the whole screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from ..ink import Sheet, Span
from ..study import Study
from ..theme import MARGIN
from .drawn import Drawn
from .figure import Figures
from .outcome import Outcome
from .popup import PopUp
from .saving import SaveFigure, savable


class ZoomedFigure(PopUp[None]):
    """The figures of a run, one at a time, as large as the terminal.

    Args:
        outcome: with figures.
        program: the id of the program that drew them.
    """

    DEFAULT_CSS = "ZoomedFigure { background: $ink-bg; align: left top; }"
    BINDINGS = [
        Binding("z,space", "close", "key.close", id="zoom.close"),
        Binding("s", "save", "key.save", id="zoom.save"),
        Binding("right,l,n", "turn(1)", "key.next-figure", id="zoom.next"),
        Binding("left,h,b", "turn(-1)", "key.previous-figure", id="zoom.previous"),
    ]

    def __init__(self, study: Study, outcome: Outcome, program: str) -> None:
        super().__init__(study)
        self._outcome = outcome
        self._program = program
        self._picture = _Picture(study, outcome.figures)

    def compose(self) -> ComposeResult:
        """The picture alone, without a sheet."""
        yield self._picture

    def action_turn(self, by: int) -> None:
        """Show another figure of the run."""
        self._picture.turn(by)

    def action_save(self) -> None:
        """Save the figure shown."""
        size = (self.size.width, self.size.height - 1)
        figures = savable(self._outcome, self._program, size)
        self.app.push_screen(SaveFigure(self.study, figures, self._picture.at))


class _Picture(Drawn):
    def __init__(self, study: Study, figures: Figures) -> None:
        super().__init__(study)
        self._figures = figures
        self.at = 0
        """Which figure is shown, from 0."""

    def turn(self, by: int) -> None:
        """Show another figure."""
        self.at = (self.at + by) % len(self._figures.shown)
        self.redraw()

    def sheet(self, width: int) -> Sheet:
        """The figure at the size of the screen."""
        number = sorted(self._figures.shown)[self.at]
        rows = self.app.size.height - 1
        sheet = Sheet(
            list(self._figures.one(number, width, rows, self.app.theme, self.study.signs))
        )
        keys = [Span(" " * MARGIN), Span("esc", "next", bold=True)]
        keys.append(Span(f" {self.study.say('key.close')}", "muted"))
        keys.append(Span("   s", "bright", bold=True))
        keys.append(Span(f" {self.study.say('key.save')}", "muted"))
        if len(self._figures.shown) > 1:
            at = f"{self.at + 1} / {len(self._figures.shown)}"
            keys.append(Span(f"   {self.study.signs.left_right}", "bright", bold=True))
            keys.append(Span(f" {self.study.say('key.next-figure')}  {at}", "muted"))
        sheet.add(*keys)
        return sheet
