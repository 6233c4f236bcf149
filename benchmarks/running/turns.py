"""Candidates measured in turn, so that what the machine does meanwhile meets them all."""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable, Mapping, Sequence

Measure = Callable[[int], Awaitable[float]]
"""Measures once, and returns seconds; the argument is the number of the turn, from 0."""
Times = dict[str, list[float]]
UNCOUNTED = 2


async def in_turn(candidates: Mapping[str, Measure], turns: int) -> Times:
    """Return the seconds of each candidate, one for each turn; each turn begins with another.

    Some turns come before that do not count: after them everything has been done before.
    """
    names = list(candidates)
    times: Times = {name: [] for name in names}
    for turn in range(UNCOUNTED + turns):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            times[name].append(await candidates[name](turn))
    return {name: taken[UNCOUNTED:] for name, taken in times.items()}


def median_ratio(others: Sequence[float], ours: Sequence[float]) -> float:
    """Return the median over the turns of what the other took divided by what ours took."""
    return statistics.median(other / own for other, own in zip(others, ours, strict=True))
