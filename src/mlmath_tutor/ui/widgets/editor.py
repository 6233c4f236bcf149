"""A program being edited: Textual's text area in the restraint of the lessons' listings."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from ..ink import Line
from ..theme import DARK_THEME, THEMES, Inks
from .code import NUMBERS, highlighted

INDENT_WIDTH = 4
MOST_COLOURED = 1000  # lines; a longer text is not coloured, so that typing stays quick


def editor_theme(name: str) -> TextAreaTheme:
    """Return the inks of theme `name` for a text area."""
    inks = THEMES[name]
    return TextAreaTheme(
        name=name,
        base_style=Style(color=inks.fg, bgcolor=inks.sunken),
        gutter_style=Style(color=inks.muted, bgcolor=inks.sunken),
        cursor_style=Style(color=inks.bg, bgcolor=inks.next),
        cursor_line_style=Style(bgcolor=inks.sunken),
        cursor_line_gutter_style=Style(color=inks.bright, bgcolor=inks.sunken),
        bracket_matching_style=Style(color=inks.bright, bgcolor=inks.raised, bold=True),
        selection_style=Style(color=inks.bg, bgcolor=inks.muted),
    )


class Editor(TextArea):
    """The learner's text of a program, in the theme of the app."""

    DEFAULT_CSS = """
    Editor, Editor:focus { border: none; padding: 0; scrollbar-size: 0 0; }
    """
    BINDINGS = [
        Binding("ctrl+z", "undo", "key.undo", id="editor.undo", show=False),
        Binding("ctrl+y", "redo", "key.redo", id="editor.redo", show=False),
        Binding("shift+tab", "dedent", "key.dedent", id="editor.dedent", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(
            text,
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            highlight_cursor_line=False,
            compact=True,
        )
        self.cursor_blink = False
        for name in THEMES:
            self.register_theme(editor_theme(name))
        self.theme = DARK_THEME
        self._coloured: tuple[str, list[Line]] = ("", [])
        self._marked: tuple[int, str] | None = None

    # ------------------------------------------------------------ what is seen

    def on_mount(self) -> None:
        """Take the theme of the app, now and whenever it changes."""
        self.watch(self.app, "theme", self._follow_theme)

    def _follow_theme(self, name: str) -> None:
        self.theme = name

    def mark(self, line: int | None) -> None:
        """Mark the line (from 1) at which a run failed, until it is changed; None for no line."""
        rows = self.document.lines
        known = line is not None and 0 < line <= len(rows)
        self._marked = (line, rows[line - 1]) if line is not None and known else None
        self.refresh()

    def show_line(self, line: int) -> None:
        """Scroll so that a line (from 1) is in view."""
        top, height = round(self.scroll_offset.y), self.size.height
        if not top < line <= top + height:
            self.scroll_to(y=max(0, line - 1 - height // 2), animate=False)

    @property
    def gutter_width(self) -> int:
        """Cells of the line numbers, as wide as those of a listing."""
        return max(NUMBERS, len(str(self.document.line_count)) + 1)

    def get_line(self, line_index: int) -> Text:
        """Return a line in its inks: keywords bold, strings and numbers blue, comments muted."""
        text = super().get_line(line_index)
        inks = THEMES[self.theme]
        column = 0
        for span in self._inked_line(line_index):
            end = column + len(span.text)
            text.stylize(Style(color=getattr(inks, span.tone), bold=span.bold), column, end)
            column = end
        return text

    def _inked_line(self, index: int) -> Line:
        if self.document.line_count > MOST_COLOURED:
            return ()
        if self._coloured[0] != self.text:
            self._coloured = (self.text, list(highlighted(self.text)))
        lines = self._coloured[1]
        return lines[index] if index < len(lines) else ()

    def render_line(self, y: int) -> Strip:
        """Return a row with its number: the current one bright, the marked one red."""
        strip = super().render_line(y)
        number = y + round(self.scroll_offset.y) + 1
        if number > self.document.line_count or not self.text:
            return strip
        inks = THEMES[self.theme]
        width = self.gutter_width
        gutter = Segment(f"{number:>{width - 1}} ", self._number_style(number, inks))
        return Strip([gutter, *strip.crop(width)], strip.cell_length)

    def _number_style(self, number: int, inks: Inks) -> Style:
        ground = inks.sunken
        if self._marked is not None and self._marked == (number, self.document[number - 1]):
            return Style(color=inks.bad, bgcolor=ground, bold=True)
        if self.has_focus and number == self.cursor_location[0] + 1:
            return Style(color=inks.bright, bgcolor=ground)
        return Style(color=inks.muted, bgcolor=ground)

    # ------------------------------------------------------------ typing

    def on_key(self, event: events.Key) -> None:
        """Keep the indentation on a new line; leave Esc to the screen."""
        if event.key == "escape":
            # Textual would go to the next widget and stop there.
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._new_line()

    def _new_line(self) -> None:
        start, end = sorted(self.selection)
        before = self.document[start[0]][: start[1]]
        indent = before[: len(before) - len(before.lstrip())]
        if before.partition("#")[0].rstrip().endswith(":"):
            indent += " " * INDENT_WIDTH
        self.replace(f"\n{indent}", start, end, maintain_selection_offset=False)

    def action_delete_left(self) -> None:
        """Delete to the left; inside the indentation, to the step before."""
        row, column = self.cursor_location
        before = self.document[row][:column]
        if self.selection.is_empty and before and not before.strip(" "):
            step = (column - 1) % INDENT_WIDTH + 1
            self.delete((row, column - step), (row, column), maintain_selection_offset=False)
        else:
            super().action_delete_left()

    def action_dedent(self) -> None:
        """Take one step of indentation from the current line."""
        row, _ = self.cursor_location
        line = self.document[row]
        spaces = min(INDENT_WIDTH, len(line) - len(line.lstrip(" ")))
        if spaces:
            self.delete((row, 0), (row, spaces))

    def replace_all(self, text: str) -> None:
        """Put another text in place of the whole one; undo brings the old one back."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor((0, 0))
