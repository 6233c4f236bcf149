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

from ..ink import Line, Sheet, Span, ends, inked, line_cells
from ..study import Study
from ..theme import GUTTER, INDENT, MARGIN, MARGIN_COLUMN, WIDE, Tone, measure
from .drawn import Drawn


class BlockView(Drawn, can_focus=True):
    """A block of a lesson in view.

    A subclass lays out `body` (the text column) and may add `side` (the margin column
    of a wide screen). `part` tells apart several views of one block.
    """

    DEFAULT_CSS = "BlockView { margin-bottom: 1; }"
    BINDINGS = [Binding("enter", "unfold_deep", "key.open", id="block.open", key_display="↵")]

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
        if action == "unfold_deep":
            return self.folded
        return not self.folded and self.offers(action, parameters)

    def action_unfold_deep(self) -> None:
        """Open a block that lies off the core path."""
        self.folded = False
        self.redraw()
        self.refresh_bindings()

    def copied(self) -> str:
        """Return what `y` copies: the LaTeX of the block's display formulas, else nothing."""
        return ""

    def action_flip(self) -> None:
        """Show this block in the other language."""
        self._flipped = not self._flipped
        self.redraw()

    @property
    def wide(self) -> bool:
        """Whether there is a margin column."""
        return self.app.size.width >= WIDE

    def sheet(self, width: int) -> Sheet:
        """Text column, margin column, rail and focus mark put together."""
        column = measure(self.app.size.width)
        sheet = self.body(column)
        if self.folded:
            sheet = Sheet(sheet.lines[:1], {0: "unfold_deep"})
        elif self.wide and (side := self.side(MARGIN_COLUMN)):
            sheet.beside(side, column, GUTTER)
        marked = Sheet(acts=sheet.acts)
        for number, line in enumerate(sheet.lines):
            marked.lines.append((*self._gutter(number), *line))
        return marked

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
        return [inked(line.row, tone) for line in lines]

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
        """Take the focus mark away."""
        self.redraw()
