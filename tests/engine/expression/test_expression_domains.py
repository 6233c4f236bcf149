from __future__ import annotations

import math
from fractions import Fraction

import pytest

from mlmath_tutor.engine.expression import INTEGER, NATURAL, POSITIVE, REAL, Domain
from mlmath_tutor.engine.expression.points import contains, simple_points, spread_points

EVERY = [
    REAL,
    POSITIVE,
    INTEGER,
    NATURAL,
    Domain(0, 1),
    Domain(high=-100),
    Domain(low=1000),
    Domain(-1e-9, 1e-9),
    Domain(0.123, 0.124),
    Domain(0, 3, integer=True),
    Domain(high=-7, integer=True),
]


def test_the_ends_belong_to_whole_numbers_only() -> None:
    assert not contains(Domain(0, 1), Fraction(0))
    assert not contains(Domain(0, 1), Fraction(1))
    assert contains(Domain(0, 1, integer=True), Fraction(0))
    assert not contains(INTEGER, Fraction(1, 2))


@pytest.mark.parametrize("domain", EVERY)
def test_points_lie_inside_the_domain(domain: Domain) -> None:
    inside = {"x": domain, "y": domain}
    points = [
        *simple_points(inside),
        *spread_points(inside, 16, "1"),
        *spread_points(inside, 16, "2", 500),
    ]
    assert all(contains(domain, value) for point in points for value in point.values())


@pytest.mark.parametrize("domain", EVERY)
def test_the_interval_to_draw_from_is_finite_and_inside(domain: Domain) -> None:
    low, high = domain.window()
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert domain.low <= low < high <= domain.high


def test_spread_points_meet_every_slice_once() -> None:
    points = list(spread_points({"x": Domain(0, 16), "y": Domain(0, 16)}, 16, "seed"))
    for name in ("x", "y"):
        assert sorted(math.floor(point[name]) for point in points) == list(range(16))


def test_the_same_seed_gives_the_same_points() -> None:
    first, again, other = (list(spread_points({"x": REAL}, 4, seed)) for seed in ("a", "a", "b"))
    assert first == again
    assert first != other


def test_a_domain_without_numbers_is_refused() -> None:
    for low, high, integer in (
        (1, 1, False),
        (2, 1, False),
        (0.2, 0.8, True),
        (math.nan, 1, False),
    ):
        with pytest.raises(ValueError, match="no number"):
            Domain(low, high, integer=integer)
