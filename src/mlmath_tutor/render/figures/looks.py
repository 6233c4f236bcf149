"""How each layer looks: its colour by role, its dash or texture, its sign.

Colour never stands alone: whatever differs in colour differs in dash, texture or sign too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from mlmath_tutor.figspec import (
    AnyLayer,
    Area,
    Arrow,
    Bars,
    Contour,
    Dash,
    Fill,
    HLine,
    Ink,
    Label,
    Line,
    Marker,
    Scatter,
    Segments,
    VLine,
)

from . import ascii_signs
from .areas import numbers
from .colours import blended, hue_name, is_grey, packed, readable, unpacked
from .picture import RGB, Palette

BLOB = "⠶"  # four dots, drawn where the point is and not where its cell is
SIGNS: dict[Marker, str] = {
    "none": "",
    "point": "",
    "circle": BLOB,
    "square": "▪",
    "triangle": "▴",
    "diamond": "⋄",
    "cross": "⨯",
    "plus": "+",
    "star": "✱",
}
THIS_RUN = "✱"
_DASHES: tuple[Dash, ...] = ("dashed", "dotted", "dashdot")
_CLOUD_SIGNS = ("", "∘", "+", "▴", "⨯", "▪", "⋄")
_FEW_SIGNS = (BLOB, "∘", "+", "▴", "⨯", "▪", "⋄")
FEW_POINTS = 40
MOST_COLOURED = 300  # points whose colours must be told apart
MOST_GREY = 3
FAMILY = 3  # this many lines drawn alike are no series
BACKSTAGE = 0.6
GRAPHICS, TEXT = 3.0, 4.5  # least contrast by WCAG 2 (1.4.11 and 1.4.3)


@dataclass(frozen=True, slots=True)
class Look:
    """How one layer is drawn.

    Attributes:
        colour: packed colour.
        dash: how its line is broken.
        sign: the character of its points; "" for dots.
        stroke: the character that its line is drawn with; "" for dots.
        texture: which texture its areas have, counted from 0, the fullest.
    """

    colour: int
    dash: Dash = "solid"
    sign: str = ""
    stroke: str = ""
    texture: int = 0


def looks(layers: tuple[AnyLayer, ...], palette: Palette) -> list[Look]:
    """Return the look of every layer, in the same order."""
    assigner = _Assigner(layers, palette)
    return [assigner.look(layer) for layer in layers]


class _Assigner:
    """Gives out colours, dashes and signs so that no two series look the same."""

    def __init__(self, layers: tuple[AnyLayer, ...], palette: Palette) -> None:
        self.palette = palette
        self.counts = Counter(type(layer) for layer in layers)
        self.emphasised = next((each.ink for each in layers if each.ink.emphasis), None)
        lines = [each for each in layers if isinstance(each, Line)]
        self.dashes = [each.ink.dash for each in lines if each.ink.dash != "solid"]
        self.seen: Counter[type] = Counter()
        others = [each for each in palette.series if each != palette.maths]
        greys = [each for each in others if is_grey(each)]
        hues = [each for each in others if not is_grey(each)]
        self.hues = hues or greys or [palette.muted]
        calm = sum(not each.ink.emphasis for each in lines)
        self.line_colours = greys if greys and calm <= MOST_GREY else self.hues
        self.others = 0
        self.broken = 0
        areas = [each for each in layers if isinstance(each, Fill | Area)]
        self.areas = len({each.ink.cycle for each in areas})
        self.alike = Counter(_family(each) for each in layers)
        self.given: dict[object, Look] = {}
        self.free = list(ascii_signs.SERIES[1:])

    def look(self, layer: AnyLayer) -> Look:
        """Return the look of a layer: that of the one drawn alike before it, if there is one."""
        family = _family(layer)
        if family is None:
            return self._signed(layer, self._new(layer))
        if family not in self.given:
            self.given[family] = self._signed(layer, self._new(layer))
        return self.given[family]

    def _signed(self, layer: AnyLayer, look: Look) -> Look:
        """Return `look`; where there are no dots with a character of the layer's own."""
        if self.palette.braille or not isinstance(layer, Line | Scatter):
            return look
        if isinstance(layer, Line) and self._is_drawing(layer):
            return replace(look, sign="")
        if look.sign == THIS_RUN:
            return replace(look, sign=ascii_signs.THIS_RUN)
        own = ascii_signs.SERIES[0]
        if not layer.ink.emphasis:
            own = self.free.pop(0) if len(self.free) > 1 else self.free[0]
        return replace(look, sign=own if isinstance(layer, Scatter) else "", stroke=own)

    def _new(self, layer: AnyLayer) -> Look:
        match layer:
            case Line():
                return self._line(layer)
            case Scatter():
                return self._cloud(layer)
            case Bars() | Fill() | Area():
                return self._area(layer)
            case HLine() | VLine():
                return Look(self._own(layer.ink, self.palette.line), _reference(layer.ink))
            case Label():
                pale = layer.ink.rgb is not None and min(layer.ink.rgb) > 64
                role = self.palette.muted if pale else self.palette.fg
                return Look(self._own(layer.ink, role, TEXT))
            case Arrow() if layer.ink.cycle is not None and not layer.ink.emphasis:
                place = self.seen[Arrow]
                self.seen[Arrow] += 1
                return Look(packed(self._hue(place)))
            case Segments() | Arrow() | Contour():
                return Look(self._follower(layer.ink), layer.ink.dash)
            case _:
                return Look(packed(self.palette.fg))

    def _line(self, line: Line) -> Look:
        ink, sign = line.ink, SIGNS[line.ink.marker]
        if len(line.x) > FEW_POINTS:
            sign = ""
        if ink.emphasis:
            return Look(self._own(ink, self.palette.maths), ink.dash, sign)
        if self._is_drawing(line):
            return Look(packed(self.palette.muted), ink.dash, sign)
        colour = self._own(ink, self._next())
        if ink.dash != "solid":
            return Look(colour, ink.dash, sign)
        free = [each for each in _DASHES if each not in self.dashes] or list(_DASHES)
        dash = free[self.broken % len(free)]
        self.broken += 1
        return Look(colour, dash, sign)

    def _is_drawing(self, line: Line) -> bool:
        """Return whether a line is no series but part of a drawing: an outline, a whisker."""
        ink = line.ink
        if line.label or ink.cycle is not None or ink.rgb is None or not is_grey(ink.rgb):
            return False
        alone = self.alike[_family(line)] < FAMILY
        return ink.dash != "solid" or not alone or _is_outline(line)

    def _cloud(self, cloud: Scatter) -> Look:
        ink = cloud.ink
        if len(cloud.x) == 1:
            sign = THIS_RUN if ink.marker in {"circle", "point", "star"} else SIGNS[ink.marker]
            return Look(packed(self.palette.fg), "solid", sign)
        place = self.seen[Scatter]
        self.seen[Scatter] += 1
        few = len(cloud.x) <= (MOST_COLOURED if cloud.colours else FEW_POINTS)
        sign = SIGNS[ink.marker] if few or ink.marker not in {"circle", "point"} else ""
        if self.counts[Scatter] > 1 and ink.marker in {"circle", "point"}:
            signs = _FEW_SIGNS if few else _CLOUD_SIGNS
            sign = signs[place % len(signs)]
        if ink.emphasis:
            return Look(self._own(ink, self.palette.maths), "solid", sign)
        if self.counts[Scatter] > 1 and (cloud.label or ink.cycle is not None or not ink.rgb):
            return Look(self._own(ink, self._hue(place)), "solid", sign)
        return Look(self._own(ink, self.palette.muted), "solid", sign)

    def _area(self, area: Bars | Fill | Area) -> Look:
        place = self.seen[type(area)]
        self.seen[type(area)] += 1
        texture = place if isinstance(area, Bars) else place + 1
        if area.ink.emphasis:
            return Look(self._own(area.ink, self.palette.maths), texture=texture)
        if not isinstance(area, Bars) and not self._is_share(area):
            full = unpacked(self._follower(area.ink))
            return Look(packed(blended(full, self.palette.bg, BACKSTAGE)), texture=texture)
        if not isinstance(area, Bars):
            return Look(self._own(area.ink, self._hue(place)), texture=texture)
        colour = self._hue(place) if self.counts[Bars] > 1 else self.palette.line
        return Look(self._own(area.ink, colour), texture=texture)

    def _is_share(self, area: Fill | Area) -> bool:
        """Return whether an area is one of several that stand side by side, as in a pie."""
        of_cycle = area.ink.cycle is not None and self.emphasised is not None
        return of_cycle and self.areas > 1 and not self.counts[Line]

    def _follower(self, ink: Ink) -> int:
        """Return the colour of what goes with a series of the same cycle place, such as a band."""
        same = self.emphasised is not None and ink.cycle == self.emphasised.cycle
        if ink.emphasis or (same and ink.cycle is not None):
            return self._own(ink, self.palette.maths)
        return self._own(ink, self.palette.line)

    def _next(self) -> RGB:
        """Return the colour of the next line that is not emphasised."""
        colour = self.line_colours[self.others % len(self.line_colours)]
        self.others += 1
        return colour

    def _hue(self, place: int) -> RGB:
        """Return a colour for the group of points or bars at `place`."""
        return self.hues[place % len(self.hues)]

    def _own(self, ink: Ink, role: RGB, least: float = GRAPHICS) -> int:
        """Return the colour the author gave, made readable; the role's where none was given.

        Red, green and yellow are the theme's own.
        """
        if ink.cycle is not None or ink.rgb is None or is_grey(ink.rgb):
            return packed(role)
        named = hue_name(ink.rgb)
        palette = self.palette
        roles = {"red": palette.bad, "green": palette.good, "yellow": palette.next}
        own = roles.get(named, ink.rgb)
        return packed(readable(own, palette.fg, palette.bg, least))


def _family(layer: AnyLayer) -> object:
    """Return what layers without a name share that are drawn alike; None for all others."""
    nameless = isinstance(layer, Line | Scatter | Fill | Area | Segments) and not layer.label
    if not nameless or layer.ink.rgb is None or (isinstance(layer, Scatter) and len(layer.x) == 1):
        return None
    return type(layer), layer.ink


def _is_outline(line: Line) -> bool:
    """Return whether a line is closed, or many lines in one."""
    x, y = numbers(line.x), numbers(line.y)
    return len(x) > 3 and bool((x[0] == x[-1] and y[0] == y[-1]) or np.isnan(x).any())


def _reference(ink: Ink) -> Dash:
    return "dotted" if ink.dash == "solid" else ink.dash


def text_colour(look: Look, palette: Palette) -> int:
    """Return the colour of a layer's name: its own, made readable as text."""
    return packed(readable(unpacked(look.colour), palette.fg, palette.bg, TEXT))
