"""The line an answer is typed in, and what it says before anything is."""

from __future__ import annotations

from typing import assert_never

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from mlmath_tutor.content.formulas import Symbols
from mlmath_tutor.content.properties import Sought
from mlmath_tutor.content.questions import (
    Cloze,
    Code,
    Construct,
    DerivationQuestion,
    ExpressionQuestion,
    Match,
    Matrix,
    Multiple,
    Numeric,
    Order,
    Predict,
    Question,
    Recall,
    Single,
    SpotError,
)
from mlmath_tutor.engine.expression import typed_name

from ..study import Study
from .answer_text import QuestionText


def placeholder(question: Question, study: Study) -> str:
    """Return what the empty line says: the form of the answer."""
    match question:
        case Numeric():
            return study.say("question.type-a-number")
        case ExpressionQuestion(symbols=symbols):
            return _in_symbols(symbols, study)
        case SpotError(repair=repair) if repair is not None:
            return _in_symbols(repair.symbols, study)
        case Match():
            return study.say("question.type-pairs")
        case DerivationQuestion():
            names = ", ".join(map(typed_name, question.symbols))
            return study.say("question.type-a-line", names=names)
        case Cloze():
            return study.say("question.type-gaps")
        case Construct(answer=sought) | Matrix(answer=Sought() as sought):
            return study.say(_object(sought))
        case Matrix():
            return study.say("question.type-a-matrix")
        case Order() | Code() | Single() | Multiple() | Predict() | Recall() | SpotError():
            return ""
        case _:
            assert_never(question)


def _in_symbols(symbols: Symbols, study: Study) -> str:
    names = ", ".join(map(typed_name, symbols))
    key = "question.type-an-expression" if names else "question.type-a-value"
    return study.say(key, names=names)


def is_grid(question: Question) -> bool:
    """Return whether the answer is a matrix, typed cell by cell."""
    match question:
        case Construct(answer=sought) | Matrix(answer=Sought() as sought):
            return sought.object != "points" and len(sought.shape) > 1
        case Matrix():
            return True
        case _:
            return False


def _object(sought: Sought) -> str:
    if sought.object == "points":
        return "question.type-points"
    match sought.shape:
        case ():
            return "question.type-a-number"
        case (_,):
            return "question.type-numbers"
        case _:
            return "question.type-a-matrix"


def go_to(widget: Widget) -> None:
    """Take the keys there, and have it on the page at once: nothing moves by itself."""
    widget.focus(scroll_visible=False)
    widget.scroll_visible(animate=False)


class AnswerInput(Input):
    """The line an answer is typed in, beside the text of its question."""

    DEFAULT_CSS = """
    AnswerInput { margin: 1 4 0 6; width: auto; min-width: 30; max-width: 60; }
    """
    BINDINGS = [
        Binding("enter", "submit", "key.submit", id="question.submit-typed", key_display="↵"),
        Binding("escape", "leave", "key.leave-input", id="question.leave"),
        Binding("f9", "hint", "key.hint", id="question.hint-typed", key_display="F9"),
        Binding("f9", "solution", "key.solution", id="question.solution-typed", key_display="F9"),
    ]

    def __init__(self, text: QuestionText, value: str, placeholder: str) -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False)
        self._text = text

    def begin(self, sign: str) -> None:
        """Begin an answer with its first sign, in place of what stands there."""
        go_to(self)
        self.value = sign
        self.cursor_position = len(sign)

    def again(self) -> None:
        """Make what stands there ready to be replaced."""
        self.select_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer help only when there is some."""
        if action in ("hint", "solution"):
            return self._text.offers(action, ())
        return super().check_action(action, parameters)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The focus mark stands at the question while its answer is typed."""
        super().watch_has_focus(has_focus)
        self._text.refresh()

    def action_leave(self) -> None:
        """Leave the line; the text is kept."""
        self._text.focus()

    def action_hint(self) -> None:
        """Show the next hint."""
        self._text.box.hint()

    def action_solution(self) -> None:
        """Show the worked solution."""
        self._text.box.hint()
