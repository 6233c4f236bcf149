"""Colours that can be told apart, signs that take one cell."""

from __future__ import annotations

import unicodedata
from dataclasses import astuple, fields

import pytest

from mlmath_tutor.ui.theme import (
    ASCII_SIGNS,
    SERIES,
    THEMES,
    UNICODE_SIGNS,
    Inks,
    code_measure,
    measure,
    theme_for_background,
)

GROUNDS = ("bg", "raised", "sunken")
INKS = tuple(field.name for field in fields(Inks) if field.name not in GROUNDS)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_can_be_read_on_every_ground(theme: str, ink: str, ground: str) -> None:
    inks = THEMES[theme]
    least = 3.0 if ink == "line" else 4.5
    assert contrast(getattr(inks, ink), getattr(inks, ground)) >= least


@pytest.mark.parametrize("sign", sorted(set("".join(astuple(UNICODE_SIGNS)))))
def test_every_sign_takes_one_cell_in_every_terminal(sign: str) -> None:
    assert unicodedata.east_asian_width(sign) in ("N", "Na")


@pytest.mark.parametrize("theme", THEMES)
def test_every_series_of_a_figure_can_be_seen(theme: str) -> None:
    assert all(contrast(colour, THEMES[theme].bg) >= 3.0 for colour in SERIES[theme])


def test_ascii_signs_are_ascii() -> None:
    assert "".join(astuple(ASCII_SIGNS)).isascii()


def test_a_light_background_gets_the_light_theme() -> None:
    assert theme_for_background(dark=False) == "hogan"
    assert theme_for_background(dark=True) == "kokuban"
    assert theme_for_background(dark=None) == "kokuban"


@pytest.mark.parametrize(("width", "cells"), [(40, 34), (72, 64), (80, 72), (109, 90), (110, 68)])
def test_the_measure_of_a_line(width: int, cells: int) -> None:
    assert measure(width) == cells


@pytest.mark.parametrize(("width", "cells"), [(40, 34), (80, 74), (120, 74), (200, 74)])
def test_a_program_of_70_columns_fits_from_80_on(width: int, cells: int) -> None:
    assert code_measure(width) == cells
