"""What reaches plotext is finite, inside the canvas, and no more than can be seen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlmath_tutor.figspec import Dash
from mlmath_tutor.render.figures import plotting
from mlmath_tutor.render.figures.strokes import clipped, cloud, dashed, line, thinned

WIDTH, HEIGHT = 40, 32
COORDINATES = st.lists(
    st.tuples(st.floats(allow_nan=True, allow_infinity=True), st.floats(-100, 100)), max_size=30
)


def columns(points: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(points, float).reshape(-1, 2)
    return table[:, 0], table[:, 1]


@given(COORDINATES, st.booleans())
def test_clipped_lines_are_finite_and_inside(
    points: list[tuple[float, float]], flipped: bool
) -> None:
    x, y = columns(points)
    x, y = (y, x) if flipped else (x, y)
    for part in clipped(x, y, WIDTH, HEIGHT):
        assert len(part) >= 1
        assert np.isfinite(part).all()
        assert (part >= 0).all()
        assert (part <= [WIDTH - 1, HEIGHT - 1]).all()


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=2, max_size=2))
def test_a_clipped_segment_lies_on_the_segment(ends: list[tuple[float, float]]) -> None:
    (x0, y0), (x1, y1) = ends
    length = np.hypot(x1 - x0, y1 - y0)
    for part in clipped(*columns(ends), WIDTH, HEIGHT):
        aside = (part[:, 0] - x0) * (y1 - y0) - (part[:, 1] - y0) * (x1 - x0)
        assert (np.abs(aside) <= 1e-6 * max(1.0, length)).all()


def test_a_line_inside_is_left_as_it_is() -> None:
    x, y = np.array([0.0, 5.0, 39.0]), np.array([31.0, 4.0, 0.0])
    [part] = clipped(x, y, WIDTH, HEIGHT)
    assert np.array_equal(part, np.column_stack([x, y]))


def test_a_line_that_leaves_and_comes_back_is_two_lines() -> None:
    parts = list(clipped(np.array([0.0, 10.0, 20.0]), np.array([0.0, 100.0, 0.0]), WIDTH, HEIGHT))
    assert len(parts) == 2
    assert parts[0][-1][1] == HEIGHT - 1
    assert parts[1][0][1] == HEIGHT - 1


def test_a_line_through_far_points_crosses_where_it_should() -> None:
    [part] = clipped(np.array([-1e11, 1e11]), np.array([-1e11 + 5, 1e11 + 5]), WIDTH, HEIGHT)
    assert part[0] == pytest.approx([0, 5], abs=0.01)


def test_a_gap_breaks_the_line() -> None:
    x = np.array([0.0, 1.0, np.nan, 3.0, 4.0])
    assert len(list(clipped(x, np.ones(5), WIDTH, HEIGHT))) == 2


def test_a_dense_graph_keeps_the_extremes_of_each_column() -> None:
    x = np.linspace(0, WIDTH - 1, 100_000)
    y = 16 + 15 * np.sin(x * 40)
    kept = thinned(np.column_stack([x, y]), WIDTH)
    assert len(kept) <= 4 * WIDTH
    assert kept[:, 1].max() == y.max()
    assert kept[:, 1].min() == y.min()


def test_a_dense_path_keeps_its_way() -> None:
    turn = np.linspace(0, 20, 50_000)
    spiral = np.column_stack([20 + turn * np.cos(turn), 16 + 0.7 * turn * np.sin(turn)])
    kept = thinned(spiral, WIDTH)
    assert len(kept) < 2_000
    assert np.array_equal(kept[0], spiral[0])


@pytest.mark.parametrize("dash", ["dashed", "dotted", "dashdot"])
def test_a_broken_line_has_gaps_and_keeps_its_rhythm(dash: Dash) -> None:
    straight = np.array([[0.0, 0.0], [60.0, 0.0]])
    dots, offset = dashed(straight, dash, 0.0)
    steps = np.diff(dots[:, 0])
    assert steps.max() >= 2
    first, so_far = dashed(np.array([[0.0, 0.0], [29.0, 0.0]]), dash, 0.0)
    second, _ = dashed(np.array([[30.0, 0.0], [60.0, 0.0]]), dash, so_far)
    joined = np.concatenate([first, second])
    assert np.array_equal(np.rint(joined), np.rint(dots))
    assert offset == 61


@given(COORDINATES)
def test_points_outside_are_left_out(points: list[tuple[float, float]]) -> None:
    for stroke in cloud(*columns(points), "", WIDTH, HEIGHT):
        assert not stroke.joined
        assert ((stroke.x >= 0) & (stroke.x <= WIDTH - 1)).all()
        assert ((stroke.y >= 0) & (stroke.y <= HEIGHT - 1)).all()


def test_points_on_one_dot_are_one() -> None:
    [stroke] = cloud(np.full(1000, 3.2), np.full(1000, 4.1), "", WIDTH, HEIGHT)
    assert (stroke.x.tolist(), stroke.y.tolist()) == ([3], [4])


def test_plotext_draws_a_diagonal_and_says_whose_each_cell_is() -> None:
    ends = np.array([0.0, 7.0])
    strokes = [
        *line(ends, ends, "solid", 8, 8),
        *cloud(np.array([7.0]), np.array([0.0]), "✱", 8, 8),
    ]
    codes, owners = plotting.traced(strokes, 4, 2)
    assert "".join(map(chr, codes[0])) == "\0\0⡠⠊"
    assert "".join(map(chr, codes[1])) == "⡠⠊\0✱"
    assert owners.tolist() == [[-1, -1, 0, 0], [0, 0, -1, 1]]


def test_nothing_drawn_is_empty() -> None:
    codes, owners = plotting.traced([], 3, 2)
    assert not codes.any()
    assert (owners == plotting.NOBODY).all()
