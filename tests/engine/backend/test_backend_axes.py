"""Axes, ticks, names, places and emphasis as Matplotlib's figure has them."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from mlmath_tutor import figspec
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


def test_a_logarithmic_axis_keeps_its_data(ax: Any) -> None:
    ax.loglog([1, 10, 100], [1, 0.1, 0.01])
    axes = axes_of(ax)
    assert (axes.xscale, axes.yscale) == ("log", "log")
    assert list(only(ax, figspec.Line).x) == [1, 10, 100]


def test_another_scale_is_carried_by_data_and_ticks(ax: Any) -> None:
    ax.plot([-100, 0, 100], [0, 1, 2])
    ax.set_xscale("symlog")
    axes = axes_of(ax)
    assert (axes.xscale, axes.yscale) == ("other", "linear")
    x = list(only(ax, figspec.Line).x)
    assert x[0] == pytest.approx(-x[2])
    assert abs(x[0]) < 10
    assert axes.xticklabels is not None
    assert "10²" in axes.xticklabels


def test_titles_labels_and_limits(ax: Any) -> None:
    ax.set(title="題", xlabel=r"$\theta_1$", ylabel="loss\n(mean)", xlim=(5, 1), ylim=(0, 2))
    ax.figure.suptitle("whole")
    axes = axes_of(ax)
    assert (axes.title, axes.xlabel, axes.ylabel) == ("題", "θ₁", "loss (mean)")
    assert (axes.xlim, axes.ylim) == ((5, 1), (0, 2))
    assert figure_spec(ax.figure).title == "whole"


def test_ticks_are_told_only_where_the_author_set_them(ax: Any) -> None:
    ax.plot([0, 2], [0, 1])
    assert (axes_of(ax).xticks, axes_of(ax).xticklabels) == (None, None)
    ax.set_xticks([0, 1, 2], ["a", "b", "c"])
    ax.set_yticks([0, 1])
    axes = axes_of(ax)
    assert (axes.xticks, axes.xticklabels) == ((0, 1, 2), ("a", "b", "c"))
    assert (axes.yticks, axes.yticklabels) == ((0, 1), None)


def test_categories_are_labels(ax: Any) -> None:
    ax.bar(["ridge", "lasso"], [1, 2])
    assert axes_of(ax).xticklabels == ("ridge", "lasso")


def test_axes_switched_off(ax: Any) -> None:
    ax.imshow([[1]])
    ax.axis("off")
    assert not axes_of(ax).frame


def test_the_legend_is_the_authors(ax: Any) -> None:
    ax.plot([0, 1], [0, 1], label="f")
    assert not axes_of(ax).legend
    ax.legend()
    assert axes_of(ax).legend


def test_names_given_to_the_legend_reach_the_lines(ax: Any) -> None:
    ax.plot([0, 1], [0, 1])
    ax.plot([0, 1], [1, 0])
    ax.legend(["up", "down"])
    assert [each.label for each in layers(ax)] == ["up", "down"]


def test_a_legend_of_proxies_names_what_has_their_colour(ax: Any) -> None:
    ax.plot([0, 1], [0, 1], color="C0")
    ax.plot([0, 1], [1, 0], color="C3")
    ax.legend(handles=[mpl.patches.Patch(color="C3", label="steep")])
    assert [each.label for each in layers(ax)] == ["", "steep"]


def test_a_legend_of_the_figure_counts_for_its_axes(ax: Any) -> None:
    ax.plot([0, 1], [0, 1], label="f")
    ax.figure.legend()
    assert axes_of(ax).legend


def emphasised(ax: Any) -> list[str]:
    return [each.label for each in layers(ax) if each.ink.emphasis]


def test_the_first_solid_curve_is_the_one_the_text_is_about(ax: Any) -> None:
    x = [0, 1, 2]
    ax.hist(x, label="bars")
    ax.plot(x, x, "--", label="dashed")
    ax.plot(x, x, label="first")
    ax.plot(x, x, label="second")
    assert emphasised(ax) == ["first"]


def test_a_thick_line_is_the_one_the_text_is_about(ax: Any) -> None:
    ax.plot([0, 1, 2], [0, 1, 2], label="first")
    ax.plot([0, 1, 2], [0, 1, 2], lw=2, label="thick")
    ax.plot([0, 1, 2], [0, 1, 2], lw=3, label="thicker")
    assert emphasised(ax) == ["thicker"]


def test_without_a_solid_line_the_data_are_what_the_text_is_about(ax: Any) -> None:
    ax.scatter([0, 1], [0, 1], label="points")
    ax.plot([0, 1], [0, 1], "k--", label="diagonal")
    assert emphasised(ax) == ["points"]


def test_a_grid_of_axes_is_kept() -> None:
    figure = new_figure()
    grid = figure.add_gridspec(2, 3)
    figure.add_subplot(grid[0, :2])
    figure.add_subplot(grid[0, 2])
    figure.add_subplot(grid[1, :])
    spec = figure_spec(figure)
    assert (spec.rows, spec.columns) == (2, 3)
    assert [each.place for each in spec.axes] == [
        figspec.Place(0, 0, 1, 2),
        figspec.Place(0, 2, 1, 1),
        figspec.Place(1, 0, 1, 3),
    ]


def test_an_inset_does_not_lie_upon_its_axes() -> None:
    figure = new_figure()
    figure.add_axes((0.1, 0.1, 0.8, 0.8))
    figure.add_axes((0.5, 0.5, 0.3, 0.3))
    first, second = (each.place for each in figure_spec(figure).axes)
    assert second.row >= first.row + first.row_span


def test_axes_inside_axes_become_a_panel_below(ax: Any) -> None:
    ax.plot([0, 1], [0, 1])
    ax.inset_axes((0.5, 0.5, 0.4, 0.4)).plot([0, 1], [1, 0])
    ax.secondary_xaxis("top")
    spec = figure_spec(ax.figure)
    assert [each.place.row for each in spec.axes] == [0, 1]


def test_a_twin_lies_upon_its_axes(ax: Any) -> None:
    ax.plot([0, 1, 2], [0, 1, 2])
    twin = ax.twinx()
    twin.plot([0, 1, 2], [5, 3, 1])
    base, other = figure_spec(ax.figure).axes
    assert (base.twin, other.twin) == (None, 0)
    assert base.layers[0].ink.emphasis
    assert not other.layers[0].ink.emphasis


def test_the_colour_cycle_of_a_style_is_followed(ax: Any) -> None:
    with mpl.rc_context({"axes.prop_cycle": mpl.cycler(color=["#112233", "#445566"])}):
        ax.plot([0, 1], [0, 1], color="#445566")
        assert layers(ax)[0].ink.cycle == 1
