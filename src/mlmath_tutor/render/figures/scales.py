"""Axes in numbers: from data to the unit interval, and ticks that read well."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mlmath_tutor.figspec import Scale

_DIGITS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
STEPS = (1.0, 2.0, 2.5, 5.0)


@dataclass(frozen=True, slots=True)
class Ruler:
    """One axis: `low` and `high` are its ends after the logarithm, if it has one."""

    low: float
    high: float
    log: bool

    @classmethod
    def of(cls, limits: tuple[float, float], scale: Scale) -> Ruler:
        """Return the ruler of an axis of the figure spec."""
        if scale == "log":
            return cls(math.log10(limits[0]), math.log10(limits[1]), True)
        return cls(*limits, False)

    def place(self, values: np.ndarray) -> np.ndarray:
        """Return where `values` lie between the ends, 0 to 1 inside; NaN where nowhere."""
        with np.errstate(all="ignore"):
            scaled = np.log10(np.where(values > 0, values, np.nan)) if self.log else values
            places = scaled / (self.high - self.low) - self.low / (self.high - self.low)
        return np.where(np.isfinite(places), places, np.nan)

    def place_of(self, value: float) -> float:
        """Return where one value lies between the ends; NaN if nowhere."""
        return float(self.place(np.array([value]))[0])

    def value(self, places: np.ndarray) -> np.ndarray:
        """Return the values at `places` from 0 to 1."""
        scaled = self.low + places * (self.high - self.low)
        with np.errstate(over="ignore"):
            return np.power(10.0, scaled) if self.log else scaled


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: where on its axis (0 to 1) and what stands there."""

    place: float
    text: str


def given_ticks(
    ruler: Ruler, values: tuple[float, ...], labels: tuple[str, ...] | None
) -> list[Tick]:
    """Return the author's ticks that lie on the axis."""
    texts = labels if labels is not None else number_texts(list(values))
    places = ruler.place(np.array(values)).tolist()
    ticks = [Tick(place, text) for place, text in zip(places, texts, strict=True)]
    return [each for each in ticks if -1e-9 <= each.place <= 1 + 1e-9 and each.text]


def ticks_at(ruler: Ruler, values: list[float]) -> list[Tick]:
    """Return ticks at `values`, labelled with them."""
    texts = log_texts(values) if ruler.log else number_texts(values)
    places = ruler.place(np.array(values)).tolist()
    return [Tick(place, text) for place, text in zip(places, texts, strict=True)]


def candidates(ruler: Ruler) -> Iterator[list[float]]:
    """Yield sets of good numbers for ticks, finer ones first, the last with one at most."""
    low, high = sorted((ruler.low, ruler.high))
    yield from _log_values(low, high) if ruler.log else _linear_values(low, high)


def _linear_values(low: float, high: float) -> Iterator[list[float]]:
    """Yield multiples of 1, 2, 2.5 and 5 times powers of ten between `low` and `high`."""
    top = math.ceil(math.log10(high - low))
    for power in range(top - 2, top + 2):
        for factor in STEPS:
            step = factor * 10.0**power
            if step < 1e-305 or step == 2.5:  # would put fractions among whole numbers
                continue
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            if last - first <= 60:
                yield [each * step for each in range(first, last + 1)]


def _log_values(low: float, high: float) -> Iterator[list[float]]:
    """Yield powers of ten between the logarithms `low` and `high`; with 2 and 5 if few."""
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    if high - low < 3:
        for factors in ((1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 5), (1, 3)):
            wanted = [
                factor * 10.0**power
                for power in range(math.floor(low), last + 1)
                for factor in factors
            ]
            yield [each for each in wanted if low - 1e-9 <= math.log10(each) <= high + 1e-9]
    for step in (1, 2, 3, 4, 5, 10, 20, 50, 100):
        start = math.ceil(first / step) * step
        if last - start <= 60 * step:
            yield [10.0**power for power in range(start, last + 1, step) if abs(power) < 300]
    yield [10.0**first] if first <= last and abs(first) < 300 else []


def number_texts(values: list[float]) -> list[str]:
    """Return the shortest texts that say `values` to a ten-thousandth of the largest."""
    largest = max(map(abs, values), default=0.0)
    if largest > 1e-300 and not 1e-3 <= largest < 1e5:
        power = math.floor(math.log10(largest))
        factors = number_texts([each / 10.0**power for each in values])
        return [_with_power(each, power) for each in factors]
    for decimals in range(7):
        texts = [f"{each:.{decimals}f}" for each in values]
        if all(
            abs(float(text) - each) <= 1e-4 * max(1e-300, largest)
            for text, each in zip(texts, values, strict=True)
        ):
            break
    return [_trimmed(text).replace("-", "−") for text in texts]


def _with_power(factor: str, power: int) -> str:
    """Return `factor` times a power of ten, without a factor of 1."""
    if factor == "0":
        return factor
    sign, size = ("−", factor[1:]) if factor.startswith("−") else ("", factor)
    return f"{sign}{'' if size == '1' else size + '×'}10{str(power).translate(_DIGITS)}"


def _trimmed(text: str) -> str:
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short == "-0" else short


def log_texts(values: list[float]) -> list[str]:
    """Return texts for ticks of a logarithmic axis, as plain numbers where they are short."""
    return [_power_text(each) for each in values]


def _power_text(value: float) -> str:
    power = math.floor(math.log10(value) + 1e-9)
    if -3 <= power <= 4:
        return f"{value:.{max(0, -power)}f}"
    factor = round(value / 10.0**power)
    return ("" if factor == 1 else f"{factor}×") + "10" + str(power).translate(_DIGITS)
