"""Where an answer is typed: a line, a grid, a program; nothing for choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from mlmath_tutor.content.questions import (
    Code,
    DerivationQuestion,
    ExpressionQuestion,
    Question,
    SpotError,
    Typed,
)
from mlmath_tutor.engine.grading.verdict import Verdict

from ..study import Study
from .answer_derivation import DerivationInput, DerivationLine
from .answer_grid import MatrixGrid
from .answer_line import AnswerInput, is_grid, placeholder
from .answer_text import QuestionText
from .answering import has_all_choices
from .maths_line import MathsInput, MathsLine, ReadingView

if TYPE_CHECKING:
    from .answer_code import AnswerEditor


class AnswerPlace(Vertical):
    """What the answer is typed in, with what belongs to it.

    Attributes:
        input: the line or the program, None where there is nothing to type.
    """

    DEFAULT_CSS = "AnswerPlace { height: auto; }"

    def __init__(self, study: Study, question: Question, text: QuestionText) -> None:
        super().__init__()
        self._study = study
        self._question = question
        self._text = text
        self._reading: ReadingView | None = None
        self.input = self._made()
        self.display = self._is_wanted

    def _made(self) -> AnswerInput | MatrixGrid | AnswerEditor | None:
        text, typed = self._text, self._text.answering.typed
        match self._question:
            case Code() as code:
                # Imported here: an editor is much to load, and few questions have one.
                from .answer_code import AnswerEditor

                return AnswerEditor(self._study, code, text, typed)
            case ExpressionQuestion(symbols=symbols):
                return MathsInput(text, typed, self._form, symbols)
            case SpotError(repair=repair) if repair is not None:
                return MathsInput(text, typed, self._form, repair.symbols)
            case DerivationQuestion(symbols=symbols):
                return DerivationInput(text, typed, self._form, symbols)
            case question if is_grid(question):
                return MatrixGrid(self._study, text, typed)
            case question if isinstance(question, Typed):
                return AnswerInput(text, typed, self._form)
            case _:
                return None

    @property
    def _form(self) -> str:
        return placeholder(self._question, self._study)

    @property
    def _line(self) -> AnswerInput | MatrixGrid | None:
        return self.input if isinstance(self.input, AnswerInput | MatrixGrid) else None

    @property
    def _program(self) -> AnswerEditor | None:
        return None if isinstance(self.input, AnswerInput | MatrixGrid) else self.input

    @property
    def text(self) -> str:
        """What is typed."""
        if self._program is not None:
            return self._program.text
        return self._line.value if self._line is not None else ""

    def compose(self) -> ComposeResult:
        """What is typed in; below a line for mathematics stands how it is read."""
        if isinstance(self.input, MathsInput):
            beside = isinstance(self.input, DerivationInput)
            line = (DerivationLine if beside else MathsLine)(self._study, self.input)
            self._reading = line.reading
            yield line
        elif self.input is not None:
            yield self.input

    def follow(self) -> None:
        """Follow language, size, and whether there is something to type now."""
        self.display = self._is_wanted
        if isinstance(self.input, AnswerInput):
            self.input.placeholder = self._form
        elif self._program is not None and self._program.is_attached:
            self._program.follow()

    @property
    def _is_wanted(self) -> bool:
        """Whether there is something to type: not in a folded block, nor once it is finished."""
        now = self._text.answering
        if self.input is None or self._text.folded:
            return False
        match self._question:
            case DerivationQuestion():
                return not now.right
            case SpotError():
                return has_all_choices(self._question, now)
            case _:
                return True

    def begin(self, sign: str) -> bool:
        """Go to the line with one sign typed; return whether that could be done."""
        digits_choose = isinstance(self._question, SpotError) and sign.isdigit()
        if self._line is None or not self.display or digits_choose:
            return False
        self._line.begin(sign)
        return True

    def again(self) -> None:
        """Make what was typed ready for another try."""
        if self._line is not None:
            self._line.again()

    def take_over(self) -> None:
        """Show the text that the learner is at, where another one was typed."""
        typed = self._text.answering.typed
        if isinstance(self.input, AnswerInput) and self.input.value != typed:
            self.input.value = typed

    def show(self, verdict: Verdict) -> None:
        """Show what the verdict says of the text: how it was read, which line failed."""
        self.take_over()
        if self._reading is not None:
            self._reading.show(self._text.answering.typed, given=True)
        if self._program is not None:
            self._program.mark(verdict.line)
            if verdict.right:
                self._program.found_right()
