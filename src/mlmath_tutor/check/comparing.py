"""Whether a program's output is still what was recorded: numbers with tolerance, words exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import zip_longest

from mlmath_tutor import figspec
from mlmath_tutor.content.recorded import Recording

# Libraries sum in another order from one version to the next: the last digits of a double
# differ, and what should be 0 is 1e-16 on one machine and 3e-17 on another.
RELATIVE = 1e-6
ABSOLUTE = 1e-9
# A colour channel of an image, of 255, after rounding.
CHANNEL = 2

_NUMBER = re.compile(r"((?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")


def differences(recorded: Recording, fresh: Recording) -> Iterator[str]:
    """Yield how `fresh` differs from `recorded`, each as a phrase for an author."""
    yield from _texts(recorded.text, fresh.text, "the text")
    if len(recorded.figures) != len(fresh.figures):
        yield f"{len(recorded.figures)} figures are recorded, and now {len(fresh.figures)}"
        return
    for number, (old, new) in enumerate(zip(recorded.figures, fresh.figures, strict=True), 1):
        try:
            before = figspec.decode(old)
        except figspec.FigureError as error:
            yield f"figure {number} of the recording cannot be read ({error})"
            continue
        yield from _values(before, figspec.decode(new), f"figure {number}")


def _texts(old: str, new: str, where: str) -> Iterator[str]:
    """Compare printed text: numbers to their printed precision, the rest word by word."""
    for line, (before, after) in enumerate(
        zip_longest(old.splitlines(), new.splitlines(), fillvalue=""), 1
    ):
        # `split` with a group gives words and numbers in turn.
        one, other = _NUMBER.split(before), _NUMBER.split(after)
        same = len(one) == len(other) and all(
            _printed_alike(a, b) if place % 2 else a.split() == b.split()
            for place, (a, b) in enumerate(zip(one, other, strict=True))
        )
        if not same:
            yield f"line {line} of {where} is recorded as `{before}` and now `{after}`"


def _printed_alike(old: str, new: str) -> bool:
    one, other = float(old), float(new)
    return abs(one - other) <= max(
        1.01 * max(_unit(old), _unit(new)), RELATIVE * abs(one), ABSOLUTE
    )


def _unit(printed: str) -> float:
    """Return the value of the last printed digit; 0 for an integer, which is not rounded."""
    digits, _, exponent = printed.lower().partition("e")
    _, point, decimals = digits.partition(".")
    if not point and not exponent:
        return 0.0
    return float(10.0 ** (int(exponent or 0) - len(decimals)))


def _values(old: object, new: object, where: str) -> Iterator[str]:
    """Compare two figures part by part."""
    match old, new:
        case figspec.Values(), figspec.Values():
            yield from _rows(tuple(old), tuple(new), where)
        case float(), float():
            yield from _rows((old,), (new,), where)
        case str(), str():
            yield from _texts(old, new, where)
        case bytes(), bytes():
            far = any(abs(a - b) > CHANNEL for a, b in zip(old, new, strict=False))
            if far or len(old) != len(new):
                yield f"{where} has other pixels or colours"
        case tuple(), tuple():
            if len(old) != len(new):
                yield f"{where} had {len(old)} parts and has {len(new)}"
            for place, (a, b) in enumerate(zip(old, new, strict=False), 1):
                yield from _values(a, b, f"{where} {place}")
        case _ if is_dataclass(old) and type(old) is type(new):
            for name in (field.name for field in fields(old)):
                yield from _values(getattr(old, name), getattr(new, name), f"{where}, {name}")
        case _:
            if old != new:
                yield f"{where} was {_shown(old)} and is {_shown(new)}"


def _shown(value: object) -> str:
    return type(value).__name__.lower() if is_dataclass(value) else repr(value)


def _rows(old: tuple[float, ...], new: tuple[float, ...], where: str) -> Iterator[str]:
    if len(old) != len(new):
        yield f"{where} had {len(old)} numbers and has {len(new)}"
        return
    finite = [abs(number) for number in old if abs(number) < float("inf")]
    tolerance = ABSOLUTE + RELATIVE * max(finite, default=0.0)
    for place, (a, b) in enumerate(zip(old, new, strict=True)):
        alike = a == b or (a != a and b != b) or abs(a - b) <= tolerance
        if not alike:
            yield f"{where}, number {place}: {a:.6g} is recorded, and now it is {b:.6g}"
            return
