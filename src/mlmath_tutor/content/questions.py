"""Questions, one type per kind: a closed union, so that a new kind cannot be half added."""

from __future__ import annotations

from typing import Literal

import msgspec

from .expectations import Expectation, Verification
from .formulas import ExpressionAnswer, ExpressionDiagnosis, Symbols
from .programming import CodeCheck, WrongSolution
from .properties import Sought
from .text import Phrase, Text


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One option to choose; `say` tells why choosing it is right or wrong.

    `verify` is a Python expression that is true if the option is right and false if it is not.
    """

    id: str
    text: Phrase
    say: Text
    correct: bool = False
    misconception: str | None = None
    verify: str | None = None


class SolutionStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a worked solution and its reason.

    With `check: identity` all sides of `math` are equal for all values of `symbols` (and, after
    an \\approx, equal once rounded); with `value` the first side is the name of what the others
    give.
    """

    why: Text
    math: str | None = None
    check: Literal["identity", "value"] | None = None
    symbols: Symbols = {}


class Solution(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The worked solution: the decision, the lines, a check of the result."""

    steps: tuple[SolutionStep, ...]
    check: Text | None = None


class QuestionHead(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"
):
    """What is known of a question before it is asked.

    `id` is permanent; `version` grows when the meaning changes.
    """

    id: str
    title: Text | None = None
    label: str | None = None
    version: int = 1
    skills: tuple[str, ...] = ()
    difficulty: Literal[1, 2, 3, 4, 5] = 2
    formerly: tuple[str, ...] = ()


class QuestionBase(QuestionHead, frozen=True, kw_only=True):
    """What every question has. `verify` may be the expression for the key alone."""

    stem: Text
    hints: tuple[Text, ...] = ()
    solution: Solution | None = None
    tests: tuple[Expectation, ...] = ()
    verify: Verification | str | None = None


class Single(QuestionBase, tag="single", frozen=True, kw_only=True):
    """Exactly one option is right. Options keep the file's order unless `shuffle`."""

    options: tuple[Option, ...]
    shuffle: bool = True


class Multiple(QuestionBase, tag="multiple", frozen=True, kw_only=True):
    """Every right option is to be chosen and no wrong one; credit per option."""

    options: tuple[Option, ...]
    shuffle: bool = True


class Predict(QuestionBase, tag="predict", frozen=True, kw_only=True):
    """A choice made before a program runs.

    `measured` is a Python expression, evaluated after the run, whose value is shown
    beside the prediction; `theory` is what it should be, in words or as a formula.
    """

    options: tuple[Option, ...]
    code: str | None = None
    measured: str | None = None
    theory: Phrase | None = None


class NumericAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number and what counts as equal to it.

    An answer a is right if |a - value| <= max(rtol·|value|, atol); `exact` asks for
    equality (counts). `unit` is the unit asked for; `units` gives, for each unit the
    learner may type instead, the factor that converts it to `unit`.
    """

    value: float | int
    rtol: float = 0.01
    atol: float = 0.001
    exact: bool = False
    unit: str | None = None
    units: dict[str, float] = {}


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The answers a diagnosis is about: a value (within the question's tolerance) or a range."""

    value: float | None = None
    below: float | None = None
    above: float | None = None


class Diagnosis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wrong answer with a known cause: its name, its credit in [0, 1), and what to say.

    `verify` is a Python expression for the value it is about.
    """

    when: When
    note: str
    say: Text
    score: float = 0.0
    misconception: str | None = None
    verify: str | None = None


class Numeric(QuestionBase, tag="numeric", frozen=True, kw_only=True):
    """A number to type."""

    answer: NumericAnswer
    right: Text
    diagnose: tuple[Diagnosis, ...] = ()


class OrderLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line to put in order; it comes after the lines whose ids are in `after`."""

    id: str
    text: Phrase
    after: tuple[str, ...] = ()


class Distractor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line that does not belong, and why."""

    id: str
    text: Phrase
    say: Text
    misconception: str | None = None


class Order(QuestionBase, tag="order", frozen=True, kw_only=True):
    """Lines to put in order: every order that keeps to `after` is right, without distractors."""

    lines: tuple[OrderLine, ...]
    right: Text
    distractors: tuple[Distractor, ...] = ()


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to pair with another."""

    id: str
    text: Phrase


class Match(QuestionBase, tag="match", frozen=True, kw_only=True):
    """Each item on the left has one partner on the right; partners may be left over.

    `pairs` maps ids on the left to ids on the right; `say` tells, under `left>right`, why
    that pair is wrong.
    """

    left: tuple[Item, ...]
    partners: tuple[Item, ...]
    pairs: dict[str, str]
    right: Text
    say: dict[str, Text] = {}


class NumberBlank(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="number",
):
    """A gap for a number, compared as in `NumericAnswer`; `say` is told when it is wrong."""

    value: float | int
    say: Text
    rtol: float = 0.01
    atol: float = 0.001
    exact: bool = False


class ChoiceBlank(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="choice",
):
    """A gap for one of a few words."""

    options: tuple[Option, ...]


Blank = NumberBlank | ChoiceBlank


class Cloze(QuestionBase, tag="cloze", frozen=True, kw_only=True):
    """A text with gaps: `[1]` in `text` stands for the first of `blanks`, `[2]` for the next."""

    text: Text
    blanks: tuple[Blank, ...]
    right: Text


Rows = tuple[tuple[float | int, ...], ...]


class MatrixDiagnosis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wrong matrix with a known cause: its name, its credit in [0, 1), and what to say.

    `verify` is a Python expression for the matrix it is about.
    """

    value: Rows
    note: str
    say: Text
    score: float = 0.0
    misconception: str | None = None
    verify: str | None = None


class Matrix(QuestionBase, tag="matrix", frozen=True, kw_only=True):
    """A matrix to type, row by row; a vector is a matrix of one column or one row.

    Either `value` is the one right matrix: a cell a is right if |a - v| <= max(rtol·|v|, atol),
    v being the value of that cell. Or `answer` says what must be true of a right one.
    """

    right: Text
    value: Rows = ()
    answer: Sought | None = None
    rtol: float = 0.01
    atol: float = 0.001
    diagnose: tuple[MatrixDiagnosis, ...] = ()


class Construct(QuestionBase, tag="construct", frozen=True, kw_only=True):
    """Any object with the properties asked for: an example, or a counterexample."""

    answer: Sought
    right: Text


class ExpressionQuestion(QuestionBase, tag="expression", frozen=True, kw_only=True):
    """An expression to type, right if it equals `answer` wherever the symbols may be."""

    symbols: Symbols
    answer: ExpressionAnswer
    right: Text
    diagnose: tuple[ExpressionDiagnosis, ...] = ()


class Code(QuestionBase, tag="code", frozen=True, kw_only=True):
    """A program to complete, of which one function is checked in a run.

    Attributes:
        function: the name of what is checked.
        starter: what the learner begins with; `____` marks what is missing. Comments after
            `# ja:` and `# en:` are shown in one language only.
        answer: a program that is right; it is shown after the last hint.
        checks: in the order they are made in.
        wrong_solutions: programs that `mlmath check` expects to be caught.
        seconds: that one call may take.
        rtol, atol: numbers a and b are equal if |a - b| <= atol + rtol·|b|, b being expected.
    """

    function: str
    starter: str
    answer: str
    checks: tuple[CodeCheck, ...]
    right: Text
    wrong_solutions: tuple[WrongSolution, ...] = ()
    seconds: float = 2.0
    rtol: float = 1e-6
    atol: float = 1e-9


class DerivationQuestion(QuestionBase, tag="derivation", frozen=True, kw_only=True):
    """A derivation to write line by line, each line equal to the one before it.

    It begins at `from` and ends at an expression that is written as `to` asks: in its forms,
    or, where it names none, as its `expr` but for the order of terms and factors.
    """

    symbols: Symbols
    start: str = msgspec.field(name="from")
    to: ExpressionAnswer
    right: Text


class Recall(QuestionBase, tag="recall", frozen=True, kw_only=True):
    """Something to say from memory, then to compare with `points` and to grade oneself."""

    points: tuple[Text, ...]


class WorkedLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a worked solution; `say` tells why it holds, or what is wrong with it.

    `verify` is a Python expression that is true if the line holds and false if it is wrong.
    """

    id: str
    text: Phrase
    say: Text
    wrong: bool = False
    verify: str | None = None


class Repair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is to stand in place of the wrong line, or of a part of it, as an expression."""

    prompt: Text
    answer: ExpressionAnswer
    right: Text
    symbols: Symbols = {}
    diagnose: tuple[ExpressionDiagnosis, ...] = ()


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How much each part of an answer counts for; those asked for make 1 together."""

    line: float
    why: float = 0.0
    repair: float = 0.0


class SpotError(QuestionBase, tag="spot_error", frozen=True, kw_only=True):
    """A worked solution with exactly one wrong line, which is to be found.

    With `why` the reason is asked for as well, one of its options; with `repair`, what should
    stand there. Without `scoring` all parts count the same.
    """

    lines: tuple[WorkedLine, ...]
    why: tuple[Option, ...] = ()
    repair: Repair | None = None
    scoring: Shares | None = None

    @property
    def shares(self) -> Shares:
        """How much each part counts for."""
        if self.scoring is not None:
            return self.scoring
        asked = 1 + bool(self.why) + bool(self.repair)
        return Shares(line=1 / asked, why=bool(self.why) / asked, repair=bool(self.repair) / asked)


# By how they are answered: with options, with a typed line, by carrying lines about, with a
# program.
Chosen = Single | Multiple | Predict | SpotError | Recall
Typed = Numeric | ExpressionQuestion | DerivationQuestion | Match | Cloze | Matrix | Construct
Question = Chosen | Typed | Order | Code


def has_solution(question: Question) -> bool:
    """Return whether there is something to show after the last hint."""
    return question.solution is not None or isinstance(question, Code)
