"""What a figure shows can be heard, in both languages."""

from __future__ import annotations

import re
import string

import numpy as np
import pytest

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Axes, Figure, Ink, Values
from mlmath_tutor.i18n import LANGUAGES, Lang
from mlmath_tutor.i18n.figures import WORDS
from mlmath_tutor.render.figures import describe

X = np.linspace(0, 1, 11)


def row(*numbers: float) -> Values:
    return Values.of(numbers)


def line(y: np.ndarray, x: np.ndarray = X, label: str = "", **more: object) -> figspec.Line:
    return figspec.Line(Values.of(x), Values.of(y), label=label, **more)  # type: ignore[arg-type]


def about(*layers: figspec.AnyLayer, **axes: object) -> Figure:
    return Figure(axes=(Axes(layers=layers, **axes),))  # type: ignore[arg-type]


def english(*layers: figspec.AnyLayer, **axes: object) -> str:
    return " ".join(describe(about(*layers, **axes), "en"))


def japanese(*layers: figspec.AnyLayer, **axes: object) -> str:
    return "".join(describe(about(*layers, **axes), "ja"))


def test_axes_are_told_with_their_ranges() -> None:
    axes = {"xlabel": "n", "ylabel": "誤差", "xlim": (1.0, 1000.0), "xscale": "log"}
    assert english(**axes).startswith(
        "The horizontal axis is “n”, from 1 to 1000 on a logarithmic scale. "
        "The vertical axis is “誤差”, from 0 to 1."
    )
    assert japanese(**axes).startswith(
        "横軸は「n」で、1 から 1000 まで、対数目盛です。縦軸は「誤差」で、0 から 1 までです。"
    )


def test_axes_with_words_list_them() -> None:
    axes = {"xticks": (0.0, 1.0), "xticklabels": ("ridge", "lasso")}
    assert "stand “ridge”, “lasso”." in english(**axes)
    assert "「ridge」、「lasso」が並びます。" in japanese(**axes)


def test_a_falling_loss_falls() -> None:
    loss = line(np.exp(-X), label="loss")
    assert "“loss” falls all the way, from 1 at x = 0 to 0.368 at x = 1." in english(loss)
    assert "「loss」は x = 0 の 1 から x = 1 の 0.368 まで、ずっと減ります。" in japanese(loss)


@pytest.mark.parametrize(
    ("y", "said"),
    [
        (X, "rises all the way"),
        (X * 0 + 3, "The line stays at 3."),
        (-((X - 0.5) ** 2), "its highest value is 0 at x = 0.5, its lowest −0.25 at x = 0"),
    ],
    ids=["rising", "constant", "a peak"],
)
def test_a_line_is_told_by_its_course(y: np.ndarray, said: str) -> None:
    assert said in english(line(y))


def test_gaps_in_a_line_are_passed_over() -> None:
    assert "rises all the way, from 0.1" in english(line(np.where(X < 0.05, np.nan, X)))
    assert "line" not in english(line(X * np.nan))


def test_closed_curves_and_paths() -> None:
    turn = np.linspace(0, 2 * np.pi, 50)
    ellipse = line(np.sin(turn), 2 * np.cos(turn), label="95 %")
    assert "“95 %” is a closed curve; x reaches from −2 to 2, y from −0.999 to 0.999" in english(
        ellipse
    )
    spiral = line(turn * np.sin(turn), turn * np.cos(turn))
    assert "is a path from (0, 0) to (6.28, 0)." in english(spiral)


def test_crossings_are_told_with_their_places() -> None:
    up, down = line(X, label="train"), line(1 - X, label="test")
    assert "“train” and “test” cross at x = 0.5." in english(up, down)
    assert "「train」と「test」は x = 0.5 で交わります。" in japanese(up, down)
    level = figspec.HLine(0.25)
    assert "“train” and the horizontal line y = 0.25 cross at x = 0.25." in english(up, level)
    assert "「train」と y = 0.25 の横線は x = 0.25 で交わります。" in japanese(up, level)


def test_many_crossings_are_counted() -> None:
    wave = line(np.sin(np.arange(100.0)), np.arange(100.0), label="a")
    flat = line(np.zeros(100), np.arange(100.0), label="b")
    assert re.search(r"“a” and “b” cross \d+ times, first at x = 3\.16", english(wave, flat))


def test_the_slope_of_a_straight_line_on_logarithmic_axes() -> None:
    n = np.logspace(0, 4, 30)
    axes = {"xscale": "log", "yscale": "log", "xlim": (1.0, 1e4), "ylim": (1e-3, 1.0)}
    assert "nearly a straight line of slope −0.5." in english(line(n**-0.5, n), **axes)
    assert "傾き −0.5 のほぼ直線です。" in japanese(line(n**-0.5, n), **axes)
    assert "straight" not in english(line(np.log(n) + 1, n), **axes)


def test_a_straight_line_on_one_logarithmic_axis_is_a_factor() -> None:
    steps = np.arange(20.0)
    said = english(line(0.5**steps, steps), yscale="log", ylim=(1e-6, 1.0))
    assert "each step of 1 in x multiplies it by 0.5." in said


def test_a_marked_point_and_a_cloud() -> None:
    assert "One point is marked at (0.01, 0.167)." in english(
        figspec.Scatter(row(0.01), row(1 / 6))
    )
    cloud = figspec.Scatter(row(0, 1, 2, 3), row(0, 1, 2, 4), label="data")
    assert "“data”, 4 in number: x from 0 to 3, y from 0 to 4." in english(cloud)
    assert "Their correlation is 0.98." in english(cloud)
    assert "その相関係数は 0.98 です。" in japanese(cloud)


def bars(tops: list[float], *, width: float = 0.8, **more: object) -> figspec.Bars:
    start = np.arange(len(tops), dtype=float)
    zeros = Values.of(np.zeros(len(tops)))
    return figspec.Bars(Values.of(start), Values.of(start + width), zeros, Values.of(tops), **more)  # type: ignore[arg-type]


def test_bars_are_told_by_their_largest_and_smallest() -> None:
    axes = {"xlim": (0.0, 3.0), "xticks": (0.4, 1.4, 2.4), "xticklabels": ("a", "b", "c")}
    said = english(bars([2, 5, 1]), **axes)
    assert "The bars, 3 in number: the largest is “b” with 5, the smallest “c” with 1." in said
    assert "最大は「b」の 5、最小は「c」の 1 です。" in japanese(bars([2, 5, 1]), **axes)
    assert "the largest is 1.4 with 5" in english(bars([2, 5, 1]))


def test_a_histogram_is_told_by_its_peak() -> None:
    drawn = bars([1, 2, 7, 3, 1], width=1.0, label="draws")
    assert (
        "“draws” is a histogram of 5 bins from 0 to 5; the highest, from 2 to 3, reaches 7."
        in english(drawn)
    )
    assert "「draws」は 5 区間のヒストグラムで、" in japanese(drawn)


def test_a_band_is_told_by_its_width() -> None:
    band = figspec.Fill(Values.of(X), Values.of(-X), Values.of(X), label="±1.96 sd")
    assert "“±1.96 sd” is 0 wide at x = 0 and 2 at x = 1." in english(band)


def test_a_map_is_told_by_its_extremes() -> None:
    heat = figspec.Heat(2, 2, row(1, 2, 3, np.nan), (0, 2, 0, 2), 0, 3, bytes(6))
    said = english(heat)
    assert "A map of 2 by 2 values: the lowest, 1, is at (0.5, 0.5), the highest, 3," in said


def test_contours_are_told_by_their_levels() -> None:
    ring = (row(0, 1, 1, 0), row(0, 0, 1, 1))
    levels = tuple(figspec.Band(level, *ring, (0, 0, 0)) for level in (0.1, 0.2))
    assert "Contour lines at the levels 0.1, 0.2." in english(figspec.Contour(levels))
    assert "Filled contours in 2 bands" in english(figspec.Contour(levels, filled=True))


def test_what_has_no_words_is_said_to_be_a_picture() -> None:
    raster = figspec.Image(1, 1, bytes(3), None, "raster")
    assert "no words; it is shown as a picture." in english(raster)
    assert "絵のまま示しています。" in japanese(raster)


def test_the_series_the_text_is_about_comes_first() -> None:
    said = english(line(X, label="other"), line(1 - X, label="main", ink=Ink(emphasis=True)))
    assert said.index("main") < said.index("other")


def test_unnamed_series_are_numbered() -> None:
    said = english(line(X), line(1 - X))
    assert "Line 1 rises" in said
    assert "Line 2 falls" in said
    assert "Line 1 and line 2 cross at x = 0.5." in said
    said = japanese(line(X), line(1 - X))
    assert "線 1 は x = 0 の" in said
    assert "線 1 と線 2 は x = 0.5 で交わります。" in said


def test_panels_are_counted_and_twins_are_not() -> None:
    panels = (Axes(title="first"), Axes(twin=0, ylabel="steps"), Axes())
    said = describe(Figure(axes=panels, title="whole", rows=2), "en")
    assert said[:2] == ("The figure is titled “whole”.", "Panel 1 of 2: “first”.")
    assert "The right axis is “steps”, from 0 to 1." in said
    assert "Panel 2 of 2." in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_layer_has_words(lang: Lang) -> None:
    some = Values.of(X)
    heat = figspec.Heat(1, 11, some, (0, 1, 0, 1), 0, 1, bytes(6))
    band = figspec.Band(0.5, some, some, (0, 0, 0))
    layers: tuple[figspec.AnyLayer, ...] = (
        figspec.Line(some, some),
        figspec.Scatter(some, some),
        figspec.Fill(some, some, some),
        figspec.Bars(some, some, some, some),
        figspec.Area(some, some),
        heat,
        figspec.Contour((band,)),
        figspec.Segments(some, some, some, some),
        figspec.Arrow(row(0), row(0), row(1), row(1)),
        figspec.HLine(0.5),
        figspec.VLine(0.5),
        figspec.Label(0, 0, "here"),
        figspec.Image(1, 1, bytes(3)),
    )
    plain = len(describe(about(), lang)) - 1
    for layer in layers:
        sentences = describe(about(layer), lang)
        assert len(sentences) > plain
        assert all(each.endswith("。" if lang == "ja" else ".") for each in sentences)


def test_both_languages_say_the_same_values() -> None:
    fields = {
        key: [
            {name.lower() for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in words
        ]
        for key, words in WORDS.items()
    }
    assert [key for key, (ja, en) in fields.items() if ja != en] == []


def test_japanese_sentences_are_polite() -> None:
    sentences = [words.ja for words in WORDS.values() if words.ja.endswith("。")]
    assert len(sentences) > 30
    assert [each for each in sentences if not re.search(r"(です|ます|ません)。$", each)] == []
