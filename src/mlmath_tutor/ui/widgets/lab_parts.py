"""The parts of the lab around the editor: its heading, what was told, the figure column."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from mlmath_tutor.engine.runner import Variable

from ..ink import Sheet, Span, clipped, ends
from ..study import Study
from ..theme import INDENT
from .drawn import Drawn
from .lab_told import LabTold, changes
from .outcome import Outcome

MOST_CHANGES = 6
FRAME_ROWS = 5  # of the screen that are not page: title, line, gap, more, keys
FIGURE_ROWS, LEAST_FIGURE_ROWS = 22, 10


@dataclass(frozen=True, slots=True)
class EditorState:
    """What the row over the editor says."""

    name: str
    edited: bool
    line: int
    state: tuple[Span, ...]


class LabHead(Drawn):
    """The row over the editor: which program, whether edited, which line, how its run went."""

    def __init__(self, study: Study, state: EditorState) -> None:
        super().__init__(study)
        self._state = state

    def show(self, state: EditorState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.redraw()

    def sheet(self, width: int) -> Sheet:
        """One row."""
        now, say = self._state, self.study.say
        left = [Span(now.name, "bright", bold=True)]
        if now.edited:
            left.append(Span(say("lab.edited"), "bright", bold=True))
        left.append(Span(f"  {say('lab.line', line=now.line)}", "muted"))
        sheet = Sheet()
        sheet.add(Span(" " * INDENT), *ends(left, now.state, width - INDENT))
        return sheet


class ToldHead(Drawn):
    """The row over output and variables, with the focus mark while they are in hand."""

    DEFAULT_CSS = "ToldHead { margin-top: 1; }"

    def __init__(self, study: Study, told: LabTold) -> None:
        super().__init__(study)
        self._told = told
        self._here = False

    def mark(self, *, here: bool) -> None:
        """Show or take away the focus mark."""
        self._here = here
        self.redraw()

    def sheet(self, width: int) -> Sheet:
        """One row."""
        mark = Span(f"{self.study.signs.here} " if self._here else "  ", "next", bold=True)
        sheet = Sheet()
        sheet.add(*self._told.heading(width, mark))
        return sheet


class ToldPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Output and variables: a pane that can be gone to and scrolled."""

    DEFAULT_CSS = "ToldPane { height: 1fr; scrollbar-size: 0 0; }"
    BINDINGS = [
        Binding("down,j", "scroll_rows(1)", "key.scroll", id="told.down", key_display="▴▾"),
        Binding("up,k", "scroll_rows(-1)", "key.scroll", id="told.up", show=False),
        Binding("pagedown,space", "scroll_pages(1)", "key.page", id="told.page", show=False),
        Binding("pageup", "scroll_pages(-1)", "key.page", id="told.page-up", show=False),
        Binding("t", "screen.traceback", "key.traceback", id="told.traceback", show=False),
    ]

    class Scrolled(Message):
        """The pane moved, grew, or came in or out of hand."""

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by some rows."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by some pages, a row of the last one kept."""
        self.action_scroll_rows(pages * max(1, self.size.height - 1))

    @property
    def has_more(self) -> bool:
        """Whether there is more below."""
        return self.scroll_offset.y + self.size.height < self.virtual_size.height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def watch_virtual_size(self) -> None:
        """Tell the screen."""
        self.post_message(self.Scrolled())

    def on_focus(self, _event: events.Focus) -> None:
        """Tell the screen."""
        self.post_message(self.Scrolled())

    def on_blur(self, _event: events.Blur) -> None:
        """Tell the screen."""
        self.post_message(self.Scrolled())


class FigureColumn(Drawn):
    """The figures of the run in the right column of a wide screen, and what is new in it."""

    def __init__(self, study: Study, outcome: Outcome) -> None:
        super().__init__(study)
        self._outcome = outcome
        self._before: tuple[Variable, ...] = ()

    def show(self, outcome: Outcome, before: tuple[Variable, ...]) -> None:
        """Show another run; `before` are the variables of the one it followed."""
        self._outcome, self._before = outcome, before
        self.redraw()

    def sheet(self, width: int) -> Sheet:
        """The figures one under the other, then the values that changed."""
        sheet = Sheet()
        figures = self._outcome.figures
        count = len(figures.shown)
        room = self.app.size.height - FRAME_ROWS - self._change_rows
        rows = max(LEAST_FIGURE_ROWS, min(FIGURE_ROWS, room // max(1, count) - 2))
        for at, number in enumerate(sorted(figures.shown), 1):
            sheet.blank()
            if count > 1:
                sheet.add(Span(self.study.say("lab.figure", at=at, count=count), "muted"))
            sheet.extend(figures.one(number, width, rows, self.app.theme, self.study.signs))
        self._add_changes(sheet, width)
        return sheet

    @property
    def _changes(self) -> list[tuple[str, str, str]]:
        summary = self._outcome.summary
        return changes(self._before, summary.variables)[:MOST_CHANGES] if summary else []

    @property
    def _change_rows(self) -> int:
        return len(self._changes) + 2 if self._changes else 0

    def _add_changes(self, sheet: Sheet, width: int) -> None:
        found = self._changes
        if not found:
            return
        sheet.blank()
        sheet.add(Span(self.study.say("lab.against-last"), "muted"))
        for name, then, now in found:
            row = (
                Span(f"{name}  ", "maths"),
                Span(then, "muted"),
                Span(f"  {self.study.signs.to}  ", "muted"),
                Span(now, "bright"),
            )
            sheet.extend([clipped(row, width)])
