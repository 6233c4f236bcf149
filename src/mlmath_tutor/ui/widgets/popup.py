"""A sheet over the page: the page stays readable behind it, Esc closes."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from ..ink import Sheet, Span, padded
from ..study import Study
from .drawn import Drawn

Result = TypeVar("Result")


class PopUp(ModalScreen[Result | None]):
    """A pop-up of some rows."""

    DEFAULT_CSS = """
    PopUp { align: center middle; background: $ink-bg 70%; }
    PopUp > VerticalScroll {
        width: 72; max-width: 96%; height: auto; max-height: 90%;
        background: $ink-raised; padding: 1 2; scrollbar-size: 0 0;
    }
    """
    BINDINGS = [Binding("escape", "close", "key.close", id="popup.close")]

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study

    def inside(self) -> Widget:
        """Return what the pop-up shows."""
        raise AssertionError("a subclass gives its content")

    def compose(self) -> ComposeResult:
        """The sheet."""
        with VerticalScroll():
            yield self.inside()

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def redraw(self) -> None:
        """Lay out anew: the language or the theme changed."""
        for drawn in self.query(Drawn):
            drawn.redraw()


def raised(sheet: Sheet, width: int) -> Sheet:
    """Return the sheet on the raised ground."""
    lines = [padded(line or (Span(" "),), width, "raised") for line in sheet.lines]
    return Sheet(lines, sheet.acts)
