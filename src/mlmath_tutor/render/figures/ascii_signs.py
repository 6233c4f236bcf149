"""Figures for fonts without braille: every sign as one of ASCII."""

from __future__ import annotations

import re

import numpy as np

BRAILLE = 0x2800
_LEFT, _RIGHT = (0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80)
RAMP = " .:-=+*#%@"  # from dark to light
SERIES = "o+x%&~=^"  # what lines and points are drawn with, the main series first
THIS_RUN = "*"
_SIGNS = str.maketrans("⠓⠚−…∘⋄▪▴⨯✱▀", "++-.o^#^x*#")
_POWER = re.compile(r"(?:([0-9.]+)×)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_TEXTURES = {0: " ", 0x95: ":", 0x6A: ":", 0x2D: "=", 0xD2: "=", 0x05: "."}
_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def spelled(text: str) -> str:
    """Return `text` as wide as it was, its numbers and signs in ASCII; words stay as they are."""

    def power(found: re.Match[str]) -> str:
        number = f"{found[1] or 1}e{found[2].translate(_DIGITS)}"
        return number.rjust(len(found[0]))

    return _POWER.sub(power, text).translate(_SIGNS)


def sign_of_dots(bits: int) -> str:
    """Return the character that looks most like the dots of a braille cell, bit 0 top left."""
    left, right = _column(bits, _LEFT), _column(bits, _RIGHT)
    rows = [one or other for one, other in zip(left, right, strict=True)]
    count = bits.bit_count()
    if bits in _TEXTURES:
        return _TEXTURES[bits]
    if count >= 6:
        return "#"
    if not any(left) or not any(right):
        return "|" if count >= 3 else _spot(rows)
    if sum(rows) == 1:
        return '"' if rows[0] else "_" if rows[3] else "-"
    lean = _height(left) - _height(right)
    if count <= 5 and abs(lean) >= 1:
        return "\\" if lean < 0 else "/"
    return ":" if count == 4 else "+" if count > 4 else _spot(rows)


def _column(bits: int, masks: tuple[int, ...]) -> list[bool]:
    return [bool(bits & mask) for mask in masks]


def _height(column: list[bool]) -> float:
    """Return the mean row, from the top, of the dots of one column."""
    rows = [row for row, is_set in enumerate(column) if is_set]
    return sum(rows) / len(rows)


def _spot(rows: list[bool]) -> str:
    """Return a small sign where the dots are: high, low or both."""
    high, low = rows[0] or rows[1], rows[2] or rows[3]
    return ":" if high and low else "'" if high else "."


_TABLE = np.array([ord(sign_of_dots(bits)) for bits in range(256)], np.uint32)


def signs(code: np.ndarray, dots: np.ndarray) -> np.ndarray:
    """Return the code points of cells of braille dots; where there is a character, that."""
    drawn = (code >= BRAILLE) & (code < BRAILLE + 256)
    bits = np.where(drawn, code & 255, dots).astype(np.uint8)
    return np.where(drawn | (code == 0), _TABLE[bits], code)
