"""Words for parts of a figure: names of layers, numbers, lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from mlmath_tutor.figspec import AnyLayer, Axes, Bars, Fill, HLine, Line, Scatter, VLine
from mlmath_tutor.i18n import Lang, say

from .canvas import plain_text
from .scales import number_texts

_KINDS: dict[type, str] = {Line: "line", Scatter: "points", Bars: "bars", Fill: "band"}


class Names:
    """What the layers of one axes are called in one language."""

    def __init__(self, axes: Axes, lang: Lang) -> None:
        self.axes, self.lang = axes, lang
        unnamed = Counter(_KINDS.get(type(each), "") for each in axes.layers if not each.label)
        seen: Counter[str] = Counter()
        self._names: dict[int, str] = {}
        for layer in axes.layers:
            kind = _KINDS.get(type(layer), "")
            seen[kind] += not layer.label
            name = self._name(layer, kind, seen[kind], unnamed[kind])
            self._names[id(layer)] = set_off(name, lang, before=False)

    def _name(self, layer: AnyLayer, kind: str, number: int, count: int) -> str:
        if isinstance(layer, HLine | VLine) and not layer.label:
            return self._reference(layer)
        if layer.label:
            return quoted(layer.label, self.lang)
        if not kind:
            return ""
        key = f"figures.{kind}-n" if count > 1 else f"figures.{kind}"
        return say(self.lang, key, n=number)

    def _reference(self, line: HLine | VLine) -> str:
        if isinstance(line, HLine):
            return say(self.lang, "figures.horizontal-at", y=in_words(line.y))
        return say(self.lang, "figures.vertical-at", x=in_words(line.x))

    def of(self, layer: AnyLayer) -> str:
        """Return the name of a layer inside a sentence."""
        return self._names[id(layer)]

    def both(self, layer: AnyLayer) -> dict[str, str]:
        """Return the name inside a sentence (`name`) and at its beginning (`Name`)."""
        return {"name": self.of(layer), "Name": _beginning(self.of(layer))}

    def pair(self, one: AnyLayer, other: AnyLayer) -> dict[str, str]:
        """Return the names of two layers, the first also as the beginning of a sentence."""
        first, second = self.of(one), set_off(self.of(other), self.lang, after=False)
        return {"one": first, "One": _beginning(first), "other": second}

    def tick(self, value: float, *, upright: bool) -> str:
        """Return the author's label at `value` of the bars' axis, else the number."""
        axes = self.axes
        ticks = axes.xticks if upright else axes.yticks
        labels = axes.xticklabels if upright else axes.yticklabels
        low, high = axes.xlim if upright else axes.ylim
        if ticks and labels:
            nearest = int(np.argmin(np.abs(np.array(ticks) - value)))
            if abs(ticks[nearest] - value) <= 0.5 * abs(high - low) / max(1, len(ticks)):
                return quoted(labels[nearest], self.lang)
        return set_off(in_words(value), self.lang)


def quoted(text: str, lang: Lang) -> str:
    """Return an author's words in quotation marks."""
    return say(lang, "figures.named", name=plain_text(text))


def set_off(text: str, lang: Lang, *, before: bool = True, after: bool = True) -> str:
    """Return `text` with the spaces that Japanese puts around what is not Japanese."""
    if lang == "en" or not text:
        return text
    first = " " if before and text[0] < "\u3000" else ""
    last = " " if after and text[-1] < "\u3000" else ""
    return first + text + last


def _beginning(name: str) -> str:
    return name[:1].upper() + name[1:]


def in_words(value: float) -> str:
    """Return a number with three significant digits."""
    value = float(value)
    return number_texts([float(f"{value:.3g}")])[0] if abs(value) > 1e-300 else "0"


def listed(parts: Iterable[str], lang: Lang) -> str:
    """Return parts of a sentence as a list."""
    return ("、" if lang == "ja" else ", ").join(parts)
