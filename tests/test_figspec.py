"""A figure crosses a process border as JSON: whole when honest, not at all when forged."""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlmath_tutor import figspec
from mlmath_tutor.figspec import FigureError, Ink, Values

ROW = Values.of([0.0, 1.5, math.nan, -math.inf])
BLUE = (0, 0, 255)

LAYERS: tuple[figspec.AnyLayer, ...] = (
    figspec.Line(ROW, ROW, label="誤差", ink=Ink(cycle=0, rgb=BLUE, dash="dotted", emphasis=True)),
    figspec.Scatter(ROW, ROW, bytes(range(12))),
    figspec.Fill(ROW, ROW, ROW),
    figspec.Bars(ROW, ROW, ROW, ROW, upright=False),
    figspec.Area(ROW, ROW),
    figspec.Heat(1, 4, ROW, (0.0, 1.0, 2.0, -2.0), 0.0, 1.0, bytes(6)),
    figspec.Contour((figspec.Band(0.5, ROW, ROW, BLUE),), filled=True),
    figspec.Segments(ROW, ROW, ROW, ROW),
    figspec.Arrow(ROW, ROW, ROW, ROW),
    figspec.HLine(0.25),
    figspec.VLine(-3.0),
    figspec.Label(0.5, 0.5, "here", "right", "above"),
    figspec.Image(2, 1, bytes(6), None, "raster"),
)
FIGURE = figspec.Figure(
    axes=(
        figspec.Axes(
            title="t",
            xlim=(1.0, 1000.0),
            xscale="log",
            xticks=(1.0, 10.0),
            xticklabels=("one", "ten"),
            bar=figspec.ColourBar(0.0, 2.0, bytes(9), "linear", "p"),
            layers=LAYERS,
        ),
        figspec.Axes(twin=0, place=figspec.Place(0, 0, 2, 1)),
    ),
    title="all layers",
    rows=2,
    columns=1,
)


def wire(figure: figspec.Figure) -> Any:
    return json.loads(json.dumps(figspec.encode(figure)))


def test_every_kind_of_layer_comes_back_as_it_was() -> None:
    assert figspec.decode(wire(FIGURE)) == FIGURE


@given(
    st.lists(st.floats(width=32)),
    st.sampled_from(["f4", "f8"]),
)
def test_rows_come_back_bit_by_bit(numbers: list[float], kind: Any) -> None:
    row = Values.of(numbers, kind)
    line = figspec.Line(row, row)
    figure = figspec.Figure(axes=(figspec.Axes(layers=(line,)),))
    assert figspec.decode(wire(figure)) == figure
    assert [math.isnan(each) for each in row] == [math.isnan(each) for each in numbers]
    assert len(row) == len(numbers)


def test_rows_with_nan_equal_their_copies() -> None:
    assert Values.of([math.nan, 1.0]) == Values.of([math.nan, 1.0])
    assert hash(Values.of([math.nan])) == hash(Values.of([math.nan]))


def test_an_array_says_its_kind_on_the_wire() -> None:
    encoded = wire(FIGURE)["axes"][0]["layers"][0]
    assert encoded["kind"] == "line"
    assert list(encoded["x"]) == ["f8"]


Forge = Callable[[Any], object]


def at(path: str, value: object) -> Forge:
    """Return a forger that puts `value` at `path`, such as `axes.0.xlim`."""

    def forge(obj: Any) -> object:
        *way, last = [int(each) if each.isdigit() else each for each in path.split(".")]
        part = obj
        for each in way:
            part = part[each]
        part[last] = value
        return obj

    return forge


def without(path: str) -> Forge:
    def forge(obj: Any) -> object:
        *way, last = [int(each) if each.isdigit() else each for each in path.split(".")]
        part = obj
        for each in way:
            part = part[each]
        del part[last]
        return obj

    return forge


SHORT = {"f8": "AAAAAAAA8D8="}
FORGED: dict[str, Forge] = {
    "not an object": lambda _: [],
    "nothing": lambda _: None,
    "a text": lambda _: "figure",
    "no version": without("version"),
    "another version": at("version", 2),
    "a version that is true": at("version", True),
    "an unknown field": at("run", "rm -rf"),
    "no axes": without("axes"),
    "axes that are no list": at("axes", {"0": {}}),
    "axes that are numbers": at("axes", [1]),
    "too many axes": lambda obj: {**obj, "axes": obj["axes"] * 200},
    "no rows": at("rows", 0),
    "a million rows": at("rows", 10**6),
    "rows that are true": at("rows", True),
    "half a row": at("rows", 1.5),
    "a long title": at("title", "x" * 1000),
    "a title that is a list": at("title", ["x"]),
    "an escape sequence in a title": at("title", "\x1b[2J"),
    "a newline in a label": at("axes.0.xlabel", "a\nb"),
    "text that runs backwards": at("axes.0.ylabel", "\u202eabc"),
    "one limit": at("axes.0.xlim", [1.0]),
    "limits of text": at("axes.0.xlim", ["0", "1"]),
    "limits that are NaN": at("axes.0.ylim", [math.nan, 1.0]),
    "limits that are infinite": at("axes.0.ylim", [0.0, math.inf]),
    "limits out of reach": at("axes.0.ylim", [0.0, 1e301]),
    "limits from a huge whole number": at("axes.0.ylim", [0, 10**400]),
    "equal limits": at("axes.0.ylim", [2.0, 2.0]),
    "limits closer than numbers can tell": at("axes.0.ylim", [1.0, 1.0 + 1e-15]),
    "limits closer than the smallest step": at("axes.0.ylim", [0.0, 1e-310]),
    "a logarithm of zero": at("axes.0.xlim", [0.0, 1.0]),
    "an unknown scale": at("axes.0.xscale", "symlog"),
    "more labels than ticks": at("axes.0.xticklabels", ["a", "b", "c"]),
    "labels without ticks": at("axes.0.yticklabels", ["a"]),
    "a thousand ticks": at("axes.0.yticks", [0.0] * 1000),
    "a tick that is NaN": at("axes.0.yticks", [math.nan]),
    "a place outside the grid": at("axes.0.place.row", 2),
    "a place that reaches outside": at("axes.0.place.column_span", 2),
    "a twin of itself": at("axes.0.twin", 0),
    "a twin of a later one": at("axes.0.twin", 1),
    "a twin of a twin": lambda obj: {**obj, "axes": [*obj["axes"], {**obj["axes"][1], "twin": 1}]},
    "too many layers": at("axes.0.layers", [{}] * 2000),
    "a layer of an unknown kind": at("axes.0.layers.0.kind", "pickle"),
    "a kind that is a list": at("axes.0.layers.0.kind", ["line"]),
    "a layer with a field of another": at("axes.0.layers.0.level", 1),
    "a layer without its ink": without("axes.0.layers.0.ink"),
    "an unknown dash": at("axes.0.layers.0.ink.dash", "wavy"),
    "a colour of two parts": at("axes.0.layers.0.ink.rgb", [1, 2]),
    "a colour out of range": at("axes.0.layers.0.ink.rgb", [0, 0, 256]),
    "a colour of fractions": at("axes.0.layers.0.ink.rgb", [0.5, 0.5, 0.5]),
    "a negative place in the cycle": at("axes.0.layers.0.ink.cycle", -1),
    "an array of plain numbers": at("axes.0.layers.0.x", [1, 2]),
    "an array of objects": at("axes.0.layers.0.x", {"O": "AAAA"}),
    "an array of two kinds": at("axes.0.layers.0.x", {"f4": "", "f8": ""}),
    "an array that is not base64": at("axes.0.layers.0.x", {"f8": "????"}),
    "base64 beyond ASCII": at("axes.0.layers.0.x", {"f8": "あ"}),
    "an array that ends within a number": at("axes.0.layers.0.x", {"f8": "AAAA"}),
    "columns of unequal length": at("axes.0.layers.0.x", SHORT),
    "too few colours of points": at("axes.0.layers.1.colours", "AAAA"),
    "upright neither true nor false": at("axes.0.layers.3.upright", "yes"),
    "a grid larger than its values": at("axes.0.layers.5.rows", 2),
    "an extent without width": at("axes.0.layers.5.extent", [1.0, 1.0, 0.0, 1.0]),
    "a colour map of one colour": at("axes.0.layers.5.colours", "AAAA"),
    "a logarithmic colour scale from zero": at("axes.0.layers.5.scale", "log"),
    "too many levels": at("axes.0.layers.6.bands", [{}] * 500),
    "a level that is infinite": at("axes.0.layers.6.bands.0.level", math.inf),
    "a line at NaN": at("axes.0.layers.9.y", math.nan),
    "a label without words": without("axes.0.layers.11.text"),
    "an image of the wrong size": at("axes.0.layers.12.width", 3),
    "an image of four billion pixels": lambda obj: at("axes.0.layers.12.width", 65536)(
        at("axes.0.layers.12.height", 65536)(obj)
    ),
    "an unknown note": at("axes.0.layers.12.note", "click here"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_forged_figure_is_refused(forge: Forge) -> None:
    with pytest.raises(FigureError):
        figspec.decode(forge(copy.deepcopy(wire(FIGURE))))


def test_arrays_are_bounded_all_together() -> None:
    row = Values(bytes(3 << 20))
    layer = figspec.Line(row, row)
    figspec.decode(wire(figspec.Figure(axes=(figspec.Axes(layers=(layer,) * 2),))))
    with pytest.raises(FigureError, match="bytes of data"):
        figspec.decode(wire(figspec.Figure(axes=(figspec.Axes(layers=(layer,) * 3),))))


def test_the_error_says_where() -> None:
    with pytest.raises(FigureError, match=r"axes\[0\]\.layers\[9\]\.y"):
        figspec.decode(at("axes.0.layers.9.y", "high")(wire(FIGURE)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["title", "axes", "rows", "version"]))
def test_whatever_stands_in_a_field_nothing_but_a_figure_error_is_raised(
    value: object, name: str
) -> None:
    obj = wire(figspec.Figure())
    obj[name] = value
    try:
        figspec.decode(obj)
    except FigureError:
        return
    assert isinstance(figspec.decode(obj), figspec.Figure)
