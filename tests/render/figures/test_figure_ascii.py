"""Where the font has no braille, figures are drawn in ASCII and can still be read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Axes, Figure, Ink, Values
from mlmath_tutor.render.figures import Palette, draw
from mlmath_tutor.render.figures.ascii_signs import sign_of_dots, spelled
from plots.corpus import NAMES, figures

BARE = Palette.plain(braille=False)
X = Values.of(np.linspace(0, 1, 60))
UP, DOWN = X, Values.of(np.linspace(1, 0, 60))

pytestmark = pytest.mark.xdist_group("plots")


def one(*layers: figspec.AnyLayer, **axes: object) -> Figure:
    return Figure(axes=(Axes(layers=layers, **axes),))  # type: ignore[arg-type]


def rows(figure: Figure, columns: int = 40, height: int = 12) -> list[str]:
    return draw(figure, columns, height, BARE).text().split("\n")


def words(figure: Figure) -> str:
    """Return everything an author wrote into a figure."""
    found = [figure.title]
    for axes in figure.axes:
        found += [axes.title, axes.xlabel, axes.ylabel, *(axes.xticklabels or ())]
        found += [*(axes.yticklabels or ()), *([axes.bar.label] if axes.bar else [])]
        found += [each.label for each in axes.layers]
        found += [each.text for each in axes.layers if isinstance(each, figspec.Label)]
    return "".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_every_sign_is_of_ascii_but_for_words_of_the_author(name: str) -> None:
    for figure in figures(name):
        drawn = set(draw(figure, 72, 20, BARE).text())
        assert {each for each in drawn if ord(each) > 127} <= set(words(figure))


def test_lines_differ_by_their_sign_and_are_named_with_it() -> None:
    found = rows(
        one(
            figspec.Line(X, UP, label="up", ink=Ink(cycle=0, emphasis=True)),
            figspec.Line(X, DOWN, label="down", ink=Ink(cycle=1)),
            figspec.Scatter(
                Values.of([0.5]), Values.of([0.9]), label="now", ink=Ink(marker="circle")
            ),
            legend=True,
        )
    )
    text = "\n".join(found)
    assert text.count("o") > 20
    assert text.count("+") > 20
    assert "* now" in text


def test_axes_are_of_bars_and_hyphens() -> None:
    found = rows(one(figspec.Line(X, UP)))
    left = found[0].index("|")
    assert found[-2][left:] == "+" + "-" * (39 - left)


def test_a_map_is_denser_where_it_is_higher_with_and_without_colour() -> None:
    heat = figspec.Heat(1, 2, Values.of([0.0, 1.0]), (0, 1, 0, 1), 0.0, 1.0, b"\0\0\0\xff\xff\xff")
    figure = one(heat, frame=False)
    assert draw(figure, 4, 1, BARE).text() == "  @@"
    coloured = draw(figure, 4, 1, replace(BARE, colour=True))
    assert coloured.text() == "  @@"
    assert coloured.rows[0][-1].fg == (255, 255, 255)


def test_numbers_keep_their_width() -> None:
    for text in ("−0.5", "10⁻⁴", "2.5×10⁻⁴", "10⁵", "x²", "有病率"):
        assert len(spelled(text)) == len(text)
    assert spelled("10⁻⁴") == "1e-4"
    assert spelled("2.5×10⁻⁴").strip() == "2.5e-4"


@pytest.mark.parametrize(
    ("cell", "sign"),
    [("⠀", " "), ("⣿", "#"), ("⡇", "|"), ("⢸", "|"), ("⠒", "-"), ("⣀", "_"), ("⠁", "'"),
     ("⡀", "."), ("⡠", "/"), ("⠢", "\\"), ("⢕", ":"), ("⠭", "=")],
)  # fmt: skip
def test_dots_look_like_their_sign(cell: str, sign: str) -> None:
    assert sign_of_dots(ord(cell) - 0x2800) == sign
