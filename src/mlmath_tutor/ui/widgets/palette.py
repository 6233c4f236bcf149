"""The signs there are for typed mathematics, to choose one from, and how each is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from mlmath_tutor.content.formulas import Symbols
from mlmath_tutor.engine.expression import latex_of_name, typed_name
from mlmath_tutor.render.prose import inline, layout
from mlmath_tutor.render.runs import plain

from ..ink import Line, Sheet, Span, inked, padded
from ..study import Study
from .drawn import Drawn
from .popup import PopUp, raised

CELL = 17  # cells of a sign and how it is typed
FORMULA = 8  # of these, for the sign


@dataclass(frozen=True, slots=True)
class Insertion:
    """What a sign puts into the line: text before the cursor and after it."""

    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One cell: the formula shown, how it is typed, what is inserted."""

    latex: str
    typed: str
    inserted: Insertion


class Chosen(Message):
    """A sign was taken."""

    def __init__(self, inserted: Insertion) -> None:
        super().__init__()
        self.inserted = inserted


def _function(name: str, latex: str) -> _Sign:
    return _Sign(latex, name, Insertion(f"{name}(", ")"))


_FORMS = (
    _Sign(r"\frac{a}{b}", "a/b", Insertion("(", ")/()")),
    _Sign("x^2", "^2", Insertion("²")),
    _Sign("x^n", "^n", Insertion("^(", ")")),
    _Sign("x^{-1}", "^-1", Insertion("⁻¹")),
    _Sign(r"\sqrt{x}", "sqrt", Insertion("√(", ")")),
    _Sign(r"\sqrt[3]{x}", "cbrt", Insertion("∛(", ")")),
    _Sign("|x|", "|x|", Insertion("|", "|")),
    _Sign("n!", "n!", Insertion("!")),
    _Sign("e^x", "e^x", Insertion("e^(", ")")),
    _Sign(r"\pi", "pi", Insertion("π")),
)
_FUNCTIONS = (
    _function("exp", r"\exp x"),
    _function("ln", r"\ln x"),
    _function("log2", r"\log_2 x"),
    _function("sin", r"\sin x"),
    _function("cos", r"\cos x"),
    _function("tan", r"\tan x"),
    _function("tanh", r"\tanh x"),
    _function("sigmoid", r"\sigma(x)"),
    _function("max", r"\max"),
    _function("min", r"\min"),
    _Sign(r"\binom{n}{k}", "binom", Insertion("binom(", ",)")),
)


def _letters(symbols: Symbols) -> Iterator[_Sign]:
    for name in symbols:
        letter, _, word = typed_name(name).partition(" ")
        yield _Sign(latex_of_name(name), word.strip("()") or name, Insertion(letter))


class Palette(PopUp[Insertion]):
    """The result is what to insert."""

    def __init__(self, study: Study, symbols: Symbols) -> None:
        super().__init__(study)
        groups = {
            "palette.letters": tuple(_letters(symbols)),
            "palette.forms": _FORMS,
            "palette.functions": _FUNCTIONS,
        }
        self._grid = _Grid(study, {key: signs for key, signs in groups.items() if signs})

    def inside(self) -> Widget:
        """The grid."""
        return self._grid

    @on(Chosen)
    def _chosen(self, message: Chosen) -> None:
        self.dismiss(message.inserted)


class _Grid(Drawn, can_focus=True):
    """Signs in rows and columns; arrows move, Enter or a click takes one."""

    BINDINGS = [
        Binding("right,l", "move(1)", "key.choose", id="palette.right", key_display="◂▸"),
        Binding("left,h", "move(-1)", "key.choose", id="palette.left", show=False),
        Binding("down,j", "row(1)", "key.choose", id="palette.down", key_display="▴▾"),
        Binding("up,k", "row(-1)", "key.choose", id="palette.up", show=False),
        Binding("enter", "take", "key.insert", id="palette.take", key_display="↵"),
    ]

    def __init__(self, study: Study, groups: Mapping[str, tuple[_Sign, ...]]) -> None:
        super().__init__(study)
        self._groups = groups
        self._signs = [sign for signs in groups.values() for sign in signs]
        self._at = 0
        self._places: dict[int, tuple[int, ...]] = {}
        """For each row of the sheet with signs, which signs stand in it."""

    def sheet(self, width: int) -> Sheet:
        """Each group under its name, then what is good to know, then the keys."""
        say, signs = self.study.say, self.study.signs
        sheet = Sheet()
        self._places = {}
        columns = max(1, width // CELL)
        first = 0
        for key, group in self._groups.items():
            sheet.blank()
            sheet.add(Span(say(key), "muted"))
            numbers = range(first, first + len(group))
            first += len(group)
            for start in range(0, len(group), columns):
                row = tuple(numbers[start : start + columns])
                self._places[len(sheet.lines)] = row
                sheet.add(*(span for number in row for span in self._cell(number)))
        sheet.blank()
        for line in layout(say("palette.rules"), width, self.study.typesetter):
            sheet.add(*inked(line.row, "muted"))
        sheet.blank()
        sheet.add(
            Span(signs.enter, "next", bold=True),
            Span(f" {say('key.insert')}   ", "muted"),
            Span("esc", "bright", bold=True),
            Span(f" {say('key.close')}", "muted"),
        )
        return raised(sheet, width)

    def _cell(self, number: int) -> Line:
        sign, here = self._signs[number], number == self._at
        mark = Span(f"{self.study.signs.here if here else ' '} ", "next", bold=True)
        formula = inline(f"${sign.latex}$", self.study.typesetter)
        # How it is typed is told where that is not seen.
        told = "" if sign.typed == plain(formula) else sign.typed
        typed = Span(told, "bright" if here else "muted")
        return padded((mark, *padded(inked(formula), FORMULA), typed), CELL)

    def action_move(self, by: int) -> None:
        """Go to the next or previous sign."""
        self._go(self._at + by)

    def action_row(self, by: int) -> None:
        """Go to the sign above or below."""
        rows = list(self._places.values())
        row = next(n for n, row in enumerate(rows) if self._at in row)
        column = rows[row].index(self._at)
        if 0 <= row + by < len(rows):
            there = rows[row + by]
            self._go(there[min(column, len(there) - 1)])

    def _go(self, number: int) -> None:
        self._at = max(0, min(len(self._signs) - 1, number))
        self.redraw()
        self.call_after_refresh(self._show_at)

    def _show_at(self) -> None:
        """Keep the sign in hand, and the name of its group, on the sheet."""
        row = next((y for y, row in self._places.items() if self._at in row), 0)
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, row - 1, 1, 2), animate=False)

    def on_mount(self) -> None:
        """Be ready for keys."""
        self.focus()

    def action_take(self) -> None:
        """Insert the sign in hand."""
        self.post_message(Chosen(self._signs[self._at].inserted))

    async def on_click(self, event: events.Click) -> None:
        """Insert the sign clicked."""
        event.stop()
        spot = event.get_content_offset(self)
        row = self._places.get(spot.y) if spot else None
        if spot and row and spot.x // CELL < len(row):
            self._go(row[spot.x // CELL])
            self.action_take()
