"""A derivation being written: the lines that hold stand above the line being typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from mlmath_tutor.content.questions import DerivationQuestion
from mlmath_tutor.engine.expression import latex, read
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.grading.derivation import UNFINISHED, lines_of
from mlmath_tutor.engine.grading.verdict import Verdict

from ..ink import Line, Sheet, Span, inked, line_cells, linked
from ..study import Study
from ..theme import INDENT
from .answer_text import QuestionText
from .answering import Answering
from .drawn import Drawn
from .maths_line import MathsInput, MathsLine

NUMBER = 3  # cells of a line's number
EQUALS = 2  # cells of the equals sign


class DerivationText(QuestionText):
    """The stem, where to begin, and the lines that hold, each with its mark."""

    def matter(self, sheet: Sheet, width: int) -> None:
        """Add the expression to begin at, then the lines written."""
        question = self.question
        assert isinstance(question, DerivationQuestion)
        tall = True
        for number, written in enumerate((question.start, *self.answering.written)):
            lines = self._line(number, latex(read(written, question.symbols)), width)
            if tall or len(lines) > 1:
                sheet.blank()
            sheet.extend(lines)
            tall = len(lines) > 1

    def _line(self, number: int, formula: str, width: int) -> list[Line]:
        """Return a line: its number, the formula behind an equals sign, the mark that it holds."""
        room = width - NUMBER - 3
        box = self.study.typesetter.display(f"= {formula}" if number else formula, room)
        label = Span(f"{number or '':<{NUMBER}}", "muted")
        shift = Span("" if number else " " * EQUALS)
        lines = []
        for row, cells in enumerate(box.rows):
            here = row == box.baseline
            line: Line = (
                label if here else Span(" " * NUMBER),
                shift,
                *linked(inked(cells), formula),
            )
            if here and number:
                gap = Span(" " * max(1, NUMBER + room - line_cells(line)))
                line = (*line, gap, Span(self.study.signs.done, "good", bold=True))
            lines.append(line)
        return lines


class DerivationInput(MathsInput):
    """The line being written; on the empty line ▴ takes the one before back into it."""

    DEFAULT_CSS = "DerivationInput { margin: 0 4 0 0; max-width: 81; }"
    BINDINGS = [
        Binding("enter", "submit", "key.check-line", id="question.check-line", key_display="↵"),
        Binding("up", "take_back", "key.take-back", id="question.take-back", key_display="▴"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take a line back where there is one, and nothing is lost by it."""
        if action == "take_back":
            return bool(self.answering.written) and not self.value.strip()
        return super().check_action(action, parameters)

    def action_take_back(self) -> None:
        """Take the last line back to change it."""
        now = self.answering
        *kept, last = now.written
        now.written = tuple(kept)
        now.verdict = None
        self.value = last
        self.cursor_position = len(last)
        self._text.box.redraw()


class DerivationLine(MathsLine):
    """The line being written, behind its number and an equals sign."""

    DEFAULT_CSS = """
    DerivationLine > Horizontal { height: auto; margin-top: 1; }
    DerivationLine > ReadingView { margin-left: 9; }
    """

    def compose(self) -> ComposeResult:
        """Number and line side by side, the reading below."""
        with Horizontal():
            yield _Prompt(self.study, self.input)
            yield self.input
        yield self.reading


class _Prompt(Drawn):
    """The number of the line being written, and the equals sign it begins with."""

    DEFAULT_CSS = "_Prompt { width: 9; }"

    def __init__(self, study: Study, line: MathsInput) -> None:
        super().__init__(study)
        self._line = line

    def look(self) -> object:
        """The number is part of what is shown."""
        return len(self._line.answering.written)

    def sheet(self, width: int) -> Sheet:
        """One row."""
        number = len(self._line.answering.written) + 1
        sheet = Sheet()
        label = Span(f"{'':{INDENT}}{number:<{NUMBER}}", "muted")
        sheet.add(label, Span("= ", "maths"))
        return sheet


def enter_line(question: DerivationQuestion, now: Answering, typed: str) -> str | Verdict | None:
    """Take one more line, or several that were pasted.

    Returns:
        The whole answer, where it is one: the derivation is finished, or a line does not hold;
        that line is then the one typed. A verdict, where it cannot be read. None where the
        lines hold and more must follow: they are written, and the line is empty again.
    """
    entered = lines_of(typed)
    answer = "\n".join((*now.written, *entered))
    verdict = grade(question, answer)
    if not verdict.valid:
        return verdict
    now.verdict = None
    if verdict.note == UNFINISHED:
        now.written = (*now.written, *entered)
        now.typed = ""
        return None
    if not verdict.right:
        held = int(verdict.note.removeprefix("line ")) - 1
        entered = [*now.written, *entered]
        now.written, now.typed = tuple(entered[:held]), entered[held]
        return "\n".join(entered[: held + 1])
    return answer
