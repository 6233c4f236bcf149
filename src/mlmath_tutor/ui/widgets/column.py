"""A column that scrolls and tells the screen whether there is more below."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.message import Message


class Column(VerticalScroll, can_focus=False):
    """What is on a page, one thing under the other."""

    DEFAULT_CSS = "Column { height: 1fr; scrollbar-size: 0 0; }"

    class Scrolled(Message):
        """The page moved or grew."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen that the page moved."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def watch_virtual_size(self) -> None:
        """Tell the screen that the page grew."""
        self.post_message(self.Scrolled())

    @property
    def has_more(self) -> bool:
        """Whether there is more below."""
        return self.scroll_y < self.virtual_size.height - self.size.height - 1
