"""The file of one section's questions: questions as they are, and templates of questions.

A template is a question with parameters. Its variants are worked out when a quiz opens, or
checked, never when the course is loaded: until then it is kept as the data it was written as.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from .questions import Question, QuestionHead
from .text import Text

MOST_VALUES = 100

# In `let`: an expression, or a matrix (or a vector, as a list) of expressions.
Cell = str | float | int
Formula = Cell | tuple[Cell | tuple[Cell, ...], ...]


class Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The values of a parameter: a `choice` of numbers, or all from `from` to `to` by `step`."""

    choice: tuple[float | int, ...] = ()
    low: float | int | None = msgspec.field(name="from", default=None)
    high: float | int | None = msgspec.field(name="to", default=None)
    step: float | int = 1

    def __post_init__(self) -> None:
        if self.choice:
            if self.low is not None or self.high is not None:
                raise ValueError("has `choice` and a range: keep one of them")
            if len(set(self.choice)) < len(self.choice):
                raise ValueError("has a value of `choice` twice: delete one")
            return
        if self.low is None or self.high is None:
            raise ValueError("needs `choice`, or `from` and `to`")
        if self.low > self.high or self.step <= 0:
            raise ValueError("needs `from` below `to` and a `step` above 0")
        if (_exact(self.high) - _exact(self.low)) / _exact(self.step) >= MOST_VALUES:
            raise ValueError(f"has more than {MOST_VALUES} values: take a larger `step`")

    @property
    def values(self) -> tuple[Fraction, ...]:
        """All values, exactly as they are written: 0.1 is 1/10."""
        if self.low is None or self.high is None:
            return tuple(_exact(value) for value in self.choice)
        low, step = _exact(self.low), _exact(self.step)
        count = (_exact(self.high) - low) // step + 1
        return tuple(low + place * step for place in range(count))


def _exact(number: float | int) -> Fraction:
    return Fraction(Decimal(repr(number)))


class Varying(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a question a template.

    `params` are drawn, `let` computes from them, `where` are conditions that a draw must
    satisfy. `note` names a variant: two variants are the same if and only if their notes are.
    """

    params: dict[str, Choices]
    note: str
    let: dict[str, Formula] = {}
    where: tuple[str, ...] = ()


class Template(QuestionHead, tag="template", frozen=True, kw_only=True):
    """A question with parameters.

    `of` is its kind, `body` the whole question as data (MessagePack), in which `{{…}}` stands
    for the value of an expression in `varying`'s names.
    """

    of: str
    varying: Varying
    body: bytes


AnyQuestion = Question | Template


class QuizFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The questions of one section."""

    title: Text
    questions: tuple[AnyQuestion, ...]


def kind_name(question: AnyQuestion) -> str:
    """Return the kind of a question, or of a template's variants."""
    return question.of if isinstance(question, Template) else str(question.__struct_config__.tag)
