"""Scales, ticks and panels: how a figure uses the cells it is given."""

from __future__ import annotations

import numpy as np
import pytest

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Axes, Figure, Ink, Place, Values
from mlmath_tutor.render.figures import Palette, draw, panel_levels, wanted_rows

PALETTE = Palette.plain()
MAIN = Ink(cycle=0, emphasis=True)
X = Values.of(np.linspace(0, 1, 60))


def one(*layers: figspec.AnyLayer, **axes: object) -> Figure:
    return Figure(axes=(Axes(layers=layers, **axes),))  # type: ignore[arg-type]


def rows(figure: Figure, columns: int = 40, height: int = 12) -> list[str]:
    return draw(figure, columns, height, PALETTE).text().split("\n")


def dots(text: str) -> int:
    return sum(bin(ord(each) - 0x2800).count("1") for each in text if "\u2800" < each <= "\u28ff")


def test_equal_steps_look_equal() -> None:
    turn = np.linspace(0, 2 * np.pi, 200)
    circle = figspec.Line(Values.of(np.cos(turn)), Values.of(np.sin(turn)), ink=MAIN)
    figure = one(circle, xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), aspect="equal")
    found = [row[4:] for row in rows(figure, 72, 16)[:-2]]
    inked = [row for row in found if dots(row.strip("⡇ "))]
    right = max(len(row.rstrip()) for row in inked)
    left = min(len(row) - len(row.lstrip()) for row in inked)
    width = right - left
    assert width / len(inked) == pytest.approx(2, rel=0.15)


def test_a_logarithmic_axis_spreads_powers_evenly() -> None:
    found = rows(one(figspec.Line(X, X), xlim=(1e-3, 1.0), xscale="log"), 72, 12)
    labels = found[-1].split()
    assert labels == ["0.001", "0.01", "0.1", "1"]
    places = [found[-1].index(f" {each}") + 1 + len(each) // 2 for each in labels[1:]]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=1)


def test_labels_of_the_author_replace_numbers_and_never_touch() -> None:
    names = ("一番目", "二番目", "三番目", "四番目", "五番目", "六番目")
    figure = one(xlim=(0, 5), xticks=(0.0, 1.0, 2.0, 3.0, 4.0, 5.0), xticklabels=names)
    assert rows(figure, 72, 8)[-1].split() == list(names)
    assert len(rows(figure, 20, 8)[-1].split()) < 6


def test_axes_switched_off_leave_the_data_alone() -> None:
    found = rows(one(figspec.Line(X, X, ink=MAIN), frame=False), 20, 6)
    assert "⠓" not in "".join(found)
    assert dots(found[0][-2:]) > 0
    assert dots(found[-1][:2]) > 0


def grid(rows_: int, columns: int) -> Figure:
    panels = [
        Axes(title=f"panel {row}{column}", place=Place(row, column), layers=(figspec.Line(X, X),))
        for row in range(rows_)
        for column in range(columns)
    ]
    return Figure(axes=tuple(panels), rows=rows_, columns=columns)


def test_panels_stand_side_by_side_when_there_is_room() -> None:
    found = rows(grid(1, 2), 72, 12)
    assert found[0].split() == ["panel", "00", "panel", "01"]


def test_panels_stand_under_each_other_when_it_is_narrow() -> None:
    found = rows(grid(1, 2), 38, 16)
    titles = [index for index, row in enumerate(found) if "panel" in row]
    assert titles == [0, 8]


def test_panels_without_room_are_counted() -> None:
    assert rows(grid(4, 2), 38, 12)[-1].rstrip().endswith("+6")


GREY = figspec.Heat(1, 1, Values.of([1]), (0, 1, 1, 0), 0, 3, bytes(6))


def test_small_pictures_may_be_many() -> None:
    bare = [Axes(place=Place(0, column), frame=False, layers=(GREY,)) for column in range(8)]
    [row, *_] = rows(Figure(axes=tuple(bare), columns=8), 72, 3)
    assert len(row.split()) == 8


def test_a_twin_has_its_own_axis_at_the_right() -> None:
    base = Axes(layers=(figspec.Line(X, X, ink=MAIN),), ylabel="loss")
    over = Axes(
        layers=(figspec.Line(X, Values.of(np.linspace(0, 50, 60))),),
        ylim=(0, 50),
        ylabel="steps",
        twin=0,
    )
    found = rows(Figure(axes=(base, over)), 50, 12)
    assert found[0].split() == ["loss", "steps"]
    assert [row.split("⢸")[1].strip() for row in found[1:-2] if row.split("⢸")[1].strip()] == [
        "40",
        "20",
        "0",
    ]
    assert found[-2].rstrip().endswith("⠚")


def test_the_title_of_the_figure_is_bold_and_in_the_middle() -> None:
    picture = draw(Figure(axes=(Axes(),), title="全体"), 41, 10, PALETTE)
    [span] = [span for span in picture.rows[0] if span.bold]
    assert span.text == "全体"
    assert picture.text().split("\n")[0].index("全体") == 18


def test_more_rows_are_wanted_for_more_panels() -> None:
    assert wanted_rows(grid(1, 1), 72) < wanted_rows(grid(3, 1), 72)
    assert wanted_rows(grid(1, 2), 72) < wanted_rows(grid(1, 2), 38)


BUMPS = [
    figspec.Line(
        Values.of(np.linspace(-6, 6, 200)),
        Values.of(np.exp(-((np.linspace(-6, 6, 200) - at) ** 2))),
        label=f"at {at}",
    )
    for at in (-2, 2)
]


def test_names_of_curves_that_end_together_stand_beside_their_own_curve() -> None:
    found = rows(one(*BUMPS, legend=True, xlim=(-6, 6), ylim=(0, 1.1)), 70, 16)
    [left] = [row.index("at -2") for row in found if "at -2" in row]
    [right] = [row.index("at 2") for row in found if "at 2" in row]
    assert left + 2 < 36 < right + 2


def test_no_name_beside_a_curve_covers_anything() -> None:
    bare = rows(one(*BUMPS, xlim=(-6, 6), ylim=(0, 1.1)), 70, 16)
    named = rows(one(*BUMPS, legend=True, xlim=(-6, 6), ylim=(0, 1.1)), 70, 16)
    changed = [
        (one, other)
        for before, after in zip(bare, named, strict=True)
        for one, other in zip(before, after, strict=True)
        if one != other
    ]
    assert {before for before, _ in changed} == {" "}


def test_a_level_is_named_at_its_right_end() -> None:
    found = rows(one(figspec.HLine(0.5, label="half"), legend=True))
    [row] = [row for row in found if "half" in row]
    assert row.rstrip().endswith("half")


def test_a_legend_in_the_way_of_a_narrow_figure_goes_below() -> None:
    rng = np.random.default_rng(0)
    clouds = [
        figspec.Scatter(
            Values.of(rng.uniform(size=400)), Values.of(rng.uniform(size=400)), label=name
        )
        for name in ("one", "other")
    ]
    found = rows(one(*clouds, legend=True), 40, 14)
    assert found[-1].split()[1::2] == ["one", "other"]


def test_a_strip_of_pictures_too_narrow_is_broken_into_rows() -> None:
    heat = figspec.Heat(
        8, 8, Values.of(range(64)), (0, 8, 8, 0), 0.0, 63.0, bytes(3) + b"\xff\xff\xff"
    )
    figure = Figure(
        axes=tuple(
            Axes(title=f"k{n}", xlim=(0, 8), ylim=(8, 0), aspect="equal", frame=False,
                 place=Place(0, n), layers=(heat,))
            for n in range(4)
        ),
        columns=4,
    )  # fmt: skip
    assert [row.split() for row in rows(figure, 36, 16) if "k" in row] == [
        ["k0", "k1"], ["k2", "k3"],
    ]  # fmt: skip
    assert [row.split() for row in rows(figure, 72, 9) if "k" in row] == [["k0", "k1", "k2", "k3"]]


def test_labels_on_a_map_stay_in_their_cell_or_away() -> None:
    heat = figspec.Heat(1, 2, Values.of([0, 1]), (0, 2, 0, 1), 0.0, 1.0, bytes(6))
    wide = [figspec.Label(0.5 + n, 0.5, "1234567890", "center") for n in (0, 1)]
    text = "".join(rows(one(heat, *wide, xlim=(0, 2), frame=False), 16, 3))
    assert text.count("1234567890") == 1


def test_labels_that_would_cover_each_other_stand_apart() -> None:
    words = [figspec.Label(0.5, 0.5, name, "center") for name in ("north", "south")]
    found = rows(one(*words))
    places = {name: index for index, row in enumerate(found) for name in ("north", "south")
              if name in row}  # fmt: skip
    assert len(set(places.values())) == 2
    assert abs(places["north"] - places["south"]) == 1


def test_text_stands_above_or_below_its_point() -> None:
    heights = {}
    for stand in ("above", "middle", "below"):
        found = rows(one(figspec.Label(0.5, 0.5, "here", stand=stand)))  # type: ignore[arg-type]
        heights[stand] = next(index for index, row in enumerate(found) if "here" in row)
    assert heights["above"] < heights["middle"] <= heights["below"]


def test_panels_side_by_side_stand_one_over_the_other_in_a_narrow_figure() -> None:
    assert panel_levels(grid(1, 2), 72) == 1
    assert panel_levels(grid(1, 2), 38) == 2
    assert panel_levels(Figure(axes=()), 72) == 1
