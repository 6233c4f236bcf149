"""From a figure to a JSON object."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import fields

from .model import Axes, Band, ColourBar, Figure, Ink, Layer, Place, Values

_PARTS = (Layer, Axes, Band, ColourBar, Figure, Ink, Place)


def encode(figure: Figure) -> dict[str, object]:
    """Return `figure` as an object of JSON types only; arrays become typed base64."""
    return _part(figure)


def _part(part: object) -> dict[str, object]:
    """Return a dataclass as an object of its fields; a layer also says its kind."""
    written: dict[str, object] = {}
    if isinstance(part, Layer):
        written["kind"] = type(part).__name__.lower()
    for field in fields(part):  # type: ignore[arg-type]
        written[field.name] = _value(getattr(part, field.name))
    return written


def _value(value: object) -> object:
    match value:
        case Values(data, kind):
            return {kind: b64encode(data).decode("ascii")}
        case bytes():
            return b64encode(value).decode("ascii")
        case tuple():
            return [_value(each) for each in value]
        case None | bool() | int() | float() | str():
            return value
        case _ if isinstance(value, _PARTS):
            return _part(value)
        case _:
            raise TypeError(f"no place in a figure for {type(value).__name__}")
