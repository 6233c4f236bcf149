"""Six programs of the kind the course teaches with: what their figures must let one see."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from mlmath_tutor import figspec
from mlmath_tutor.check.course import check
from mlmath_tutor.content.recorded import read_recording
from mlmath_tutor.render.figures import Palette, draw, wanted_rows

ROOT = Path(__file__).parents[1] / "data" / "gallery"
NAMES = {
    "normals": ("μ=0 σ=1", "μ=2 σ=1", "μ=0 σ=2", "68%"),
    "gaussian": ("50%", "90%", "99%"),
    "descent": ("momentum", "plain", "start"),
    "covariance": ("area", "rooms", "price", "view", "noise", "-0.8", "1.0"),
    "lowrank": ("original", "rank 1", "rank 4", "rank 12"),
    "learning": ("train", "test", "noise"),
}


@cache
def figure(name: str) -> figspec.Figure:
    folder = ROOT / "lessons" / "ch1-pictures" / "recorded"
    [spec] = read_recording(folder / f"views.{name}.json").figures
    return figspec.decode(spec)


def test_the_gallery_has_nothing_to_correct() -> None:
    assert [finding.said(ROOT) for finding in check(ROOT)] == []


@pytest.mark.parametrize("braille", [True, False], ids=["braille", "ascii"])
@pytest.mark.parametrize("columns", [72, 60])
@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_read(name: str, columns: int, braille: bool) -> None:
    rows = max(14, min(18, wanted_rows(figure(name), columns)))
    text = draw(figure(name), columns, rows, Palette.plain(braille=braille)).text()
    assert [each for each in NAMES[name] if each not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_shown_as_a_mere_picture(name: str) -> None:
    layers = [layer for axes in figure(name).axes for layer in axes.layers]
    assert not any(isinstance(each, figspec.Image) for each in layers)
