"""Things to put in order and to pair: ids that are there, orders and pairs that can be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlmath_tutor.content.questions import Match, Order
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.grading.options import Named
from mlmath_tutor.engine.grading.order import ancestors

# What is wrong: the keys below the question, the sentence, its code.
Flaw = tuple[Keys, str, str]

MOST_LINES = 12  # grading looks at every part of an answer
MOST_PAIRS = 26  # one letter each


def same_ids(named: Sequence[Named], key: str) -> Iterator[Flaw]:
    """Yield each id in the list under `key` that another one before it has."""
    seen: set[str] = set()
    for place, each in enumerate(named):
        if each.id in seen:
            what = key.removesuffix("s")
            yield (
                (key, place, "id"),
                f"`{each.id}` is already the id of another {what} here: rename one",
                f"{what}-id",
            )
        seen.add(each.id)


def order(question: Order) -> Iterator[Flaw]:
    """Yield lines that build on nothing there is, or on each other, and too many of them."""
    yield from same_ids((*question.lines, *question.distractors), "lines")
    if not 2 <= len(question.lines) + len(question.distractors) <= MOST_LINES:
        yield ("lines",), f"give 2 to {MOST_LINES} lines, distractors among them", "lines"
    known = {line.id for line in question.lines}
    unknown = [
        (("lines", place, "after"), f"there is no line `{name}` to come after", "after")
        for place, line in enumerate(question.lines)
        for name in line.after
        if name not in known
    ]
    yield from unknown
    if unknown:
        return
    if not any(line.after for line in question.lines):
        yield ("lines",), "every order is right: say with `after` what builds on what", "after"
    try:
        ancestors(question)
    except ValueError as error:
        yield ("lines",), f"these lines build on each other in a circle: {error}", "circle"


def match(question: Match) -> Iterator[Flaw]:
    """Yield pairs of ids that are not there, items without a partner, and texts for no pair."""
    yield from same_ids(question.left, "left")
    yield from same_ids(question.partners, "partners")
    if len(question.partners) > MOST_PAIRS:
        yield ("partners",), f"give at most {MOST_PAIRS} partners", "pairs"
    left = {item.id for item in question.left}
    right = {item.id for item in question.partners}
    for name in sorted(left - question.pairs.keys()):
        yield ("pairs",), f"`{name}` has no partner: add it to `pairs`", "pairs"
    for name, partner in question.pairs.items():
        if name not in left or partner not in right:
            yield ("pairs", name), f"`{name}: {partner}` pairs what is not there", "pairs"
    for pair in question.say:
        name, _, partner = pair.partition(">")
        if question.pairs.get(name) == partner:
            yield ("say", pair), f"`{pair}` is a right pair: say why a wrong one is wrong", "say"
        elif name not in left or partner not in right:
            yield ("say", pair), f"`{pair}` is no pair that can be given", "say"
