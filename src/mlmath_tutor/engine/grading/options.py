"""Choosing from options: the order they are shown in, and which of them an answer means."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

from mlmath_tutor.content.questions import Option
from mlmath_tutor.content.text import Text

from .verdict import Reason, Verdict

_BETWEEN = re.compile(r"[\s,、;&+]+")
_AROUND = ".:()[]"


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """The id."""


N = TypeVar("N", bound=Named)


def in_order(options: tuple[N, ...], seed: str | None) -> tuple[N, ...]:
    """Return `options` in the order that `seed` gives, or as they are if it is None."""
    if seed is None:
        return options
    # Of `random`, only `random()` promises the same numbers in every version of Python.
    source = random.Random(seed)
    drawn = {option.id: source.random() for option in options}
    return tuple(sorted(options, key=lambda option: drawn[option.id]))


def named(answer: str, shown: Sequence[Named]) -> tuple[str, ...] | Reason:
    """Return the ids that `answer` means, in the order given, or why it means none.

    Args:
        answer: ids, or numbers from 1 in the order of `shown`, between spaces, commas or lines.
        shown: what there is to name.
    """
    plain = unicodedata.normalize("NFKC", answer).casefold()
    words = [word for part in _BETWEEN.split(plain) if (word := part.strip(_AROUND))]
    ids = {each.id.casefold(): each.id for each in shown}
    ids = {str(number): each.id for number, each in enumerate(shown, 1)} | ids
    if not words:
        return Reason("grading.nothing-named")
    if unknown := next((word for word in words if word not in ids), None):
        return Reason("grading.no-such-line", {"name": unknown, "count": len(shown)})
    return tuple(ids[word] for word in words)


def chosen(
    options: tuple[Option, ...], answer: str, shown: Sequence[Option], *, several: bool
) -> tuple[Option, ...] | Reason:
    """Return the options that `answer` means, in the order of the file, or why it means none.

    Args:
        options: in the order of the file.
        answer: ids, numbers (from 1, in the order of `shown`) or letters.
        shown: the options in the order they were shown in.
        several: whether `13` may mean the first and the third.
    """
    plain = unicodedata.normalize("NFKC", answer).casefold()
    words = [word for part in _BETWEEN.split(plain) if (word := part.strip(_AROUND))]
    if not words:
        return Reason("grading.nothing-chosen")
    picked: set[str] = set()
    for word in words:
        found = _meant(options, word, shown)
        if found is None and several:
            found = _all_meant(options, word, shown)
        if found is None:
            return Reason("grading.no-such-option", {"count": len(options)})
        picked |= found
    return tuple(option for option in options if option.id in picked)


def judged(option: Option) -> Verdict:
    """Return the verdict on choosing exactly one option."""
    return Verdict(
        valid=True,
        score=1.0 if option.correct else 0.0,
        note=option.id,
        feedback=(option.say,),
        misconception=None if option.correct else option.misconception,
        answer=option.id,
    )


def unreadable(answer: str, *why: Text | Reason) -> Verdict:
    """Return the verdict on an answer that cannot be read: neither right nor wrong."""
    return Verdict(valid=False, score=0.0, note="unreadable", feedback=why, answer=answer)


def one_of(options: tuple[Option, ...], answer: str, shown: Sequence[Option]) -> Verdict:
    """Judge an answer that is to be one option."""
    picked = chosen(options, answer, shown, several=False)
    if isinstance(picked, Reason):
        return unreadable(answer, picked)
    if len(picked) > 1:
        return unreadable(answer, Reason("grading.choose-one"))
    return judged(picked[0])


def _meant(options: tuple[Option, ...], word: str, shown: Sequence[Option]) -> set[str] | None:
    """Return the id of the one option that `word` means: an id before a number or a letter."""
    if by_id := {option.id for option in options if option.id.casefold() == word}:
        return by_id
    if word.isascii() and word.isdecimal():
        number = int(word[:4])
        return {shown[number - 1].id} if 1 <= number <= len(shown) else None
    letter = ord(word) - ord("a") if len(word) == 1 else -1
    return {options[letter].id} if 0 <= letter < len(options) else None


def _all_meant(options: tuple[Option, ...], word: str, shown: Sequence[Option]) -> set[str] | None:
    """Return the options that every single character of `word` means, or None."""
    picked: set[str] = set()
    for character in word:
        found = _meant(options, character, shown)
        if found is None:
            return None
        picked |= found
    return picked
