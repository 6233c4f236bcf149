"""What Matplotlib draws is said as layers: the same numbers, names and styles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from matplotlib import patches
from matplotlib.figure import Figure

from mlmath_tutor import figspec
from mlmath_tutor.engine.runner.child import figure_axes
from mlmath_tutor.engine.runner.child.backend import FigureCanvas
from mlmath_tutor.engine.runner.child.figure_axes import figure_spec


def new_figure() -> Any:
    figure = Figure()
    FigureCanvas(figure)
    return figure


@pytest.fixture
def ax() -> Any:
    return new_figure().subplots()


def layers(ax: Any) -> tuple[figspec.AnyLayer, ...]:
    """Return the layers of `ax` after a trip over the wire."""
    figure = figspec.decode(figspec.encode(figure_spec(ax.figure)))
    return figure.axes[0].layers


def only(ax: Any, kind: type[Any]) -> Any:
    found = layers(ax)
    assert [type(each) for each in found] == [kind]
    return found[0]


def axes_of(ax: Any) -> figspec.Axes:
    return figspec.decode(figspec.encode(figure_spec(ax.figure))).axes[0]


def test_a_line_keeps_points_name_dash_and_marker(ax: Any) -> None:
    ax.plot([0, 1, 2], [3, 4, np.nan], "s--", color="C2", label="loss")
    line = only(ax, figspec.Line)
    assert list(line.x) == [0, 1, 2]
    assert list(line.y)[:2] == [3, 4]
    assert np.isnan(list(line.y)[2])
    assert line.label == "loss"
    assert (line.ink.cycle, line.ink.dash, line.ink.marker) == (2, "dashed", "square")


def test_markers_without_a_line_are_points(ax: Any) -> None:
    ax.plot([0, 1], [1, 0], "^")
    points = only(ax, figspec.Scatter)
    assert points.ink.marker == "triangle"


def test_an_authors_colour_is_kept_and_not_in_the_cycle(ax: Any) -> None:
    ax.plot([0, 1], [1, 0], color="red")
    assert only(ax, figspec.Line).ink.rgb == (255, 0, 0)
    assert only(ax, figspec.Line).ink.cycle is None


def test_steps_are_drawn_as_corners(ax: Any) -> None:
    ax.step([0, 1, 2], [5, 6, 7], where="post")
    line = only(ax, figspec.Line)
    assert list(zip(line.x, line.y, strict=True)) == [(0, 5), (1, 5), (1, 6), (2, 6), (2, 7)]


def test_a_scatter_has_its_points_and_marker(ax: Any) -> None:
    ax.scatter([1, 2, 3], [4, 5, 6], marker="x", label="data")
    cloud = only(ax, figspec.Scatter)
    assert (list(cloud.x), list(cloud.y)) == ([1, 2, 3], [4, 5, 6])
    assert (cloud.label, cloud.ink.marker, cloud.colours) == ("data", "cross", b"")


def test_a_scatter_coloured_by_value_has_a_colour_for_each_point(ax: Any) -> None:
    ax.scatter([1, 2, 3], [4, 5, 6], c=[0.0, 0.5, 1.0], cmap="gray")
    assert only(ax, figspec.Scatter).colours == bytes([0, 0, 0, 128, 128, 128, 255, 255, 255])


def test_bars_have_sides_and_heights(ax: Any) -> None:
    ax.bar([0, 1], [2, -3], width=0.5, label="b")
    bars = only(ax, figspec.Bars)
    assert (list(bars.start), list(bars.end)) == ([-0.25, 0.75], [0.25, 1.25])
    assert (list(bars.base), list(bars.top)) == ([0, 0], [2, -3])
    assert bars.upright
    assert bars.label == "b"


def test_lying_bars_and_stacked_bars(ax: Any) -> None:
    ax.barh([0], [2], left=[1])
    bars = only(ax, figspec.Bars)
    assert not bars.upright
    assert (list(bars.base), list(bars.top)) == ([1], [3])


@pytest.mark.parametrize("histtype", ["bar", "barstacked"])
def test_a_histogram_is_bars_side_by_side(ax: Any, histtype: str) -> None:
    ax.hist([0.5, 1.5, 1.6], bins=[0, 1, 2], histtype=histtype, label="draws")
    bars = only(ax, figspec.Bars)
    assert (list(bars.start), list(bars.end), list(bars.top)) == ([0, 1], [1, 2], [1, 2])
    assert bars.label == "draws"


def test_an_outlined_histogram_is_a_line_and_a_filled_one_an_area(ax: Any) -> None:
    ax.hist([0.5, 1.5, 1.6], bins=[0, 1, 2], histtype="step", label="outline")
    ax.hist([0.5, 1.5, 1.6], bins=[0, 1, 2], histtype="stepfilled")
    by_kind = {type(each): each for each in layers(ax)}
    assert set(by_kind) == {figspec.Line, figspec.Area}
    outline = by_kind[figspec.Line]
    assert isinstance(outline, figspec.Line)
    assert max(outline.y) == 2
    assert outline.label == "outline"


def test_several_histograms_are_several_sets_of_bars(ax: Any) -> None:
    ax.hist([[0.5], [1.5]], bins=[0, 1, 2], label=["a", "b"])
    assert [each.label for each in layers(ax)] == ["a", "b"]


def test_stairs_are_bars_when_filled(ax: Any) -> None:
    ax.stairs([3, 4], [0, 1, 2], fill=True)
    bars = only(ax, figspec.Bars)
    assert (list(bars.start), list(bars.top)) == ([0, 1], [3, 4])


def test_an_area_between_curves_keeps_both(ax: Any) -> None:
    x = np.linspace(0, 1, 5)
    ax.fill_between(x, x - 1, x**2 + 1, alpha=0.3, label="band")
    fill = only(ax, figspec.Fill)
    assert np.allclose(list(fill.x), x)
    assert np.allclose(list(fill.lower), x - 1)
    assert np.allclose(list(fill.upper), x**2 + 1)
    assert fill.label == "band"


def test_an_area_with_holes_breaks_where_it_ends(ax: Any) -> None:
    x = np.arange(6.0)
    ax.fill_between(x, 0, 1, where=[True, True, False, False, True, True])
    fill = only(ax, figspec.Fill)
    assert np.isnan(list(fill.x)).sum() == 1
    assert np.nanmax(list(fill.x)) == 5


def test_error_bars_are_segments_without_caps(ax: Any) -> None:
    ax.errorbar([1, 2], [3, 4], yerr=0.5, fmt="o", capsize=3, label="mean")
    found = {type(each): each for each in layers(ax)}
    assert set(found) == {figspec.Segments, figspec.Scatter}
    segments = found[figspec.Segments]
    assert isinstance(segments, figspec.Segments)
    assert (list(segments.y0), list(segments.y1)) == ([2.5, 3.5], [3.5, 4.5])
    assert found[figspec.Scatter].label == "mean"


def test_lines_and_spans_across_the_axes(ax: Any) -> None:
    ax.axhline(0.5, ls=":", label="threshold")
    ax.axvline(2)
    ax.axvspan(0, 1)
    found = {type(each): each for each in layers(ax)}
    level, upright = found[figspec.HLine], found[figspec.VLine]
    assert isinstance(level, figspec.HLine)
    assert isinstance(upright, figspec.VLine)
    assert (level.y, level.ink.dash, level.label) == (0.5, "dotted", "threshold")
    assert upright.x == 2
    span = found[figspec.Area]
    assert isinstance(span, figspec.Area)
    assert (min(span.x), max(span.x)) == (pytest.approx(0), pytest.approx(1))


def test_text_and_annotations_stand_at_their_points(ax: Any) -> None:
    ax.plot([0, 10], [0, 10])
    ax.text(2, 3, r"$\hat{y}$", ha="center")
    ax.annotate("peak", xy=(5, 6), xytext=(7, 8), arrowprops={"arrowstyle": "->"})
    labels = [each for each in layers(ax) if isinstance(each, figspec.Label)]
    arrows = [each for each in layers(ax) if isinstance(each, figspec.Arrow)]
    assert [(each.text, each.anchor) for each in labels] == [("ŷ", "center"), ("peak", "left")]
    assert labels[0].x == pytest.approx(2)
    assert labels[1].y == pytest.approx(8)
    [arrow] = arrows
    assert (list(arrow.x), list(arrow.dx)) == ([pytest.approx(7)], [pytest.approx(-2)])


def test_text_in_axes_coordinates_is_brought_into_data(ax: Any) -> None:
    ax.set(xlim=(0, 10), ylim=(0, 100))
    ax.text(0.5, 0.5, "middle", transform=ax.transAxes)
    label = only(ax, figspec.Label)
    assert (label.x, label.y) == (pytest.approx(5), pytest.approx(50))


def test_arrows_of_a_quiver_point_where_they_should(ax: Any) -> None:
    ax.quiver([0, 1], [0, 1], [1, 0], [0, 2], angles="xy", scale_units="xy", scale=1)
    arrows = only(ax, figspec.Arrow)
    assert (list(arrows.dx), list(arrows.dy)) == ([1, 0], [0, 2])


def test_arrows_scaled_by_matplotlib_keep_their_direction(ax: Any) -> None:
    ax.set(xlim=(-1, 2), ylim=(-1, 2))
    ax.quiver([0], [0], [0], [3])
    arrow = only(ax, figspec.Arrow)
    [across], [up] = arrow.dx, arrow.dy
    assert across == pytest.approx(0)
    assert 0 < up < 3


def test_a_single_arrow(ax: Any) -> None:
    ax.arrow(1, 2, 3, 4)
    arrow = only(ax, figspec.Arrow)
    assert (list(arrow.x), list(arrow.dy)) == ([1], [4])


def test_an_image_of_values_is_a_heat_map_with_its_first_row_on_top(ax: Any) -> None:
    ax.imshow([[1, 2, 3], [4, 5, np.nan]], cmap="gray", vmin=0, vmax=6)
    heat = only(ax, figspec.Heat)
    assert (heat.rows, heat.columns) == (2, 3)
    assert list(heat.values)[:5] == [1, 2, 3, 4, 5]
    assert heat.extent == (-0.5, 2.5, -0.5, 1.5)
    assert axes_of(ax).ylim == (1.5, -0.5)
    assert (heat.low, heat.high) == (0, 6)
    assert heat.colours[:3] == bytes(3)
    assert heat.colours[-3:] == b"\xff\xff\xff"
    assert axes_of(ax).aspect == "equal"


def test_an_image_from_below(ax: Any) -> None:
    ax.imshow([[1], [2]], origin="lower", extent=(0, 1, 0, 2))
    assert only(ax, figspec.Heat).extent == (0, 1, 0, 2)


def test_a_picture_in_true_colours_stays_one(ax: Any) -> None:
    ax.imshow(np.array([[[255, 0, 0], [0, 0, 255]]], np.uint8))
    image = only(ax, figspec.Image)
    assert (image.width, image.height, image.note) == (2, 1, "")
    assert image.pixels == b"\xff\x00\x00\x00\x00\xff"


def test_a_colour_mesh_lies_between_its_edges(ax: Any) -> None:
    mesh = ax.pcolormesh([0, 1, 2], [10, 20, 30], [[1, 2], [3, 4]])
    ax.figure.colorbar(mesh, label="height")
    figure = figspec.decode(figspec.encode(figure_spec(ax.figure)))
    assert len(figure.axes) == 1
    heat = figure.axes[0].layers[0]
    assert isinstance(heat, figspec.Heat)
    assert heat.extent == (0, 2, 10, 30)
    assert list(heat.values) == [1, 2, 3, 4]
    bar = figure.axes[0].bar
    assert bar is not None
    assert (bar.low, bar.high, bar.label) == (1, 4, "height")


def test_an_uneven_mesh_is_sampled_evenly(ax: Any) -> None:
    ax.pcolormesh([0, 3, 4], [0, 1], [[1, 2]])
    heat = only(ax, figspec.Heat)
    assert heat.extent == (0, 4, 0, 1)
    row = list(heat.values)
    assert row.count(1) == 3 * row.count(2)


def test_contours_are_those_matplotlib_traced(ax: Any) -> None:
    x = np.linspace(-1, 1, 41)
    radius = np.hypot(*np.meshgrid(x, x))
    ax.contour(x, x, radius, levels=[0.25, 0.5])
    contour = only(ax, figspec.Contour)
    assert not contour.filled
    for band in contour.bands:
        distance = np.hypot(list(band.x), list(band.y))
        assert np.allclose(distance[np.isfinite(distance)], band.level, atol=0.01)
    assert [each.level for each in contour.bands] == [0.25, 0.5]


def test_filled_contours_are_bands_in_their_colours(ax: Any) -> None:
    x = np.linspace(0, 1, 5)
    ax.contourf(x, x, np.outer(x, x), levels=[0, 0.5, 1], cmap="gray")
    contour = only(ax, figspec.Contour)
    assert contour.filled
    assert [each.level for each in contour.bands] == [0, 0.5]
    assert contour.bands[0].rgb < contour.bands[1].rgb


def test_shapes_are_outlines_or_areas(ax: Any) -> None:
    ax.add_patch(patches.Ellipse((1, 2), 4, 2, fill=False))
    outline = only(ax, figspec.Line)
    assert (min(outline.x), max(outline.x)) == (pytest.approx(-1), pytest.approx(3))
    ax.add_patch(patches.Circle((0, 0), 1))
    assert {type(each) for each in layers(ax)} == {figspec.Line, figspec.Area}


def test_what_no_layer_can_say_is_shown_as_a_picture(ax: Any) -> None:
    ax.bar([0, 1], [1, 2], hatch="//")
    ax.fill([0, 1, 1], [0, 0, 1], hatch="x")
    ax.set_xlabel("still a label")
    image = only(ax, figspec.Image)
    assert (image.note, image.extent) == ("raster", None)
    assert len(set(image.pixels)) > 1
    assert axes_of(ax).xlabel == "still a label"


def test_an_artist_that_fails_is_shown_as_a_picture(ax: Any) -> None:
    class Odd(patches.Rectangle):
        def get_fill(self) -> bool:
            raise ZeroDivisionError

    odd = Odd((0, 0), 1, 1)
    ax.add_patch(odd)
    image = only(ax, figspec.Image)
    assert image.note == "raster"


def test_axes_that_are_not_flat_are_shown_whole() -> None:
    figure = new_figure()
    figure.add_subplot(projection="3d").plot([0, 1], [0, 1], [0, 1])
    [axes] = figure_spec(figure).axes
    assert not axes.frame
    assert isinstance(axes.layers[0], figspec.Image)


def test_a_million_points_become_few_and_keep_their_extremes(ax: Any) -> None:
    y = np.random.default_rng(0).normal(size=1_000_000)
    ax.plot(y)
    ax.scatter(y[::2], y[1::2])
    by_kind = {type(each): each for each in layers(ax)}
    line, cloud = by_kind[figspec.Line], by_kind[figspec.Scatter]
    assert isinstance(line, figspec.Line)
    assert isinstance(cloud, figspec.Scatter)
    assert len(line.x) <= 10_000
    assert len(cloud.x) <= 10_000
    assert (max(line.y), min(line.y)) == (y.max(), y.min())


def test_too_many_artists_are_shown_as_a_picture(ax: Any) -> None:
    for level in range(1100):
        ax.axhline(level)
    assert only(ax, figspec.Image).note == "raster"


def test_many_lines_share_what_a_figure_may_hold(ax: Any) -> None:
    x = np.arange(5_000)
    for shift in range(200):
        ax.plot(x, np.sin(x / 50) + shift)
    lines = layers(ax)
    assert len(lines) == 200
    assert max(len(each.x) for each in lines if isinstance(each, figspec.Line)) <= 1_500


def test_more_data_than_a_figure_may_hold_are_shown_as_a_picture(
    ax: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ax.plot(np.arange(1000))
    monkeypatch.setattr(figure_axes, "MAX_BYTES", 10_000)
    assert only(ax, figspec.Image).note == "raster"


def test_masked_values_are_gaps(ax: Any) -> None:
    ax.plot(np.ma.masked_greater([1.0, 2.0, 30.0], 10), label="None")
    assert np.isnan(list(only(ax, figspec.Line).y)[2])
