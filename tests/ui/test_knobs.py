"""Sliders: where a value stands, how far a step goes, what a click means."""

from __future__ import annotations

import msgspec
import pytest

from mlmath_tutor.content.parameters import Parameter, Value
from mlmath_tutor.ui.ink import line_cells
from mlmath_tutor.ui.theme import UNICODE_SIGNS
from mlmath_tutor.ui.widgets.knobs import Knobs, moved, position, value_at


def parameter(value: Value, **keys: object) -> Parameter:
    return msgspec.convert({"value": value, **keys}, Parameter)


LINEAR = parameter(0.5, **{"from": 0.0, "to": 1.0, "step": 0.1})
LOG = parameter(0.01, scale="log", **{"from": 0.001, "to": 1.0})
WHOLE = parameter(2, scale="log", **{"from": 1, "to": 1000})
FINE = parameter(2, **{"from": 1, "to": 5})
CHOICE = parameter("b", choice=["a", "b", "c"])
EVERY = (LINEAR, LOG, WHOLE, FINE, CHOICE)


def test_a_step_goes_along_the_scale() -> None:
    assert moved(LINEAR, 0.5, 1) == 0.6
    assert moved(LINEAR, 0.5, -2) == 0.3
    assert moved(LOG, 0.01, 10) == pytest.approx(0.01 * 1000 ** (10 / 50), rel=0.01)
    assert moved(CHOICE, "b", 1) == "c"


@pytest.mark.parametrize("each", EVERY)
def test_steps_reach_both_ends_and_stop_there(each: Parameter) -> None:
    for by, part in ((1, 1.0), (-1, 0.0)):
        value = each.value
        for _ in range(2000):
            value = moved(each, value, by)
        assert position(each, value) == pytest.approx(part)
        assert moved(each, value, by) == value
        assert each.allows(value)


@pytest.mark.parametrize("each", EVERY)
@pytest.mark.parametrize("part", [-0.5, 0.0, 0.3, 0.77, 1.0, 2.0])
def test_a_place_on_the_slider_is_a_value_near_it(each: Parameter, part: float) -> None:
    value = value_at(each, part)
    assert each.allows(value)
    inside = max(0.0, min(1.0, part))
    assert position(each, value) == pytest.approx(inside, abs=0.26 if each.choice else 0.1)


@pytest.mark.parametrize("width", [40, 72, 90])
def test_the_knob_is_drawn_where_it_was_put(width: int) -> None:
    knobs = Knobs({"eta": LINEAR, "a_long_name": LINEAR})
    start, track, _ = knobs.columns(width)
    knobs.hold(1)
    assert knobs.put(start + track - 1, width)
    assert not knobs.put(start + track + 30, width)
    assert knobs.values == {"eta": 0.5, "a_long_name": 1.0}
    rows = knobs.lines(width, UNICODE_SIGNS, focused=True)
    drawn = "".join(span.text for span in rows[1])
    assert drawn.index(UNICODE_SIGNS.knob) == start + track - 1
    assert all(line_cells(row) == width for row in rows)
    assert knobs.is_on_track(start, width)
    assert not knobs.is_on_track(start - 1, width)
    assert not knobs.is_on_track(start + track, width)


def test_reset_goes_back_to_the_shipped_values() -> None:
    knobs = Knobs({"eta": LINEAR})
    assert knobs.move(2)
    assert knobs.changed == {"eta": 0.7}
    knobs.reset()
    assert knobs.changed == {}
