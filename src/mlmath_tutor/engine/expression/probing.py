"""Are two expressions equal? Asked of their values, at many points of the declared domain.

Two analytic expressions that agree at random points agree everywhere, but for a chance of
nothing (Schwartz 1980 and Zippel 1979, for polynomials); and where they do not, the point is
a counterexample that can be shown.

Values are computed with 30 digits, and with 60 where the first do not agree: a difference
that rounding made shrinks with more digits, a real one does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import chain

from .domains import NEAR, Domain
from .errors import NoValueError
from .evaluating import DIGITS, Evaluator
from .nodes import Expression, Symbol, walk
from .points import contains, rounded, simple_points, spread_points
from .real import Real

POINTS = 16
_FEWEST = POINTS // 2
# How far each batch of points goes. An expression may have values only away from 0.
_FAR = (NEAR, NEAR, NEAR, 10 * NEAR, 100 * NEAR)
# Expressions that differ by less than this share of their size count as equal.
_TOLERANCE = 1e-20
_SHRINKS = 1e-10
# A witness is to be seen with two digits.
_VISIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Equal:
    """The expressions have the same value at every point tried.

    Attributes:
        points: how many points that were.
    """

    points: int


@dataclass(frozen=True, slots=True)
class Different:
    """The expressions differ at a point.

    Attributes:
        witness: the point.
        left: the first expression's value there; None if it has none.
        right: the second one's.
    """

    witness: Mapping[str, Fraction]
    left: float | None
    right: float


@dataclass(frozen=True, slots=True)
class Undecided:
    """Too few points of the domain could be compared: nothing is said about the answer."""

    points: int


def equal(
    left: Expression, right: Expression, domains: Mapping[str, Domain], seed: int = 0
) -> Equal | Different | Undecided:
    """Decide whether `left` equals `right` on the domain.

    Points where `right` has no value are not in question, so give the right answer, or the
    line that a step starts from, as `right`. Where `left` alone has none, the two differ,
    unless that is a single point (a gap such as that of x²/x at 0).

    Args:
        left: what is asked about.
        right: what it is compared with.
        domains: where each symbol lives; symbols without one are refused.
        seed: of the random points; the same seed gives the same decision.

    Raises:
        KeyError: a symbol has no domain.
    """
    nodes = chain(walk(left), walk(right))
    used = {node.name for node, _ in nodes if isinstance(node, Symbol)}
    return _Probe(left, right, {name: domains[name] for name in sorted(used)}).decide(seed)


@dataclass
class _Probe:
    """Compares two expressions, point by point."""

    left: Expression
    right: Expression
    domains: Mapping[str, Domain]
    _coarse: Evaluator = field(default_factory=lambda: Evaluator(DIGITS))

    @cached_property
    def _fine(self) -> Evaluator:
        return Evaluator(2 * DIGITS)

    def decide(self, seed: int) -> Equal | Different | Undecided:
        if not self.domains:
            return self.compare({}) or Undecided(0)
        return self._told_at_simple_point() or self._told_at_random_point(seed)

    def compare(self, point: Mapping[str, Fraction]) -> Equal | Different | None:
        """Compare the values at `point`; None if they cannot be compared there."""
        try:
            right = self._coarse.value(self.right, point)
        except NoValueError:
            return None
        try:
            left = self._coarse.value(self.left, point)
        except NoValueError as error:
            return None if error.beyond else Different(point, None, float(right))
        if _is_close(left, right):
            return Equal(1)
        try:
            finer = self._fine.value(self.left, point), self._fine.value(self.right, point)
        except NoValueError:
            return None
        shrunk = abs(finer[0] - finer[1]) <= abs(left - right) * _SHRINKS
        return Equal(1) if shrunk or _is_close(*finer) else Different(point, *map(float, finer))

    def _told_at_simple_point(self) -> Different | None:
        """Return the clearest difference at a simple point, if there is one."""
        compared = (self.compare(point) for point in simple_points(self.domains))
        seen = [d for d in compared if isinstance(d, Different) and d.left is not None]
        return next((d for d in seen if _is_visible(d)), seen[0] if seen else None)

    def _told_at_random_point(self, seed: int) -> Equal | Different | Undecided:
        agreed = 0
        gaps: list[Different] = []
        for batch, far in enumerate(_FAR):
            for point in spread_points(self.domains, POINTS, f"{seed}:{batch}", far):
                found = self.compare(point)
                if isinstance(found, Equal):
                    agreed += 1
                elif found and found.left is None:
                    gaps.append(found)
                elif found:
                    return self._told_simply(found)
            if len(gaps) > self._gaps_allowed(agreed):
                return self._told_simply(gaps[0])
            if agreed >= POINTS:
                return Equal(agreed)
        return Equal(agreed) if agreed >= _FEWEST else Undecided(agreed)

    def _gaps_allowed(self, agreed: int) -> int:
        """Return at how many random points `left` may be alone without a value.

        No single real number is met by chance, but a whole number is.
        """
        return agreed // 3 if any(domain.integer for domain in self.domains.values()) else 0

    def _told_simply(self, found: Different) -> Different:
        """Return the difference at a rounded point if it is still to be seen there."""
        for digits in (0, 1, 2, 3):
            point = rounded(found.witness, digits)
            if all(contains(self.domains[name], value) for name, value in point.items()):
                nearby = self.compare(point)
                if isinstance(nearby, Different) and _is_as_clear(nearby, found):
                    return nearby
        return found


def _is_close(left: Real, right: Real) -> bool:
    larger = max(abs(left), abs(right))
    return abs(left - right) <= larger * _TOLERANCE


def _is_visible(found: Different) -> bool:
    if found.left is None:
        return False
    larger = max(abs(found.left), abs(found.right))
    return abs(found.left - found.right) > _VISIBLE * larger


def _is_as_clear(nearby: Different, found: Different) -> bool:
    return nearby.left is None if found.left is None else _is_visible(nearby)
