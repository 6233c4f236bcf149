"""Every part of a loaded file, each with the keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

import msgspec
from msgspec.structs import fields

from .source_map import Keys
from .text import Text


def walk(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, msgspec.Struct]]:
    """Yield every model in `value` (a model, or a tuple or mapping of them), outer ones first.

    The keys are those of the file, as `SourceMap.line` takes them.
    """
    match value:
        case msgspec.Struct():
            yield keys, value
            for name, key in _fields(type(value)):
                yield from walk(getattr(value, name), (*keys, key))
        case tuple():
            for place, item in enumerate(value):
                yield from walk(item, (*keys, place))
        case dict():
            for key, item in value.items():
                yield from walk(item, (*keys, key))
        case _:
            return


@cache
def _fields(model: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.encode_name) for field in fields(model))


@cache
def phrase_keys(model: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields of `model` that hold either a `Text` or one string for both languages."""
    return tuple(field.name for field in fields(model) if {Text, str} <= set(get_args(field.type)))
