"""Ticks stand at good numbers and say them briefly."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mlmath_tutor.render.figures.scales import (
    Ruler,
    candidates,
    given_ticks,
    log_texts,
    number_texts,
    ticks_at,
)


@given(st.floats(-1e200, 1e200), st.floats(1e-9, 1e200))
def test_candidates_lie_on_the_axis_and_get_fewer(low: float, span: float) -> None:
    assume(abs(low) < 1e6 * span)
    ruler = Ruler.of((low, low + span), "linear")
    sets = list(candidates(ruler))
    for values in sets:
        assert all(-1e-6 <= each.place <= 1 + 1e-6 for each in ticks_at(ruler, values))
    counts = [len(each) for each in sets]
    assert all(later <= max(earlier, 2) for earlier, later in pairwise(counts))
    assert counts[-1] <= 2


def test_linear_ticks_are_multiples_of_1_2_or_5() -> None:
    found = [set(values) for values in candidates(Ruler.of((0.0, 1.0), "linear"))]
    assert {0, 0.25, 0.5, 0.75, 1} in found
    assert {0, 0.5, 1} in found


def test_an_axis_may_fall() -> None:
    ruler = Ruler.of((10.0, 0.0), "linear")
    assert ruler.place_of(10) == 0
    assert ruler.place_of(0) == 1
    assert any(len(values) == 3 for values in candidates(ruler))


def test_logarithmic_ticks_are_powers_of_ten() -> None:
    ruler = Ruler.of((1e-3, 1e3), "log")
    decades = [values for values in candidates(ruler) if len(values) == 7]
    assert decades[0] == pytest.approx([10.0**power for power in range(-3, 4)])
    assert ruler.place_of(1) == pytest.approx(0.5)
    assert math.isnan(ruler.place_of(0))


def test_a_short_logarithmic_axis_has_ticks_between_the_powers() -> None:
    assert [1.0, 2.0, 5.0, 10.0] in list(candidates(Ruler.of((1.0, 10.0), "log")))


NUMBERS = [
    ([0.0, 0.5, 1.0], ["0", "0.5", "1"]),
    ([-2.5, 0.0, 2.5], ["−2.5", "0", "2.5"]),
    ([0.25, 0.5], ["0.25", "0.5"]),
    ([10.0, 200.0], ["10", "200"]),
    ([0.0, 1e5], ["0", "10⁵"]),
    ([2e6], ["2×10⁶"]),
    ([-3e-5], ["−3×10⁻⁵"]),
    ([-0.0], ["0"]),
    ([], []),
]


@pytest.mark.parametrize(("values", "texts"), NUMBERS, ids=[str(each[0]) for each in NUMBERS])
def test_numbers_are_said_briefly(values: list[float], texts: list[str]) -> None:
    assert number_texts(values) == texts


def test_powers_of_ten_are_said_as_numbers_while_they_are_short() -> None:
    assert log_texts([1e-3, 0.1, 1, 1000]) == ["0.001", "0.1", "1", "1000"]
    assert log_texts([1e-5, 1e6, 2e8]) == ["10⁻⁵", "10⁶", "2×10⁸"]


def test_ticks_of_the_author_keep_their_labels_and_leave_the_axis_alone() -> None:
    ruler = Ruler.of((0.0, 10.0), "linear")
    found = given_ticks(ruler, (0.0, 5.0, 20.0), ("zero", "five", "far"))
    assert [(each.place, each.text) for each in found] == [(0, "zero"), (0.5, "five")]
