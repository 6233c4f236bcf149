from __future__ import annotations

from dataclasses import replace

import pytest

from mlmath_tutor.check.comparing import differences
from mlmath_tutor.content.recorded import Recording
from mlmath_tutor.figspec import Axes, Figure, Ink, Line, Values, encode


def _text(old: str, new: str) -> list[str]:
    return list(differences(Recording(text=old), Recording(text=new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mean 0.5012", "mean 0.5013"),  # one unit in the last place: rounding
        ("error 2.2e-16", "error 1.1e-16"),  # both are 0
        ("x = -0.0", "x = 0.0"),
        ("norm 1234567.8", "norm 1234567.9"),
        ("a  1.0", "a 1.0"),  # columns move with the sign of a neighbour
        ("[1. 2.]", "[1. 2.]"),
    ],
)
def test_output_that_says_the_same_is_not_a_difference(old: str, new: str) -> None:
    assert _text(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mean 0.5012", "mean 0.5014"),
        ("count 512", "count 513"),  # whole numbers are not rounded
        ("error 2.2e-06", "error 2.9e-06"),
        ("mean 0.5", "median 0.5"),
        ("a\nb", "a"),
        ("0.5", "nan"),
    ],
)
def test_output_that_says_something_else_is_a_difference(old: str, new: str) -> None:
    assert len(_text(old, new)) == 1


def _recording(figure: Figure) -> Recording:
    return Recording(text="", figures=(encode(figure),))


FIGURE = Figure(
    axes=(Axes(layers=(Line(Values.of([0.0, 1.0]), Values.of([1000.0, 2000.0])),), title="fit"),)
)


def _changed(line: Line | None = None, **changes: object) -> Figure:
    axes = replace(FIGURE.axes[0], **changes)  # type: ignore[arg-type]
    return Figure(axes=(replace(axes, layers=(line,)) if line else axes,))


def test_a_gap_in_a_curve_drawn_again_is_not_a_difference() -> None:
    gap = _recording(_changed(Line(Values.of([0.0, 1.0]), Values.of([float("nan"), 2000.0]))))
    assert list(differences(gap, gap)) == []


@pytest.mark.parametrize(
    "figure",
    [
        FIGURE,
        _changed(Line(Values.of([0.0, 1.0]), Values.of([1000.0, 2000.0005]))),
        _changed(Line(Values.of([1e-12, 1.0]), Values.of([1000.0, 2000.0]))),
    ],
)
def test_a_figure_drawn_again_is_not_a_difference(figure: Figure) -> None:
    assert list(differences(_recording(FIGURE), _recording(figure))) == []


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (_changed(Line(Values.of([0.0, 1.0]), Values.of([1000.0, 2001.0]))), "2000 is recorded"),
        (_changed(Line(Values.of([0.0]), Values.of([1000.0]))), "had 2 numbers and has 1"),
        (_changed(Line(Values.of([0.0, 1.0]), Values.of([1000.0, float("nan")]))), "nan"),
        (_changed(title="other"), "recorded as `fit` and now `other`"),
        (
            _changed(
                Line(Values.of([0.0, 1.0]), Values.of([1000.0, 2000.0]), ink=Ink(dash="dotted"))
            ),
            "recorded as `solid` and now `dotted`",
        ),
    ],
)
def test_a_changed_figure_says_what_changed(figure: Figure, words: str) -> None:
    first, *_ = differences(_recording(FIGURE), _recording(figure))
    assert words in first


def test_a_figure_more_or_less_is_a_difference() -> None:
    (said,) = differences(_recording(FIGURE), Recording(text=""))
    assert said == "1 figures are recorded, and now 0"


def test_a_damaged_recorded_figure_is_a_difference_and_not_a_crash() -> None:
    (said,) = differences(Recording(text="", figures=({"axes": 3},)), _recording(FIGURE))
    assert "cannot be read" in said
