"""Ordinary programs become the layers they ought to: kinds, names, limits, values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Bars, Contour, Heat, Label, Line, Scatter, Segments, Values
from plots.corpus import NAMES, figures

GOLDEN = Path(__file__).parents[1] / "golden" / "plots.txt"
RASTERS = {"surface_3d"}

pytestmark = pytest.mark.xdist_group("plots")


@cache
def shown(name: str) -> list[figspec.Figure]:
    return figures(name)


def number(value: float) -> str:
    return f"{value:.4g}"


def axis(letter: str, label: str, limits: tuple[float, float], scale: str) -> str:
    words = f"{letter} {number(limits[0])} to {number(limits[1])}"
    words += "" if scale == "linear" else f" {scale}"
    return words + (f" “{label}”" if label else "")


def layer_words(layer: figspec.AnyLayer) -> str:
    words = type(layer).__name__
    size = next(
        (
            value
            for name in ("x", "x0", "start", "bands")
            if isinstance(value := getattr(layer, name, None), Values | tuple)
        ),
        None,
    )
    if size is not None:
        words += f" of {len(size)}"
    if isinstance(layer, Heat):
        words += f" {layer.rows}×{layer.columns} from {number(layer.low)} to {number(layer.high)}"
    if isinstance(layer, Label):
        words += f" “{layer.text}”"
    if isinstance(layer, figspec.HLine):
        words += f" at {number(layer.y)}"
    words += f" “{layer.label}”" if layer.label else ""
    words += "" if layer.ink.dash == "solid" else f" {layer.ink.dash}"
    return words + (" *" if layer.ink.emphasis else "")


def axes_words(axes: figspec.Axes) -> list[str]:
    place = axes.place
    words = [
        f"  at {place.row},{place.column}: "
        + "; ".join([
            axis("x", axes.xlabel, axes.xlim, axes.xscale),
            axis("y", axes.ylabel, axes.ylim, axes.yscale),
            *([f"“{axes.title}”"] if axes.title else []),
            *(["legend"] if axes.legend else []),
            *(["equal"] if axes.aspect == "equal" else []),
            *([] if axes.frame else ["bare"]),
            *([f"over {axes.twin}"] if axes.twin is not None else []),
            *([f"bar “{axes.bar.label}”"] if axes.bar else []),
        ])
    ]  # fmt: skip
    for ticks in (axes.xticklabels, axes.yticklabels):
        words += [f"    ticks {' | '.join(ticks)}"] if ticks else []
    for said, same in groupby(map(layer_words, axes.layers)):
        count = len(list(same))
        words.append(f"    {said}" + (f" ({count} times)" if count > 1 else ""))
    return words


def figure_words(name: str) -> str:
    lines = [name]
    for each in shown(name):
        lines.append(f" figure {each.rows}×{each.columns} {each.title}".rstrip())
        lines += [line for axes in each.axes for line in axes_words(axes)]
    return "\n".join(lines) + "\n"


def golden() -> dict[str, str]:
    parts = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return {part.split("\n", 1)[0]: part.rstrip("\n") + "\n" for part in parts if part.strip()}


@pytest.mark.parametrize("name", NAMES)
def test_a_program_gives_the_layers_kept_for_it(name: str) -> None:
    """`PYTHONPATH=src:tests python tests/plots/test_plot_layers.py` writes the file anew."""
    assert figure_words(name) == golden()[name]


def test_few_programs_need_a_picture() -> None:
    needs = {
        name
        for name in NAMES
        for figure in shown(name)
        for axes in figure.axes
        for layer in axes.layers
        if isinstance(layer, figspec.Image) and layer.note == "raster"
    }
    assert needs == RASTERS


def one(name: str, kind: type[figspec.AnyLayer], which: int = 0) -> figspec.AnyLayer:
    """Return a layer of a kind in the last figure of a program."""
    found = [
        each for axes in shown(name)[-1].axes for each in axes.layers if isinstance(each, kind)
    ]
    return found[which]


def values(layer: figspec.AnyLayer, name: str) -> np.ndarray:
    return np.array(list(getattr(layer, name)))


def areas(name: str, which: int = 0) -> np.ndarray:
    bars = one(name, Bars, which)
    widths = values(bars, "end") - values(bars, "start")
    return widths * (values(bars, "top") - values(bars, "base"))


def heat(name: str) -> np.ndarray:
    layer = one(name, Heat)
    assert isinstance(layer, Heat)
    return values(layer, "values").reshape(layer.rows, layer.columns)


def levels(name: str) -> list[float]:
    layer = one(name, Contour)
    assert isinstance(layer, Contour)
    return [band.level for band in layer.bands]


def radii(name: str) -> np.ndarray:
    layer = one(name, Contour)
    assert isinstance(layer, Contour)
    band = layer.bands[-1]
    x, y = np.array(list(band.x)), np.array(list(band.y))
    found = x**2 + 4 * y**2
    return found[np.isfinite(found)]  # the label stands in a gap


# What is true of a program, reckoned without the backend.
FACTS: dict[str, Callable[[], bool]] = {
    "line_two_curves": lambda: np.allclose(
        values(one("line_two_curves", Line, 1), "y"), np.cos(np.linspace(0, 2 * np.pi, 200))
    ),
    "line_gap": lambda: np.isnan(values(one("line_gap", Line), "y")).any(),
    "hist_density": lambda: areas("hist_density").sum() == pytest.approx(1),
    "hist_two": lambda: values(one("hist_two", Bars, 1), "top").sum() == 500,
    "bar_stacked": lambda: np.allclose(
        values(one("bar_stacked", Bars, 1), "base"), [0.4, 0.35, 0.34]
    ),
    "barh_importance": lambda: np.allclose(
        values(one("barh_importance", Bars), "top"), [0.5, 0.3, -0.1, 0.2]
    ),
    "imshow_matrix": lambda: heat("imshow_matrix").tolist()
    == [[50, 3, 2], [4, 45, 6], [1, 5, 44]],
    "imshow_origin": lambda: heat("imshow_origin")[0, 0] == pytest.approx(2),
    "hist2d_counts": lambda: np.nansum(heat("hist2d_counts")) == 5000,
    "hexbin_density": lambda: np.nanmax(heat("hexbin_density")) > 100,
    "matshow_log": lambda: np.allclose(np.diag(heat("matshow_log")), 1),
    "contour_labelled": lambda: levels("contour_labelled") == [0.5, 1, 2, 4, 8]
    and np.allclose(radii("contour_labelled"), 8, atol=0.05),
    "errorbar_estimates": lambda: np.allclose(
        values(one("errorbar_estimates", Segments), "y1")
        - values(one("errorbar_estimates", Segments), "y0"),
        2 / np.sqrt([10, 30, 100, 300, 1000]),
    ),
    "polar_rose": lambda: np.hypot(
        values(one("polar_rose", Line, -1), "x"), values(one("polar_rose", Line, -1), "y")
    ).max()
    == pytest.approx(1),
    "scatter_groups": lambda: values(one("scatter_groups", Scatter, 1), "x").mean() > 0.5,
    "tripcolor_mesh": lambda: abs(heat("tripcolor_mesh")[150, 150] - 0.77) < 0.2,
    "fill_between_tail": lambda: values(one("fill_between_tail", figspec.Fill), "x").min()
    == pytest.approx(1.645, abs=0.02),
    "stem_pmf": lambda: values(one("stem_pmf", Scatter), "y").sum() == pytest.approx(1),
    "logx_regularisation": lambda: shown("logx_regularisation")[0].axes[0].xlim[0] > 1000,
}  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_the_numbers_are_those_of_the_program(name: str) -> None:
    assert FACTS[name]()


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(map(figure_words, NAMES)), encoding="utf-8")
