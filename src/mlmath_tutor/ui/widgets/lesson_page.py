"""The scrolling column of a lesson's blocks: what is on the page, and how it comes there.

Scrolling stops at block edges, so that the top row never cuts a formula; a block taller
than the page is shown part by part.
"""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.message import Message

from .block import BlockView
from .question import QuestionBox

KEPT = 2  # rows of the last page still shown on the next one


class LessonPage(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The column of blocks."""

    DEFAULT_CSS = "LessonPage { height: 1fr; scrollbar-size: 0 0; }"

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
    def views(self) -> list[BlockView]:
        """The blocks that can be gone to, in order."""
        return [view for view in self.query(BlockView) if view.can_focus]

    @property
    def has_more(self) -> bool:
        """Whether there is more below."""
        return self.scroll_y < self.virtual_size.height - self.size.height - 1

    def extent(self, view: BlockView) -> tuple[int, int]:
        """Return first and past-the-last row of a block, a question's answer and why included."""
        box = view.parent
        region = (box if isinstance(box, QuestionBox) else view).virtual_region
        return region.y, region.bottom

    def is_on_page(self, view: BlockView) -> bool:
        """Whether any row of the block is on the page."""
        top, bottom = self.extent(view)
        return top < self._top + self.size.height and bottom > self._top

    def first_on_page(self) -> BlockView | None:
        """Return the first block that begins on the page, else the one that fills it."""
        shown = [view for view in self.views if self.is_on_page(view)]
        whole = (view for view in shown if self.extent(view)[0] >= self._top)
        return next(whole, shown[-1] if shown else None)

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def _go(self, row: int) -> None:
        self.scroll_to(y=row, animate=False)

    def reveal(self, view: BlockView) -> None:
        """Scroll so that a block is whole, with a block's edge on the first row."""
        top, bottom = self.extent(view)
        height = self.size.height
        if self._top <= top and bottom <= self._top + height:
            return
        if bottom - top >= height or top <= self._top:
            self._go(top)
            return
        edges = (self.extent(each)[0] for each in self.views)
        self._go(min([*(edge for edge in edges if edge >= bottom - height), top]))

    def show_rows(self, view: BlockView, first: int, last: int) -> None:
        """Scroll so that rows `first` to `last` of a block are on the page.

        Where they do not fit together, the first one is on top.
        """
        top = self.extent(view)[0]
        first, last = top + first, top + last
        height = self.size.height
        if first < self._top or last - first >= height:
            self._go(first)
        elif last > self._top + height:
            # The block's own top row stays, if everything up to `last` fits under it.
            self._go(top if last - top <= height else last - height)

    def show_end(self, view: BlockView) -> None:
        """Scroll so that the end of a block is on the page."""
        top, bottom = self.extent(view)
        self.show_rows(view, max(0, bottom - top - self.size.height), bottom - top)

    def next_part(self, view: BlockView) -> bool:
        """Show the next part of a block that goes on below the page; False if it does not."""
        bottom = self.extent(view)[1]
        seen = self._top + self.size.height
        if bottom <= seen:
            return False
        self._go(seen - KEPT)
        return True

    def page(self, pages: int) -> None:
        """Go a page down or up."""
        step = pages * max(1, self.size.height - KEPT)
        self._go(max(0, min(self.virtual_size.height - self.size.height, self._top + step)))
