"""A line for typed mathematics: what is typed stands typeset below it, and signs are at hand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input

from mlmath_tutor.content.formulas import Symbols
from mlmath_tutor.engine.expression import (
    UnreadableError,
    latex_of_unfinished,
    read_unfinished,
)
from mlmath_tutor.engine.grading.typed import read_typed
from mlmath_tutor.engine.reason import Reason
from mlmath_tutor.render.prose import inline, layout
from mlmath_tutor.render.runs import cells

from ..ink import Sheet, Span, inked, shifted
from ..study import Study
from ..theme import Tone
from .answer_line import AnswerInput, go_to
from .answer_text import QuestionText
from .answering import Answering
from .drawn import Drawn
from .palette import Insertion, Palette

REST = 0.15  # seconds without a key until what is typed is read
INDENT_OF_LINE = 6


class MathsInput(AnswerInput):
    """The line itself; what stands in it is gone on with, not replaced."""

    DEFAULT_CSS = "MathsInput { width: 1fr; max-width: 84; }"
    BINDINGS = [
        Binding("f10", "palette", "key.palette", id="question.palette", key_display="F10"),
    ]

    def __init__(self, text: QuestionText, value: str, placeholder: str, symbols: Symbols) -> None:
        super().__init__(text, value, placeholder)
        self.symbols = symbols

    @property
    def answering(self) -> Answering:
        """Where the learner is with the question."""
        return self._text.answering

    def begin(self, sign: str) -> None:
        """Go on at the end of what stands there."""
        go_to(self)
        self.cursor_position = len(self.value)
        self.insert_text_at_cursor(sign)

    def again(self) -> None:
        """Go on at the end of what stands there."""
        self.cursor_position = len(self.value)

    def action_palette(self) -> None:
        """Show the signs there are; the one chosen is inserted at the cursor."""
        self.app.push_screen(Palette(self._text.study, self.symbols), self._insert)

    def _insert(self, chosen: Insertion | None) -> None:
        if chosen is None:
            return
        selected = self.selected_text
        start, end = sorted(self.selection)
        # What is selected goes into the hole of the template.
        self.replace(f"{chosen.before}{selected}{chosen.after}", start, end)
        self.cursor_position = start + len(chosen.before) + len(selected)


class ReadingView(Drawn):
    """How the line is read, from the moment that typing rests."""

    DEFAULT_CSS = "ReadingView { margin: 0 2 0 6; }"

    def __init__(self, study: Study, symbols: Symbols, typed: str) -> None:
        super().__init__(study)
        self._symbols = symbols
        self._typed = typed
        self._given = False
        self._resting: Timer | None = None

    def follow(self, typed: str) -> None:
        """Show how `typed` is read, once no key has come for a moment."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, lambda: self.show(typed))

    def show(self, typed: str, *, given: bool = False) -> None:
        """Show how `typed` is read, and why it cannot be, the latter plainly once it was given."""
        if self._resting is not None:
            self._resting.stop()
        if (typed, given) != (self._typed, self._given):
            self._typed, self._given = typed, given
            self.redraw()

    def sheet(self, width: int) -> Sheet:
        """The formula; or what cannot be read, marked under its place."""
        sheet = Sheet()
        if not self._typed.strip():
            return sheet
        found = read_typed(self._typed, self._symbols)
        try:
            # A line that stops in the middle is not wrong while it is typed.
            unfinished = self._given and isinstance(found, Reason)
            shown = None if unfinished else read_unfinished(self._after_sign, self._symbols)
        except UnreadableError:
            shown = None
        if shown is not None:
            self._formula(sheet, latex_of_unfinished(shown), width)
        elif isinstance(found, Reason):
            self._unreadable(sheet, found, width)
        return sheet

    @property
    def _after_sign(self) -> str:
        return self._typed.lstrip(" \u3000=＝≈≒")

    def _formula(self, sheet: Sheet, latex: str, width: int) -> None:
        head = Span(f"{self.study.say('question.read-as')}  ", "muted")
        sheet.lines.append(())
        box = self.study.typesetter.display(latex, width - 2)
        if len(box.rows) > 1:
            sheet.add(head)
            sheet.extend(shifted([inked(row) for row in box.rows], 2))
        else:
            sheet.add(head, *inked(inline(f"${latex}$", self.study.typesetter)))

    def _unreadable(self, sheet: Sheet, why: Reason, width: int) -> None:
        """Add a mark below the place, where the line shows all that was typed, and why."""
        tone: Tone = "fg" if self._given else "muted"
        at = why.values["at"]
        assert isinstance(at, int)
        if cells(self._typed) < width:
            mark = self.study.signs.up_down[0]
            sheet.add(Span(" " * cells(self._typed[:at])), Span(mark, "bright", bold=True))
        words = self.study.say(why.key, **why.values)
        for line in layout(words, width, self.study.typesetter):
            sheet.add(*inked(line.row, tone))
        if self._given:
            sheet.add(Span(self.study.say("question.not-counted"), "muted"))


class MathsLine(Vertical):
    """The line to type in, and below it how it is read."""

    DEFAULT_CSS = "MathsLine { height: auto; }"

    def __init__(self, study: Study, line: MathsInput) -> None:
        super().__init__()
        self.study = study
        self.input = line
        self.reading = ReadingView(study, line.symbols, line.value)

    def compose(self) -> ComposeResult:
        """Line and reading."""
        yield self.input
        yield self.reading

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read what is typed once typing rests."""
        self.reading.follow(event.value)
