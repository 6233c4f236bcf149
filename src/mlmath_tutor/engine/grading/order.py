"""Lines in order: every order that keeps to the dependencies is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from mlmath_tutor.content.questions import Distractor, Order, OrderLine
from mlmath_tutor.content.text import Text

from .options import named, unreadable
from .verdict import Reason, Verdict

Said = tuple[Text | Reason, ...]


def grade_order(question: Order, answer: str, shown: Sequence[OrderLine | Distractor]) -> Verdict:
    """Judge the lines given, first to last.

    The score is the longest part of the answer that some right order keeps, as a share of the
    lines asked for or given, whichever are more (after Poulsen et al., "Proof Blocks", 2022).
    The first wrong line is named.
    """
    given = named(answer, shown)
    if isinstance(given, Reason):
        return unreadable(answer, given)
    if len(set(given)) < len(given):
        twice = next(n for n, name in enumerate(given, 1) if name in given[: n - 1])
        return unreadable(answer, Reason("grading.order-twice", {"place": twice}))
    earlier = ancestors(question)
    score = _kept(given, earlier) / max(len(question.lines), len(given))
    note, feedback, misconception = _first_wrong(question, given, earlier)
    return Verdict(
        valid=True,
        score=score,
        note=note,
        feedback=feedback,
        misconception=misconception,
        answer=" ".join(given),
    )


def ancestors(question: Order) -> Mapping[str, frozenset[str]]:
    """Return, for each line, all lines it builds on, directly or not.

    Raises:
        ValueError: lines build on each other in a circle, or on a line that is not there.
    """
    after = {line.id: frozenset(line.after) for line in question.lines}
    found: dict[str, frozenset[str]] = {}
    while len(found) < len(after):
        ready = [name for name in after if name not in found and after[name] <= found.keys()]
        if not ready:
            raise ValueError(", ".join(name for name in after if name not in found))
        for name in ready:
            found[name] = after[name].union(*(found[other] for other in after[name]))
    return found


def _kept(given: Sequence[str], earlier: Mapping[str, frozenset[str]]) -> int:
    """Return how many of `given` can stay: none of them before a line it builds on."""
    belonging = [name for name in given if name in earlier]
    for size in range(len(belonging), 0, -1):
        for some in combinations(belonging, size):
            if not any(late in earlier[early] for early, late in combinations(some, 2)):
                return size
    return 0


def _first_wrong(
    question: Order, given: Sequence[str], earlier: Mapping[str, frozenset[str]]
) -> tuple[str, Said, str | None]:
    """Return the note on the first wrong line, what to say of it, and its misconception."""
    foreign = {line.id: line for line in question.distractors}
    for place, name in enumerate(given, 1):
        if name in foreign:
            line = foreign[name]
            reason = Reason("grading.order-foreign", {"place": place})
            return name, (reason, line.say), line.misconception
        if missing := earlier[name] - set(given[: place - 1]):
            return name, (_too_early(place, missing, given),), None
    if absent := len(question.lines) - len(given):
        return "incomplete", (Reason("grading.order-incomplete", {"count": absent}),), None
    return "right", (question.right,), None


def _too_early(place: int, missing: frozenset[str], given: Sequence[str]) -> Reason:
    later = [n for n, name in enumerate(given, 1) if name in missing]
    if later:
        return Reason("grading.order-too-early", {"place": place, "other": later[0]})
    return Reason("grading.order-needs-absent", {"place": place})
