"""Matching: each item on the left with its partner; credit per pair."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from mlmath_tutor.content.questions import Item, Match
from mlmath_tutor.content.text import Text

from .options import unreadable
from .verdict import Reason, Verdict

# `1=b`, `l2 = gauss`, `1→b`, `2-c`; without a sign between, `1a2b3c`.
_PAIR = re.compile(
    r"\s*(?:(?P<number>\d+)\s*(?P<letter>[a-z])(?![a-z])"
    r"|(?P<left>[\w.]+)\s*[=:>→-]+\s*(?P<partner>[\w.-]+))[\s,、;]*"
)


def grade_match(question: Match, answer: str, shown: Sequence[Item]) -> Verdict:
    """Judge the pairs.

    Args:
        question: whose left items are numbered from 1 in the order of the file.
        answer: pairs such as `1=b`, by number and letter or by ids; all items of the left.
        shown: the partners in the order they were lettered in.
    """
    pairs = _read(question, answer, shown)
    if isinstance(pairs, Reason):
        return unreadable(answer, pairs)
    wrong = [name for name in pairs if pairs[name] != question.pairs[name]]
    right = len(pairs) - len(wrong)
    feedback: tuple[Text | Reason, ...] = (question.right,)
    if wrong:
        count = Reason("grading.match-right", {"right": right, "total": len(pairs)})
        said = (question.say.get(f"{name}>{pairs[name]}") for name in wrong)
        feedback = (count, *(text for text in said if text))
    written = [f"{name}={partner}" for name, partner in pairs.items()]
    return Verdict(
        valid=True,
        score=right / len(pairs),
        note="+".join(f"{name}>{pairs[name]}" for name in wrong) or "right",
        feedback=feedback,
        answer=" ".join(written),
    )


def _read(question: Match, answer: str, shown: Sequence[Item]) -> dict[str, str] | Reason:
    """Return the partner given to each left item, in the order of the file."""
    plain = unicodedata.normalize("NFKC", answer).casefold().replace("−", "-")
    found: dict[str, str] = {}
    at = 0
    while at < len(plain) and plain[at:].strip():
        pair = _PAIR.match(plain, at)
        if pair is None:
            return Reason("grading.match-form", {"place": at + 1})
        name, other = pair["number"] or pair["left"], pair["letter"] or pair["partner"]
        left, partner = _meant(name, question.left, "1"), _meant(other, shown, "a")
        if left is None or partner is None:
            word = name if left is None else other
            return Reason("grading.match-unknown", {"name": word})
        if found.setdefault(left, partner) != partner:
            return Reason("grading.match-twice", {"name": name})
        at = pair.end()
    for number, item in enumerate(question.left, 1):
        if item.id not in found:
            return Reason("grading.match-unpaired", {"number": number})
    return {item.id: found[item.id] for item in question.left}


def _meant(word: str, items: Sequence[Item], first: str) -> str | None:
    """Return the id meant by `word`: an id, or the place counted from the sign `first`."""
    ids = {item.id.casefold(): item.id for item in items}
    if word in ids:
        return ids[word]
    if first == "1":
        place = int(word[:4]) - 1 if word.isascii() and word.isdecimal() else -1
    else:
        place = ord(word) - ord(first) if len(word) == 1 else -1
    return items[place].id if 0 <= place < len(items) else None
