"""Drawing questions from many, and putting them in an order that keeps skills apart."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from mlmath_tutor.content.quizzes import AnyQuestion

_TRIES = 40  # random orders compared


class Dice:
    """Random numbers that depend on the seed and on what they are for, and on nothing else."""

    def __init__(self, seed: int, what: str) -> None:
        # Of `random`, only `random()` promises the same numbers in every version of Python.
        self._source = random.Random(f"{what}:{seed}")

    def shuffled(self, questions: Iterable[AnyQuestion]) -> list[AnyQuestion]:
        """Return the questions in a new order."""
        drawn = [(self._source.random(), question) for question in questions]
        return [question for _, question in sorted(drawn, key=lambda pair: pair[0])]


def drawn(
    shuffled: Sequence[AnyQuestion], count: int, preferred: Callable[[AnyQuestion], bool]
) -> Iterator[AnyQuestion]:
    """Yield `count` of the questions, or all if they are fewer.

    Those preferred come first, but no skill gets more than half of the places while others
    have questions; the rest goes round the skills.
    """
    left = list(shuffled)
    times: Counter[str] = Counter()
    most = (count + 1) // 2

    def rank(question: AnyQuestion) -> tuple[bool, bool, int]:
        often = max((times[skill] for skill in question.skills), default=0)
        return often >= most, not preferred(question), often

    for _ in range(min(count, len(left))):
        best = min(left, key=rank)
        left.remove(best)
        times.update(best.skills)
        yield best


def apart(questions: Sequence[AnyQuestion], seed: int) -> tuple[AnyQuestion, ...]:
    """Return the questions in an order in which none is on a skill of the one before it.

    Where there is no such order, the best of those tried.
    """
    dice = Dice(seed, "order")
    orders = (_spread(dice.shuffled(questions)) for _ in range(_TRIES))
    best: tuple[AnyQuestion, ...] = ()
    fewest = len(questions)
    for order in orders:
        clashes = sum(_share(one, next_) for one, next_ in pairwise(order))
        if clashes < fewest or not best:
            best, fewest = order, clashes
        if fewest == 0:
            break
    return best


def _spread(shuffled: list[AnyQuestion]) -> tuple[AnyQuestion, ...]:
    """Put one question after the other, those on the skill that is left most often first."""
    left, order = list(shuffled), list[AnyQuestion]()
    often = Counter(skill for question in left for skill in question.skills)

    def rank(question: AnyQuestion) -> tuple[bool, int]:
        clash = bool(order) and _share(order[-1], question)
        return clash, -max((often[skill] for skill in question.skills), default=0)

    while left:
        order.append(min(left, key=rank))
        left.remove(order[-1])
        often.subtract(order[-1].skills)
    return tuple(order)


def _share(one: AnyQuestion, other: AnyQuestion) -> bool:
    return not set(one.skills).isdisjoint(other.skills)
