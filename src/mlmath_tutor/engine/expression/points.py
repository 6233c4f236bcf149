"""Points to try: simple ones that a learner can follow, then ones spread over the domain."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction

from .domains import NEAR, Domain

_SIMPLE_TEXT = (
    "2", "3", "1/2", "1", "-1", "5", "3/2", "-2", "1/4", "-1/2", "4", "3/4", "-3",
    "1/3", "0.3", "0.7", "10", "1/5", "0.1", "0.9", "-3/2", "0", "5/2", "7", "-1/4",
)  # fmt: skip
_SIMPLE = tuple(map(Fraction, _SIMPLE_TEXT))
_TRIED_SIMPLE = 8
# Two variables of one point differ, and later points pair them differently.
_STEPS = (1, 2, 3, 5, 7, 11)


def simple_points(domains: Mapping[str, Domain]) -> Iterator[dict[str, Fraction]]:
    """Yield a few points of the domain whose coordinates are short numbers."""
    choices = [simple_values(domain) for domain in domains.values()]
    for turn in range(_TRIED_SIMPLE):
        yield {
            name: values[(turn * _STEPS[i % len(_STEPS)] + i) % len(values)]
            for i, (name, values) in enumerate(zip(domains, choices, strict=True))
        }


def simple_values(domain: Domain) -> list[Fraction]:
    """Return short numbers inside the domain, at least one, the best known first."""
    found = [number for number in _SIMPLE if contains(domain, number)]
    if len(found) >= _TRIED_SIMPLE // 2:
        return found
    low, high = domain.window()
    if domain.integer:
        found += [Fraction(n) for n in range(math.ceil(low), math.floor(high) + 1)[:_TRIED_SIMPLE]]
    else:
        found += [_between(low, high, i / _TRIED_SIMPLE) for i in range(1, _TRIED_SIMPLE)]
    return list(dict.fromkeys(found))


def contains(domain: Domain, number: Fraction) -> bool:
    """Return whether `number` lies in the domain."""
    if domain.integer:
        return number.denominator == 1 and domain.low <= number <= domain.high
    return domain.low < number < domain.high


def _between(low: float, high: float, share: float) -> Fraction:
    """Return a number near that share of the interval, with as few digits as tell it apart."""
    digits = max(0, 1 - math.floor(math.log10(high - low)))
    return Fraction(str(round(low + share * (high - low), digits)))


def spread_points(
    domains: Mapping[str, Domain], count: int, seed: str, far: float = NEAR
) -> Iterator[dict[str, Fraction]]:
    """Yield `count` random points: each of as many slices of every domain is met once.

    (Latin hypercube sampling: McKay, Beckman and Conover, 1979.) Where a domain has no end,
    points go as far as `far`.
    """
    # Of `random`, only `random()` promises the same numbers in every version of Python.
    source = random.Random(seed)
    slices = {name: _shuffled(count, source) for name in domains}
    for turn in range(count):
        yield {
            name: _inside(
                domain.window(far), (slices[name][turn] + source.random()) / count, domain
            )
            for name, domain in domains.items()
        }


def _shuffled(count: int, source: random.Random) -> list[int]:
    keys = [source.random() for _ in range(count)]
    return sorted(range(count), key=keys.__getitem__)


def _inside(window: tuple[float, float], share: float, domain: Domain) -> Fraction:
    low, high = window
    if domain.integer:
        first, last = math.ceil(low), math.floor(high)
        return Fraction(min(last, first + math.floor(share * (last - first + 1))))
    return Fraction(low + share * (high - low))


def rounded(point: Mapping[str, Fraction], digits: int) -> dict[str, Fraction]:
    """Return `point` with coordinates of that many decimals."""
    return {name: Fraction(str(round(float(v), digits))) for name, v in point.items()}
