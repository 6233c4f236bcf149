"""Questions, verdicts and hints as plain lines: no colour, no marks that a screen reader skips."""

from __future__ import annotations

import shutil
import sys
from typing import assert_never

from mlmath_tutor.content.course import Course
from mlmath_tutor.content.formulas import Symbols
from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.properties import Sought
from mlmath_tutor.content.questions import (
    ChoiceBlank,
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
    Solution,
    SpotError,
)
from mlmath_tutor.content.text import Phrase, Text, said
from mlmath_tutor.engine.expression import latex, read, typed_name
from mlmath_tutor.engine.grading import lines_in_order, options_in_order, partners_in_order
from mlmath_tutor.engine.grading.recall import TO_COMPARE
from mlmath_tutor.engine.grading.untried import NOTE as UNTRIED
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.i18n import Lang, say
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.prose import plain

_WIDTH, _WIDEST, _NARROWEST = 80, 100, 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
UNBROKEN = 1 << 20  # wider than any text


def terminal_width() -> int:
    """Return the width to set text in: the terminal's, or 80 cells where there is none."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    return max(_NARROWEST, min(_WIDEST, columns))


_FORMS: dict[type[Question], str] = {Multiple: "line.several", Recall: "line.recall"}


class PlainText:
    """Sets phrases of the course and of the app as text, `width` cells wide."""

    def __init__(self, course: Course, typesetter: Typesetter, lang: Lang, width: int) -> None:
        self.course = course
        self.lang = lang
        self._typesetter = typesetter
        self._width = width

    def say(self, key: str, **values: object) -> str:
        """Return message `key`, set."""
        return self.set(say(self.lang, key, **values))

    def set(self, phrase: Phrase, indent: int = 0) -> str:
        """Return `phrase` as lines, each indented by `indent` cells."""
        text = plain(said(phrase, self.lang), self._typesetter, self._width - indent)
        return "\n".join(f"{' ' * indent}{line}".rstrip() for line in text.splitlines())

    def question(self, question: Question, seed: int | None) -> str:
        """Return the stem and what there is to answer with, in the order of `seed`."""
        lines = [self.set(question.stem), *self._matter(question, seed)]
        options = () if isinstance(question, Recall) else options_in_order(question, seed)
        for number, option in enumerate(options, 1):
            if isinstance(question, SpotError) and number == len(question.lines) + 1:
                lines.append(self.say("question.why"))
            lines.append(self._labelled(str(number), option.text))
        if isinstance(question, SpotError) and question.repair is not None:
            repair = question.repair
            lines += [self.set(repair.prompt), self._names(repair.symbols)]
            lines.append(self.say("line.spot-parts"))
        return "\n".join(lines)

    def _matter(self, question: Question, seed: int | None) -> list[str]:
        """Return what there is to answer with besides options, and how."""
        match question:
            case Multiple() | Recall():
                return [self.say(_FORMS[type(question)])]
            case Order():
                lines = enumerate(lines_in_order(question, seed), 1)
                form = "line.order-some" if question.distractors else "line.order"
                return [self.say(form), *(self._labelled(str(n), each.text) for n, each in lines)]
            case Match():
                right = zip(LETTERS, partners_in_order(question, seed), strict=False)
                return [
                    self.say("line.pairs"),
                    *(self._labelled(str(n), each.text) for n, each in enumerate(question.left, 1)),
                    *(self._labelled(letter, each.text) for letter, each in right),
                ]
            case Cloze():
                return [self.say("line.gaps"), self.set(question.text), *self._words(question)]
            case Construct(answer=sought) | Matrix(answer=Sought() as sought):
                return [self.say(_object(sought))]
            case Matrix():
                return [self.say("line.matrix")]
            case ExpressionQuestion():
                return [self._names(question.symbols)]
            case Code():
                return [self.say("line.code"), *self._program(question.starter)]
            case DerivationQuestion(symbols=symbols, start=start):
                begin = self.say("line.derivation", start=f"${latex(read(start, symbols))}$")
                return [begin, self._names(symbols)]
            case Predict(code=code):
                return self._program(code or "")
            case Single() | Numeric() | SpotError():
                return []
            case _:
                assert_never(question)

    def _names(self, symbols: Symbols) -> str:
        """Return how to type an expression, and the names there are."""
        if not symbols:
            return self.say("line.expression-number")
        return self.say("line.expression", names=", ".join(map(typed_name, symbols)))

    def _words(self, question: Cloze) -> list[str]:
        """Return, for each gap for a word, the words."""
        return [
            self._labelled(f"[{n}]", " / ".join(said(o.text, self.lang) for o in blank.options))
            for n, blank in enumerate(question.blanks, 1)
            if isinstance(blank, ChoiceBlank)
        ]

    def _labelled(self, label: str, phrase: Phrase) -> str:
        return f"  {label}  {self.set(phrase, len(label) + 4).lstrip()}"

    def feedback(self, verdict: Verdict) -> str:
        """Return why the verdict is as it is."""
        return "\n".join(
            self.set(part) if isinstance(part, Text) else self.say(part.key, **part.values)
            for part in verdict.feedback
        )

    def verdict(self, verdict: Verdict) -> str:
        """Return how the answer was read (unless just as it was typed), the judgement, and why."""
        lines = []
        if verdict.reading is not None and verdict.reading != verdict.answer:
            lines.append(self.say("line.read-as", reading=f"${verdict.reading}$"))
        if verdict.note in (TO_COMPARE, UNTRIED):
            pass  # nothing was judged yet
        elif not verdict.valid:
            lines.append(self.say("line.unreadable"))
        elif verdict.right:
            lines.append(self.say("line.right"))
        elif verdict.score > 0:
            lines.append(self.say("line.partly", score=f"{verdict.score:.2g}"))
        else:
            lines.append(self.say("line.wrong"))
        return "\n".join([*lines, self.feedback(verdict)])

    def solution(self, question: Question) -> str:
        """Return the worked solution, and a program that is right if one was to be written."""
        lines = [] if question.solution is None else self._worked(question.solution)
        if isinstance(question, Code):
            lines += [self.say("code.model"), *self._program(question.answer)]
        return "\n".join(lines)

    def _program(self, source: str) -> list[str]:
        return [f"    {line}".rstrip() for line in listing(source, self.lang).code.splitlines()]

    def _worked(self, solution: Solution) -> list[str]:
        lines = [self.say("line.solution")]
        for number, step in enumerate(solution.steps, 1):
            lines.append(f"{number:>2}  {self.set(step.why, 4).lstrip()}")
            if step.math is not None:
                lines.append(self.set(f"$$\n{step.math}\n$$", 4))
        if solution.check is not None:
            lines.append(self.set(solution.check))
        return lines


def _object(sought: Sought) -> str:
    """Return the key of how an object is typed."""
    if sought.object == "points":
        return "line.points"
    if len(sought.shape) == 2:
        return "line.matrix"
    return "line.numbers" if sought.shape else "line.number"
