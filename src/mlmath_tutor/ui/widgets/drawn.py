"""The base of everything drawn cell by cell: lines laid out for a width, shown as content."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from ..ink import Sheet, content
from ..study import Study
from .strips import Strips


class Drawn(Widget):
    """A widget that lays itself out for the width it is given.

    A subclass says what it shows in `sheet`; `redraw` is called whenever that changes
    (the state, the language, the size of the screen).
    """

    DEFAULT_CSS = """
    Drawn {
        width: 1fr;
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, study: Study, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.study = study
        self._laid_out: tuple[tuple[int, object], Sheet] | None = None
        self._strips = Strips()

    def sheet(self, width: int) -> Sheet:
        """Return the lines for `width` cells."""
        raise AssertionError("a subclass says what it shows")

    def look(self) -> object:
        """Return what the lines depend on that may change without a call of `redraw`."""
        return None

    def redraw(self) -> None:
        """Lay out anew: what is shown has changed."""
        self._laid_out = None
        self.refresh(layout=True)

    def laid_out(self, width: int) -> Sheet:
        """Return the sheet for `width`, laid out once per width and state."""
        key = (width, self.look())
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = (key, self.sheet(width))
        return self._laid_out[1]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at this width."""
        return len(self.laid_out(width).lines) if width else 0

    def render(self) -> Content:
        """Return the lines as content."""
        return content(self.laid_out(self.content_size.width).lines)

    def render_line(self, y: int) -> Strip:
        """Return a row. Those that have not changed are not made again.

        A figure has a thousand spans, which Textual would go through for every row that
        changes. While text is selected it draws all rows itself.
        """
        if self.text_selection is not None:
            return super().render_line(y)
        width = self.content_size.width
        self._strips.made_for(self.visual_style, self.app.theme, width)
        lines = self.laid_out(width).lines
        return self._strips.row(y, lines[y] if y < len(lines) else ())

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked row's key does."""
        row = event.get_content_offset(self)
        act = self.laid_out(self.content_size.width).acts.get(row.y) if row else None
        if act:
            event.stop()
            await self.run_action(act)
