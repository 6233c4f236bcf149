"""Which layer the text is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mlmath_tutor.figspec import (
    AnyLayer,
    Area,
    Arrow,
    Bars,
    Contour,
    Fill,
    Line,
    Scatter,
    Segments,
)

THICK = 2.0
GREY = 24  # the most by which the parts of a grey differ
_DATA = (Bars, Scatter, Fill, Area, Arrow, Contour, Segments)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A layer with what decides its place: `width` of its line in points, 0 for none."""

    layer: AnyLayer
    width: float = 0.0


def emphasised(drawn: Sequence[Drawn]) -> tuple[AnyLayer, ...]:
    """Return the layers with the one the text is about marked.

    Layers without a name that are drawn alike are one: the medians of box plots, the bodies
    of violins.
    """
    chosen = next(_candidates(drawn), None)
    return tuple(_marked(each, chosen) for each in drawn)


def _candidates(drawn: Sequence[Drawn]) -> Iterator[Drawn]:
    """Yield what the text may be about, the likeliest first.

    The thickest line, if its width is two points or more; a solid curve in a colour of the
    cycle, then a straight one; bars, points, areas, those in grey last; a line with a name;
    any line. One level line alone is a base or a threshold, several alike are medians.
    """
    lines = [each for each in drawn if isinstance(each.layer, Line)]
    thick = sorted(lines, key=lambda each: -each.width)[:1]
    yield from (each for each in thick if each.width >= THICK)
    solid = [each for each in lines if _is_solid(each.layer)]
    told = [each for each in solid if not _is_base(each.layer, lines)]
    yield from sorted(told, key=lambda each: _is_straight(each.layer))
    data = [each for kind in _DATA for each in drawn if isinstance(each.layer, kind)]
    yield from sorted(filter(_has_data, data), key=lambda each: _is_grey(each.layer))
    yield from sorted(lines, key=lambda each: (not each.layer.label, not _is_solid(each.layer)))


def _is_solid(layer: AnyLayer) -> bool:
    return layer.ink.dash == "solid" and layer.ink.cycle is not None


def _is_straight(layer: AnyLayer) -> bool:
    return isinstance(layer, Line) and len(layer.x) <= 2


def _is_base(layer: AnyLayer, lines: Sequence[Drawn]) -> bool:
    """Return whether a line is a level or upright stretch, and the only one of its kind."""
    if not isinstance(layer, Line) or not _is_straight(layer):
        return False
    level = any(len(set(row)) < 2 for row in (layer.x, layer.y))
    return level and sum(_alike(each.layer, layer) for each in lines) < 2


def _is_grey(layer: AnyLayer) -> bool:
    """Return whether the author gave a layer a grey, as of something in the background."""
    rgb = layer.ink.rgb
    return rgb is not None and min(rgb) > 0 and max(rgb) - min(rgb) < GREY


def _has_data(drawn: Drawn) -> bool:
    return not isinstance(drawn.layer, Scatter | Line) or len(drawn.layer.x) > 0


def _marked(drawn: Drawn, chosen: Drawn | None) -> AnyLayer:
    layer = drawn.layer
    emphasis = drawn is chosen or (chosen is not None and _alike(layer, chosen.layer))
    return replace(layer, ink=replace(layer.ink, emphasis=emphasis))


def _alike(one: AnyLayer, other: AnyLayer) -> bool:
    """Return whether two layers without names look the same."""
    nameless = not one.label and not other.label and one.ink.rgb is not None
    return nameless and type(one) is type(other) and one.ink == other.ink
