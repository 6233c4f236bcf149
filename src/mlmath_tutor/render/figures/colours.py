"""Reckoning with colours: mixing, and how well one stands off another."""

from __future__ import annotations

import colorsys

import numpy as np

from .picture import RGB

NONE = -1


def packed(colour: RGB) -> int:
    """Return a colour as one number."""
    return colour[0] << 16 | colour[1] << 8 | colour[2]


def unpacked(colour: int) -> RGB:
    """Return the three parts of a packed colour."""
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def packed_all(colours: np.ndarray) -> np.ndarray:
    """Return whole-numbered colours, (…, 3), as one number each."""
    return np.asarray(colours[..., 0] << 16 | colours[..., 1] << 8 | colours[..., 2])


def unpacked_all(colours: np.ndarray) -> np.ndarray:
    """Return packed colours as their three parts, (…, 3)."""
    return np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255], -1)


def luminance(colours: np.ndarray) -> np.ndarray:
    """Return the relative luminance, as WCAG 2 defines it, of colours (…, 3) of 0 to 255."""
    part = np.asarray(colours) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def ratio(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the contrast ratio (WCAG 2) of two luminances: from 1 to 21."""
    return np.asarray((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05))


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours."""
    return float(ratio(luminance(np.array(one)), luminance(np.array(other))))


def blended(upper: RGB, lower: RGB, share: float) -> RGB:
    """Return `upper` over `lower`, `share` of it."""
    red, green, blue = (
        round(share * over + (1 - share) * under) for over, under in zip(upper, lower, strict=True)
    )
    return red, green, blue


def readable(colour: RGB, fg: RGB, bg: RGB, least: float) -> RGB:
    """Return `colour`, moved towards `fg` until its contrast with `bg` is `least`."""
    for step in range(11):
        mixed = blended(fg, colour, step / 10)
        if contrast(mixed, bg) >= least:
            return mixed
    return fg


def is_grey(colour: RGB) -> bool:
    """Return whether a colour says no more than light or dark."""
    return max(colour) - min(colour) < 32


def hue_name(colour: RGB) -> str:
    """Return `red`, `yellow` or `green` for colours that anyone would call so, else ""."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    if saturation < 0.5 or not 0.15 < lightness < 0.85:
        return ""
    degrees = 360 * hue
    if degrees < 15 or degrees > 345:
        return "red"
    return "yellow" if 40 < degrees < 65 else "green" if 90 < degrees < 150 else ""
