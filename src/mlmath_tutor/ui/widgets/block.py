"""What every block of a lesson is: text at column 4, a rail or the focus mark at column 2."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message

from mlmath_tutor.content.blocks import Symbol
from mlmath_tutor.content.text import Phrase
from mlmath_tutor.i18n import Lang, other
from mlmath_tutor.render.prose import inline, layout

from ..ink import Line, Sheet, Span, ends, from_cell, inked, line_cells, linked, padded
from ..messages import OpenSection
from ..study import Study
from ..theme import GUTTER, INDENT, MARGIN, Tone, margin_column, measure
from .drawn import Drawn
from .targets import latex_of, taken_in_hand, target_at, targets_in
from .terms import Meaning


class BlockView(Drawn, can_focus=True):
    """A block of a lesson in view.

    A subclass lays out `body` (the text column) and may add `side` (the margin column
    of a wide screen). `part` tells apart several views of one block.
    """

    DEFAULT_CSS = "BlockView { margin-bottom: 1; }"
    BINDINGS = [
        Binding("enter", "unfold_deep", "key.open", id="block.open", key_display="↵"),
        Binding("enter", "open_target", "key.meaning", id="block.meaning", key_display="↵"),
        Binding("tab", "target(1)", "key.next-target", id="block.next-target", show=False),
        Binding("shift+tab", "target(-1)", "key.previous-target", id="block.target", show=False),
        Binding("right,l", "sideways(8)", "key.sideways", id="block.right", key_display="◂▸"),
        Binding("left,h", "sideways(-8)", "key.sideways", id="block.left", show=False),
        Binding("escape", "clear_target", "key.clear", id="block.clear", show=False),
    ]

    @dataclass
    class Reached(Message):
        """The focus came to this block."""

        view: BlockView

    def __init__(
        self,
        study: Study,
        block_id: str,
        *,
        symbols: tuple[Symbol, ...] = (),
        part: str = "",
        deep: bool = False,
    ) -> None:
        super().__init__(study)
        self.block_id = block_id
        self.symbols = symbols
        self.part = part
        self.deep = deep
        self.folded = deep
        """Whether only the heading shows: what lies off the core path is opened when wanted."""
        self._flipped = False
        self._from_cell = 0
        self._furthest = 0
        self.target: str | None = None
        """The formula or link in hand (`formula:…`, `term:…`, `section:…`)."""

    @property
    def step(self) -> int:
        """How far inside the block the learner is; 0 where there are no steps."""
        return 0

    @property
    def lang(self) -> Lang:
        """The language this block is shown in: `v` flips one block alone."""
        return other(self.study.lang) if self._flipped else self.study.lang

    def body(self, width: int) -> Sheet:
        """Return the lines of the text column."""
        raise AssertionError("a subclass says what it shows")

    def side(self, width: int) -> list[Line]:
        """Return the lines of the margin column."""
        return [line for symbol in self.symbols for line in self._symbol(symbol, width)]

    def rail(self) -> tuple[str, Tone] | None:
        """Return the rail's sign and ink, if this kind of block has one."""
        return None

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Return whether an action of this block works now, once the block is open."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works now; a folded block can only be opened."""
        match action:
            case "unfold_deep":
                return self.folded
            case "open_target" | "clear_target":
                return self.target is not None
            case "sideways":
                return not self.folded and self._furthest > 0
            case "target":
                return not self.folded and bool(self._targets)
        return not self.folded and self.offers(action, parameters)

    def action_unfold_deep(self) -> None:
        """Open a block that lies off the core path, and show it."""
        self.folded = False
        self.redraw()
        self.refresh_bindings()
        if self.is_here:
            self.post_message(self.Reached(self))

    def copied(self) -> str:
        """Return what `y` copies: the LaTeX of the block's display formulas, else nothing."""
        return ""

    @property
    def to_copy(self) -> str:
        """The LaTeX of the formula in hand, or else what the whole block gives."""
        return latex_of(self.target) or self.copied()

    @property
    def _targets(self) -> list[str]:
        return targets_in(self.laid_out(self.content_size.width).lines)

    def action_target(self, by: int) -> None:
        """Take the next or previous formula or link in hand; past the last one, none."""
        around = [None, *self._targets]
        at = around.index(self.target) if self.target in around else 0
        self._take_in_hand(around[(at + by) % len(around)])

    def action_clear_target(self) -> None:
        """Let go of the formula or link in hand."""
        self._take_in_hand(None)

    def action_open_target(self) -> None:
        """Say what the formula in hand is made of; follow the link in hand."""
        kind, _, name = (self.target or "").partition(":")
        if kind == "section":
            self.post_message(OpenSection(name))
        elif self.target is not None:
            self.app.push_screen(Meaning(self.study, self.target, self.symbols))

    def _take_in_hand(self, target: str | None) -> None:
        self.target = target
        self.redraw()
        self.refresh_bindings()

    async def on_click(self, event: events.Click) -> None:
        """Take what was clicked in hand; a second click, or one on a link, opens it."""
        spot = event.get_content_offset(self)
        lines = self.laid_out(self.content_size.width).lines
        target = target_at(lines[spot.y], spot.x) if spot and spot.y < len(lines) else None
        if target is None:
            await super().on_click(event)
            return
        event.stop()
        again = target == self.target or latex_of(target) is None
        self._take_in_hand(target)
        if again:
            self.action_open_target()

    def action_flip(self) -> None:
        """Show this block in the other language."""
        self._flipped = not self._flipped
        self.redraw()

    @property
    def margin(self) -> int:
        """The cells of the margin column, 0 where there is none."""
        return margin_column(self.app.size.width)

    def sheet(self, width: int) -> Sheet:
        """Text column, margin column, rail and focus mark put together."""
        column = measure(self.app.size.width)
        sheet = self.body(column)
        if self.folded:
            sheet = Sheet(sheet.lines[:1], {0: "unfold_deep"})
        elif self.margin and (side := self.side(self.margin)):
            sheet.beside(side, column, GUTTER)
        if self.target is not None:
            sheet = taken_in_hand(sheet, self.target)
        sheet = self._moved_sideways(sheet, column + (GUTTER + self.margin if self.margin else 0))
        marked = Sheet(acts=sheet.acts)
        for number, line in enumerate(sheet.lines):
            marked.lines.append((*self._gutter(number), *line))
        return marked

    def _moved_sideways(self, sheet: Sheet, page: int) -> Sheet:
        """Return the sheet with the formulas wider than the page moved under its edge."""
        widths = [line_cells(line) if _is_formula(line) else 0 for line in sheet.lines]
        before, self._furthest = self._furthest, max(0, max(widths, default=0) - page)
        if bool(before) != bool(self._furthest):
            self.call_after_refresh(self.refresh_bindings)
        mark = Span(self.study.signs.to, "muted")
        lines = [
            (*padded(from_cell(line, self._from_cell), page - 1), mark) if width > page else line
            for line, width in zip(sheet.lines, widths, strict=True)
        ]
        return Sheet(lines, sheet.acts)

    def action_sideways(self, by: int) -> None:
        """Move the formulas that are wider than the page."""
        self._from_cell = max(0, min(self._furthest + 1, self._from_cell + by))
        self.redraw()

    def look(self) -> object:
        """The focus mark is part of the lines."""
        return self.is_here

    def _gutter(self, number: int) -> Line:
        signs = self.study.signs
        rail = self.rail()
        rest = Span(" " * (INDENT - MARGIN - 1))
        if number == 0 and self.is_here:
            return (Span(" " * MARGIN), Span(signs.here, "next", bold=True), rest)
        if rail is not None:
            return (Span(" " * MARGIN), Span(*rail), rest)
        return (Span(" " * INDENT),)

    @property
    def is_here(self) -> bool:
        """Whether the learner is at this block."""
        return self.has_focus

    def heading(self, name: str, title: Phrase | None, width: int, *right: Span) -> Line:
        """Return the heading: the kind's name, then the title; `right` at the end of the row."""
        if self.folded:
            right = (Span(self.say("block.deep-folded"), "muted"),)
        elif self.deep:
            right = (
                Span(f"{self.say('block.deep')}  " if right else self.say("block.deep"), "muted"),
                *right,
            )
        spans = [Span(name, "bright", bold=True)] if name else []
        if title is not None:
            row = inline(self.in_lang(title), self.study.typesetter)
            if name:
                spans.append(Span("  "))
            spans += inked(row, "fg" if name else "bright", bold=not name)
        return ends(spans, right, width)

    def in_lang(self, phrase: Phrase) -> str:
        """Return a phrase in the language of this block."""
        return phrase if isinstance(phrase, str) else phrase.said(self.lang)

    def say(self, key: str, **values: object) -> str:
        """Return message `key` in the language of this block."""
        from mlmath_tutor.i18n import say

        return say(self.lang, key, **values)

    def text(self, phrase: Phrase, width: int, tone: Tone | None = None) -> list[Line]:
        """Return a text of the course laid out for `width`."""
        lines = layout(self.in_lang(phrase), width, self.study.typesetter)
        return [
            linked(inked(line.row, tone), line.formula) if line.formula else inked(line.row, tone)
            for line in lines
        ]

    def _symbol(self, symbol: Symbol, width: int) -> list[Line]:
        """Return a margin note: the symbol, then what it is, in one column."""
        sign = inked(inline(f"${symbol.math}$", self.study.typesetter))
        column = max(11, line_cells(sign) + 2)
        meaning = self.text(symbol.meaning, max(8, width - column), "muted")
        gap = Span(" " * (column - line_cells(sign)))
        first, *others = meaning or [()]
        return [(*sign, gap, *first), *((Span(" " * column), *line) for line in others)]

    def on_focus(self, _event: events.Focus) -> None:
        """Show the focus mark and tell the screen."""
        self.redraw()
        self.post_message(self.Reached(self))

    def on_blur(self, _event: events.Blur) -> None:
        """Take the focus mark away, and let go of what was in hand."""
        if not isinstance(self.app.screen, Meaning):
            self.target = None
        self.redraw()


def _is_formula(line: Line) -> bool:
    return any(latex_of(span.link) is not None for span in line)
