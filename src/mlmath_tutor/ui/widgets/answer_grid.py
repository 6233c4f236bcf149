"""A matrix typed cell by cell: the grid grows as it is typed, and the usual notation fills it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message

from mlmath_tutor.engine.grading.grids import cells_of
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run

from ..ink import Line, Sheet, Span, inked
from ..study import Study
from .answer_text import QuestionText
from .cells import Cells, widths
from .drawn import Drawn

LEAST = 4  # cells of the screen a column takes


class MatrixGrid(Drawn, can_focus=True):
    """The cells of a matrix; `text` is the question it answers.

    Keys are dealt with in the order they come in, here and nowhere else: were each cell a
    widget of its own, quick typing would go into the wrong one.
    """

    DEFAULT_CSS = "MatrixGrid { margin: 1 4 0 6; }"
    BINDINGS = [
        Binding("enter", "submit", "key.submit", id="grid.submit", key_display="↵"),
        Binding("tab", "step(1)", "key.next-cell", id="grid.next"),
        Binding("shift+tab", "step(-1)", "key.previous-cell", id="grid.previous", show=False),
        Binding("down", "row(1)", "key.cells", id="grid.down", key_display="▴▾"),
        Binding("up", "row(-1)", "key.cells", id="grid.up", show=False),
        Binding("right", "beside(1)", "key.cells", id="grid.right", show=False),
        Binding("left", "beside(-1)", "key.cells", id="grid.left", show=False),
        Binding("home", "edge(False)", "key.first", id="grid.home", show=False),
        Binding("end", "edge(True)", "key.last", id="grid.end", show=False),
        Binding("backspace", "delete_left", "key.delete", id="grid.delete-left", show=False),
        Binding("delete", "delete_right", "key.delete", id="grid.delete-right", show=False),
        Binding("escape", "leave", "key.leave-input", id="grid.leave"),
        Binding("f9", "hint", "key.hint", id="grid.hint", key_display="F9"),
        Binding("f9", "solution", "key.solution", id="grid.solution", key_display="F9"),
    ]

    @dataclass
    class Submitted(Message):
        """The learner answers with the matrix."""

        value: str

    @dataclass
    class Changed(Message):
        """A cell changed."""

        value: str

    def __init__(self, study: Study, text: QuestionText, value: str) -> None:
        super().__init__(study)
        self.text = text
        self.cells = Cells(value)

    @property
    def value(self) -> str:
        """The matrix as one types it in one line."""
        return self.cells.value

    @value.setter
    def value(self, text: str) -> None:
        self.cells.fill(text)
        self._changed()

    def begin(self, sign: str) -> None:
        """Begin a matrix with its first sign, in place of what stands there."""
        self.focus()
        self.cells.clear()
        self.cells.type(sign)
        self._changed()

    def again(self) -> None:
        """Make what stands there ready to be replaced, cell by cell."""
        self.cells.go_to(0, 0)
        self.redraw()

    def _changed(self) -> None:
        self.redraw()
        self.post_message(self.Changed(self.value))

    # ------------------------------------------------------------ what is seen

    def look(self) -> object:
        """The cell in hand shows only while the grid is typed in."""
        return self.has_focus

    def sheet(self, width: int) -> Sheet:
        """The cells between brackets; while it is typed in, how to type."""
        sheet = Sheet()
        columns = widths(self.cells.rows, LEAST)
        bracket = self.study.signs.definition_rail
        for i, row in enumerate(self.cells.rows):
            line: list[Span] = [Span(f"{bracket} ", "line")]
            for j, (cell, column) in enumerate(zip(row, columns, strict=True)):
                in_hand = self.has_focus and (i, j) == self.cells.place
                line += self._cell(cell, column, in_hand=in_hand)
                line.append(Span(" "))
            sheet.add(*line, Span(bracket, "line"))
        if self.has_focus:
            sheet.blank()
            words = Run(self.study.say("question.grid"), "muted")
            sheet.extend(inked(row) for row in wrap((words,), max(1, width)))
        return sheet

    def _cell(self, cell: str, column: int, *, in_hand: bool) -> Line:
        """Return a cell, one sign wider than its column: for the caret."""
        if not in_hand:
            return (Span(f"{cell:<{column + 1}}", "bright", ground="sunken"),)
        caret = Span(self.study.signs.caret, "next", bold=True, ground="raised")
        rest = Span(" " * (column - len(cell)), ground="raised")
        if self.cells.fresh:
            return (Span(cell, "next", ground="raised"), caret, rest)
        at = self.cells.caret
        before, after = (Span(part, "bright", ground="raised") for part in (cell[:at], cell[at:]))
        return (before, caret, after, rest)

    def on_focus(self, _event: events.Focus) -> None:
        """Show the cell in hand, and the focus mark at the question."""
        self.redraw()
        self.text.refresh()

    def on_blur(self, _event: events.Blur) -> None:
        """Show the matrix alone."""
        self.redraw()
        self.text.refresh()

    # ------------------------------------------------------------ what is typed

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Every sign is typed."""
        return character is not None and _is_sign(character)

    async def on_key(self, event: events.Key) -> None:
        """Deal with a key at once, in its order: the bindings of the grid, then signs."""
        active = self.screen.active_bindings.get(event.key)
        if active is not None and active.node is self:
            event.stop()
            event.prevent_default()
            if active.enabled:
                await self.run_action(active.binding.action)
        elif event.character is not None and _is_sign(event.character):
            event.stop()
            event.prevent_default()
            self.cells.type(event.character)
            self._changed()

    def on_paste(self, event: events.Paste) -> None:
        """Fill the grid with a matrix; a single number goes into the cell in hand."""
        event.stop()
        rows = cells_of(event.text)
        if len(rows) == 1 and len(rows[0]) == 1:
            for sign in rows[0][0]:
                self.cells.type(sign)
        elif rows:
            self.cells.fill(event.text)
        self._changed()

    async def on_click(self, event: events.Click) -> None:
        """Take a cell in hand."""
        event.stop()
        spot = event.get_content_offset(self)
        if spot is None or spot.y >= len(self.cells.rows):
            return
        left = 2
        for j, column in enumerate(widths(self.cells.rows, LEAST)):
            if left <= spot.x < left + column + 1:
                self.cells.go_to(spot.y, j)
            left += column + 2
        self.redraw()

    # ------------------------------------------------------------ what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer help only when there is some."""
        if action in ("hint", "solution"):
            return self.text.offers(action, ())
        return super().check_action(action, parameters)

    def action_submit(self) -> None:
        """Answer, or go to the first cell left empty between others."""
        if (hole := self.cells.hole) is not None:
            self.cells.go_to(*hole)
            self.redraw()
        elif self.value:
            self.post_message(self.Submitted(self.value))

    def action_step(self, by: int) -> None:
        """Go to the next or previous cell, row after row."""
        self.cells.step(by)
        self.redraw()

    def action_row(self, by: int) -> None:
        """Go to the row below or above."""
        if by > 0:
            self.cells.down()
        else:
            self.cells.up()
        self.redraw()

    def action_beside(self, by: int) -> None:
        """Move the caret, into the cell beside at the end of a text."""
        self.cells.beside(by)
        self.redraw()

    def action_edge(self, end: bool) -> None:
        """Move the caret to the start or the end of the text."""
        self.cells.edge(end)
        self.redraw()

    def action_delete_left(self) -> None:
        """Take away the sign before the caret; in an empty cell go back."""
        self.cells.delete_left()
        self._changed()

    def action_delete_right(self) -> None:
        """Take away the sign after the caret."""
        self.cells.delete_right()
        self._changed()

    def action_leave(self) -> None:
        """Leave the grid; what was typed is kept."""
        self.text.focus()

    def action_hint(self) -> None:
        """Show the next hint."""
        self.text.box.hint()

    def action_solution(self) -> None:
        """Show the worked solution."""
        self.text.box.hint()


def _is_sign(character: str) -> bool:
    """Return whether a character is typed; Python calls the full-width space unprintable."""
    return character.isprintable() or character == "\N{IDEOGRAPHIC SPACE}"
