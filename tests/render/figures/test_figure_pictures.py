"""Figures in cells look as figures do: axes, series, names, grids, colours."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from wcwidth import wcswidth

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Axes, Figure, Ink, Values
from mlmath_tutor.render import figures
from mlmath_tutor.render.figures import Palette, Picture, draw
from mlmath_tutor.render.figures.colours import contrast

MUTED, LIGHTER, HUE = (157, 176, 166), (198, 207, 198), (227, 185, 143)
PALETTE = Palette(
    bg=(21, 32, 28),
    fg=(223, 229, 218),
    muted=MUTED,
    line=(111, 138, 125),
    maths=(165, 216, 234),
    next=(244, 211, 115),
    good=(148, 219, 155),
    bad=(247, 165, 152),
    series=(MUTED, LIGHTER, HUE),
)
MAIN = Ink(cycle=0, emphasis=True)
X = Values.of(np.linspace(0, 1, 60))
UP, DOWN = X, Values.of(np.linspace(1, 0, 60))


def one(*layers: figspec.AnyLayer, **axes: object) -> Figure:
    return Figure(axes=(Axes(layers=layers, **axes),))  # type: ignore[arg-type]


def rows(figure: Figure, columns: int = 40, height: int = 12) -> list[str]:
    return draw(figure, columns, height, PALETTE).text().split("\n")


def colours(picture: Picture, signs: str) -> set[object]:
    """Return the colours in which any of `signs` is drawn."""
    return {span.fg for row in picture.rows for span in row if set(signs) & set(span.text)}


def colour_of(picture: Picture, text: str) -> object:
    [found] = {span.fg for row in picture.rows for span in row if text in span.text}
    return found


def dots(text: str) -> int:
    return sum(bin(ord(each) - 0x2800).count("1") for each in text if "\u2800" < each <= "\u28ff")


def test_two_axes_and_no_frame() -> None:
    found = rows(one(figspec.Line(X, UP, ink=MAIN)))
    left = found[0].index("⡇")
    assert all(row[left] == "⡇" for row in found[:-2])
    assert found[-2][left] == "⠓"
    assert set(found[-2][left + 1 :]) == {"⠒"}
    assert found[-1].split() == ["0", "0.25", "0.5", "0.75", "1"]
    assert [row[:left].strip() for row in found if row[:left].strip()] == ["1", "0.5", "0"]


def test_words_stand_above_and_below() -> None:
    found = rows(one(title="題", xlabel="n", ylabel="誤差"))
    assert found[0].strip() == "題"
    assert found[1].strip() == "誤差"
    middle = (found[-3].index("⠓") + 1 + len(found[-3].rstrip())) / 2
    assert abs(found[-1].index("n") - middle) <= 1


@pytest.mark.parametrize("size", [(12, 5), (13, 6), (38, 14), (72, 16), (100, 24), (1, 1)])
def test_every_row_is_as_wide_as_asked(size: tuple[int, int]) -> None:
    figure = one(
        figspec.Line(X, UP, label="有病率", ink=MAIN),
        figspec.Label(0.5, 0.5, "ここ ŷ"),
        title="陽性的中率 e\u0301",
        xticks=(0.0, 1.0),
        xticklabels=("低い", "高い"),
        legend=True,
    )
    found = rows(figure, *size)
    assert len(found) == size[1]
    assert {wcswidth(row) for row in found} == {size[0]}


def test_no_room_is_an_error() -> None:
    with pytest.raises(ValueError, match="no room"):
        draw(one(), 0, 5, PALETTE)


def test_the_series_the_text_is_about_is_blue_and_solid_the_other_grey_and_broken() -> None:
    picture = draw(
        one(
            figspec.Line(X, Values.of([0.9] * 60), ink=MAIN),
            figspec.Line(X, Values.of([0.1] * 60), ink=Ink(cycle=1)),
        ),
        40,
        12,
        PALETTE,
    )
    text = picture.text().split("\n")
    assert colour_of(picture, "⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒") == PALETTE.line
    about = next(row for row in text if dots(row[4:]) > 50)
    other = next(row for row in reversed(text[:-2]) if dots(row[4:]) > 20)
    assert dots(about) > dots(other) > 20
    used = {span.fg for row in picture.rows for span in row}
    assert {PALETTE.maths, MUTED} <= used


def test_series_that_look_alike_in_the_program_differ_without_colour() -> None:
    flat = [figspec.Line(X, Values.of([level] * 60)) for level in (0.1, 0.4, 0.7)]
    found = draw(one(*flat), 40, 12, Palette.plain()).text().split("\n")
    drawn = {row[4:] for row in found[:-2] if dots(row[4:]) > 10}
    assert len(drawn) == 3


def test_names_stand_at_the_ends_of_their_lines() -> None:
    figure = one(
        figspec.Line(X, UP, label="up", ink=MAIN),
        figspec.Line(X, DOWN, label="down"),
        legend=True,
    )
    found = rows(figure)
    assert found[0].rstrip().endswith("up")
    assert found[-3].rstrip().endswith("down")
    picture = draw(figure, 40, 12, PALETTE)
    assert colour_of(picture, "up") == PALETTE.maths
    assert colour_of(picture, "down") == MUTED


def test_names_of_lines_that_end_together_are_spread_in_their_order() -> None:
    powers = {"low": 1.5, "middle": 1.0, "high": 0.5}
    lines = [
        figspec.Line(X, Values.of(np.linspace(0, 1, 60) ** power), label=name)
        for name, power in powers.items()
    ]
    found = rows(one(*lines, legend=True))
    assert [row.split()[-1] for row in found[:3]] == ["high", "middle", "low"]


def test_names_of_lines_that_cannot_be_told_apart_at_their_ends_have_samples() -> None:
    levels = Values.of(np.full(60, 0.5)), Values.of(np.full(60, 0.51))
    dashed, dotted = (
        figspec.Line(X, level, label=dash, ink=figspec.Ink(dash=dash))
        for level, dash in zip(levels, ("dashed", "dotted"), strict=True)
    )
    found = rows(one(dashed, dotted, legend=True, ylim=(0, 1)))
    assert any("⠒⠐⠂ dashed" in row for row in found)
    assert any("⠐⠐⠐ dotted" in row for row in found)


def test_no_names_without_a_legend() -> None:
    assert "up" not in "".join(rows(one(figspec.Line(X, UP, label="up"))))


def test_a_legend_takes_the_emptiest_corner() -> None:
    cloud = figspec.Scatter(
        Values.of(np.linspace(0.6, 1, 50)), Values.of(np.linspace(0.6, 1, 50)), label="cloud"
    )
    found = rows(one(cloud, legend=True))
    [row] = [index for index, text in enumerate(found) if "cloud" in text]
    column = found[row].index("cloud")
    assert column < 20 or row > 5


def test_a_legend_that_would_hide_data_moves_into_a_margin() -> None:
    rng = np.random.default_rng(0)
    cloud = figspec.Scatter(
        Values.of(rng.uniform(size=900)), Values.of(rng.uniform(size=900)), label="everywhere"
    )
    found = rows(one(cloud, legend=True), 60, 12)
    axis = next(row for row in found if "⠓" in row)
    [named] = [row for row in found if "everywhere" in row]
    assert named.index("everywhere") > len(axis.rstrip())


def test_one_point_is_marked_as_this_run_on_top_of_everything() -> None:
    point = figspec.Scatter(Values.of([0.5]), Values.of([0.5]), ink=Ink(cycle=1, marker="circle"))
    picture = draw(one(point, figspec.Line(X, UP, ink=MAIN)), 40, 12, PALETTE)
    assert colours(picture, "✱") == {PALETTE.fg}


def test_bars_are_as_tall_as_their_values() -> None:
    bars = figspec.Bars(
        Values.of([0.0, 1.0]), Values.of([0.8, 1.8]), Values.of([0, 0]), Values.of([1.0, 0.5]),
        ink=MAIN,
    )  # fmt: skip
    found = rows(one(bars, xlim=(0, 1.8), ylim=(0, 1)), 40, 12)[:-2]
    left = found[0].index("⡇") + 1
    first, second = (
        sum(row[column] == "⣿" for row in found) for column in (left + 4, len(found[0]) - 4)
    )
    assert (first, second) == (10, 5)


def test_bars_thinner_than_a_dot_are_seen() -> None:
    start = np.arange(0, 1, 0.2)
    ends = Values.of(start + 1e-6), Values.of([0] * 5), Values.of([1] * 5)
    found = rows(one(figspec.Bars(Values.of(start), *ends), frame=False), 40, 6)
    assert dots(found[3]) == 5 * 4


def test_bars_below_zero_hang_from_it() -> None:
    bars = figspec.Bars(*(Values.of([each]) for each in (0.0, 1.0, 0.0, -1.0)), ink=MAIN)
    found = rows(one(bars, ylim=(-1, 1)), 30, 12)[:-2]
    assert dots("".join(row[4:] for row in found[:5])) == 0
    assert all("⣿" in row for row in found[5:])


def test_lying_bars_reach_to_the_right() -> None:
    bars = figspec.Bars(
        *(Values.of(each) for each in ([0, 2], [1, 3], [0, 0], [0.5, 1])), upright=False, ink=MAIN
    )
    found = rows(one(bars, ylim=(0, 3)), 40, 11)[:-2]
    assert found[0].count("⣿") > found[-1].count("⣿") > 10


def test_an_area_is_filled_between_its_curves() -> None:
    band = figspec.Fill(X, Values.of([0.4] * 60), Values.of([0.6] * 60))
    found = rows(one(band), 40, 12)[:-2]
    filled = [index for index, row in enumerate(found) if dots(row[4:]) > 30]
    assert filled == [4, 5]


def test_a_ring_is_hollow() -> None:
    turn = np.linspace(0, 2 * np.pi, 80)
    outer, inner = np.exp(1j * turn), 0.5 * np.exp(1j * turn)
    ring = np.r_[outer, np.nan, inner]
    area = figspec.Area(Values.of(ring.real), Values.of(ring.imag))
    found = rows(one(area, xlim=(-1, 1), ylim=(-1, 1), frame=False), 20, 10)
    assert found[5][10] == " "
    assert dots(found[5][:5]) > 5


def heat(values: list[float], side: int, **more: object) -> figspec.Heat:
    grey = bytes([0, 0, 0, 255, 255, 255])
    return figspec.Heat(side, side, Values.of(values), (0, 1, 1, 0), 0, 3, grey, **more)  # type: ignore[arg-type]


def test_a_heat_map_has_two_values_in_a_cell() -> None:
    picture = draw(one(heat([0, 1, 2, 3], 2), frame=False), 8, 1, PALETTE)
    [left, right] = picture.rows[0]
    assert left.text == right.text == "▀▀▀▀"
    assert (left.fg, left.bg) == ((0, 0, 0), (170, 170, 170))
    assert (right.fg, right.bg) == ((85, 85, 85), (255, 255, 255))


def test_a_heat_map_without_colours_has_more_dots_where_it_is_higher() -> None:
    [low, high] = draw(one(heat([0, 3, 0, 3], 2), frame=False), 8, 1, Palette.plain()).text()[::7]
    assert (dots(low), dots(high)) == (0, 8)


def test_cells_without_a_value_show_the_page() -> None:
    picture = draw(one(heat([0, np.nan, 0, np.nan], 2), frame=False), 8, 1, PALETTE)
    assert picture.rows[0][-1].text == "    "


def test_a_colour_bar_says_its_ends() -> None:
    bar = figspec.ColourBar(0.0, 3.0, bytes(3) + b"\xff\xff\xff")
    text = draw(one(heat([0, 1, 2, 3], 2), bar=bar), 40, 10, PALETTE).text().split("\n")
    assert text[0].rstrip().endswith("▀▀ 3")
    assert text[7].rstrip().endswith("▀▀ 0")


def test_what_is_drawn_on_a_map_stands_off_it() -> None:
    line = figspec.Line(X, UP, ink=Ink(cycle=None, rgb=(250, 250, 250), emphasis=True))
    picture = draw(one(heat([3, 3, 3, 3], 2), line, frame=False), 30, 10, PALETTE)
    drawn = [span for row in picture.rows for span in row if dots(span.text)]
    assert drawn
    for span in drawn:
        assert span.fg is not None
        assert span.bg is not None
        assert contrast(span.fg, span.bg) >= 3


def test_an_image_fills_its_axes() -> None:
    image = figspec.Image(1, 2, bytes([255, 0, 0, 0, 0, 255]), None, "raster")
    picture = draw(one(image, frame=False), 6, 1, PALETTE)
    assert picture.rows[0] == (figures.Span("▀" * 6, (255, 0, 0), (0, 0, 255)),)


def test_filled_contours_have_the_colours_of_their_bands() -> None:
    square = (Values.of([0, 1, 1, 0]), Values.of([0, 0, 1, 1]))
    band = figspec.Band(0.5, *square, (10, 200, 30))
    picture = draw(one(figspec.Contour((band,), filled=True), frame=False), 6, 2, PALETTE)
    assert {span.bg for row in picture.rows for span in row} == {(10, 200, 30)}


def test_a_colour_of_the_author_is_made_readable() -> None:
    navy = figspec.Line(X, UP, ink=Ink(rgb=(0, 0, 90)))
    picture = draw(one(navy, frame=False), 30, 10, PALETTE)
    [colour] = {span.fg for row in picture.rows for span in row if dots(span.text)}
    assert isinstance(colour, tuple)
    assert contrast(colour, PALETTE.bg) >= 3
    assert max(colour) == colour[2]


def test_plain_pictures_have_no_colour_at_all() -> None:
    figure = one(figspec.Line(X, UP, ink=MAIN), heat([0, 1, 2, 3], 2), title="t")
    picture = draw(figure, 40, 12, Palette.plain())
    assert {(span.fg, span.bg) for row in picture.rows for span in row} == {(None, None)}


def test_error_bars_and_arrows_and_levels_are_drawn() -> None:
    point, level = Values.of([0.5]), figspec.HLine(0.5)
    bar = figspec.Segments(point, Values.of([0.1]), point, Values.of([0.9]))
    arrow = figspec.Arrow(Values.of([0.1]), Values.of([0.9]), Values.of([0.3]), Values.of([0.0]))
    found = rows(one(level, bar, arrow, frame=False), 40, 11)
    assert sum(dots(row[19:21]) > 0 for row in found) >= 9
    assert dots(found[5]) > 20
    assert dots(found[1][4:16]) > dots(found[1][20:])


def test_labels_stand_at_their_point_and_inside() -> None:
    found = rows(one(figspec.Label(1.0, 1.0, "corner"), figspec.Label(0.5, 0.5, "mid", "center")))
    assert found[0].endswith("corner")
    [row] = [row for row in found if "mid" in row]
    assert abs(row.index("mid") + 1 - 22) <= 2


def test_numpy_and_plotext_wait_for_the_first_figure() -> None:
    program = """
import sys
from mlmath_tutor.render import figures
assert not {"numpy", "plotext"} & set(sys.modules)
from mlmath_tutor.figspec import Axes, Figure, Line, Values
row = Values.of([0, 1])
figures.draw(Figure(axes=(Axes(layers=(Line(row, row),)),)), 30, 8, figures.Palette.plain())
assert {"numpy", "plotext"} <= set(sys.modules)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)


def test_one_module_knows_plotext() -> None:
    package = Path(figures.__file__).parents[2]
    knows = [
        path.name
        for path in package.rglob("*.py")
        if "import plotext" in path.read_text(encoding="utf-8")
    ]
    assert knows == ["plotting.py"]


def test_no_other_series_takes_the_colour_of_the_main_one() -> None:
    palette = replace(PALETTE, series=(PALETTE.maths, MUTED, HUE))
    clouds = [
        figspec.Scatter(Values.of([level] * 60), X, ink=Ink(cycle=cycle, emphasis=not cycle))
        for cycle, level in enumerate((0.2, 0.5, 0.8))
    ]
    picture = draw(one(*clouds, frame=False), 40, 10, palette)
    used = {span.fg for row in picture.rows for span in row if span.text.strip()}
    assert used == {palette.maths, HUE}
