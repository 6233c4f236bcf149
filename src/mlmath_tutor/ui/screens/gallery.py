"""What the typesetter can do: a page of formulas that are hard to set in text."""

from __future__ import annotations

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from mlmath_tutor.render.maths.specimens import SPECIMENS

from ..ink import Sheet, Span, inked, shifted
from ..messages import GoHome
from ..study import Study
from ..theme import INDENT, measure
from ..widgets.drawn import Drawn
from ..widgets.frame import Heading
from ..widgets.page import Page


class GalleryScreen(Page):
    """The page."""

    BINDINGS = [
        Binding("space,pagedown", "page(1)", "key.page-on", id="gallery.page"),
        Binding("pageup", "page(-1)", "key.page", id="gallery.page-up", show=False),
        Binding("j,down", "scroll(1)", "key.scroll", id="gallery.down", key_display="▴▾"),
        Binding("k,up", "scroll(-1)", "key.scroll", id="gallery.up", show=False),
        Binding("escape", "leave", "key.back", id="gallery.leave"),
        Binding("q", "leave", "key.back", id="gallery.quit", show=False),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._scroller = VerticalScroll(_Specimens(study), can_focus=False)

    def content(self) -> Widget:
        """The formulas."""
        return self._scroller

    def heading(self) -> Heading:
        """What this page is."""
        return Heading(self.study.say("gallery.title"))

    def action_page(self, pages: int) -> None:
        """Go a page down or up."""
        self.action_scroll(pages * max(1, self._scroller.size.height - 2))

    def action_scroll(self, rows: int) -> None:
        """Go some rows down or up."""
        self._scroller.scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """Back home."""
        self.post_message(GoHome())


class _Specimens(Drawn, can_focus=True):
    def sheet(self, width: int) -> Sheet:
        """Each formula under its caption."""
        sheet = Sheet()
        column = measure(self.app.size.width)
        for specimen in SPECIMENS:
            latex = specimen.ja if self.study.lang == "ja" else specimen.en
            box = self.study.typesetter.display(latex, column - INDENT)
            caption = Span(self.study.say(f"gallery.{specimen.name}"), "muted")
            sheet.blank()
            sheet.add(Span(" " * INDENT), caption)
            sheet.blank()
            sheet.extend(shifted([inked(row) for row in box.rows], 2 * INDENT))
        return sheet
