"""Where the learner is with a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from mlmath_tutor.content.questions import (
    Distractor,
    Item,
    Match,
    Option,
    Order,
    OrderLine,
    Question,
    SpotError,
    has_solution,
)
from mlmath_tutor.engine.events import Sure
from mlmath_tutor.engine.evidence import Evidence
from mlmath_tutor.engine.grading import (
    grade,
    lines_in_order,
    options_in_order,
    partners_in_order,
)
from mlmath_tutor.engine.grading.verdict import Verdict


@dataclass(frozen=True)
class Waiting:
    """An answer as it was judged, with the evidence for that; shown and recorded later."""

    verdict: Verdict
    evidence: Evidence | None


@dataclass
class Answering:
    """Where the learner is with a question: what is chosen, what was said, what help was taken.

    Attributes:
        options: to choose from, in the order shown.
        partners: of a matching question, in the order lettered.
        lines: to put in order, as carried about so far; those from `used` on are left out.
        here: the place of the line in hand.
        trying: seconds for which the answer has been tried in a run, None if it is not.
        pointed: the place of the option the arrows point at.
        waiting: an answer given that waits until the learner says how sure they are.
        sure: how sure the learner was, where they said so.
        resting: whether the last hint was shown a moment ago, so that it is read first.
        written: the lines of a derivation that hold.
    """

    options: tuple[Option, ...] = ()
    partners: tuple[Item, ...] = ()
    lines: tuple[OrderLine | Distractor, ...] = ()
    used: int = 0
    here: int = 0
    chosen: tuple[str, ...] = ()
    typed: str = ""
    verdict: Verdict | None = None
    tries: int = 0
    hints: int = 0
    others: bool = False
    trying: float | None = None
    pointed: int | None = None
    waiting: Waiting | None = None
    sure: Sure | None = None
    resting: bool = False
    written: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the answer shown is fully right."""
        return self.verdict is not None and self.verdict.right

    @property
    def settled(self) -> bool:
        """Whether there is a verdict on an answer that could be read."""
        return self.verdict is not None and self.verdict.valid

    @property
    def ordered(self) -> str:
        """The lines used, as an answer."""
        return " ".join(line.id for line in self.lines[: self.used])

    def carry(self, by: int) -> None:
        """Carry the line in hand one place up (-1) or down (1), also into or out of use."""
        if by > 0 and self.here == self.used - 1:
            self.used -= 1
        elif by < 0 and self.here == self.used:
            self.used += 1
        else:
            to = self.here + by
            lines = list(self.lines)
            lines[self.here], lines[to] = lines[to], lines[self.here]
            self.lines, self.here = tuple(lines), to

    def put_back(self, answer: str) -> None:
        """Take over an answer given before."""
        if self.lines:
            at = {name: place for place, name in enumerate(answer.split())}
            self.lines = tuple(sorted(self.lines, key=lambda line: at.get(line.id, len(at))))
            self.used = len(at)
        elif self.options:
            # The line and the reason of a spotted error, then its repair.
            named, _, self.typed = answer.partition("; ")
            self.chosen = tuple(named.split())
        else:
            self.typed = answer


class AnswerBox(Protocol):
    """What the parts of a question ask of the box they are in."""

    @property
    def typing(self) -> bool:
        """Whether the line to type in has the focus."""

    def open_line(self) -> None:
        """Show the line to type in, if there is one."""

    def begin_typing(self, sign: str) -> bool:
        """Go to the line with its first sign typed; return whether that could be done."""

    def follow(self) -> None:
        """Have what the answer is typed in follow language and size."""

    def choose(self, option: str) -> None:
        """Take an option."""

    def submit(self) -> None:
        """Answer, or go to the line to type in."""

    def hint(self) -> None:
        """Show one more rung of the ladder; all that is left once the answer is right."""

    def redraw(self) -> None:
        """Lay out anew."""


def begun(question: Question, *, seed: int) -> Answering:
    """Return the state of a question not yet answered, all in the order of `seed`."""
    answering = Answering(options=options_in_order(question, seed))
    if isinstance(question, Match):
        answering.partners = partners_in_order(question, seed)
    elif isinstance(question, Order):
        answering.lines = lines_in_order(question, seed)
        answering.used = len(answering.lines)
    return answering


def restore(
    question: Question, answering: Answering, answer: str, evidence: Evidence | None
) -> None:
    """Put an answer given before back, with its verdict graded again."""
    answering.verdict = grade(question, answer, evidence=evidence)
    answering.tries = 1
    answering.put_back(answer)


def rungs(question: Question) -> int:
    """The hints, and the worked solution as the last rung."""
    return len(question.hints) + has_solution(question)


def next_rung(question: Question, answering: Answering) -> Literal["hint", "solution"] | None:
    """Return what help there is to ask for now: none before an attempt.

    A moment passes between two hints, so that each is read. Once the answer is right, all
    that is left is shown at once.
    """
    left = rungs(question) - answering.hints
    if not answering.tries or not left or (answering.resting and not answering.right):
        return None
    solved = answering.right or answering.hints == len(question.hints)
    return "solution" if solved and has_solution(question) else "hint"


def asks_parts(question: Question) -> bool:
    """Return whether more is asked for than one choice: what is right of it is kept."""
    return isinstance(question, SpotError) and bool(question.why or question.repair)


def has_all_choices(question: Question, now: Answering) -> bool:
    """Return whether everything is chosen that is to be chosen."""
    asked = 2 if isinstance(question, SpotError) and question.why else 1
    return len(now.chosen) == asked
