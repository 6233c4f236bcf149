"""From a template's data and one draw to an ordinary question."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import get_args

import msgspec
from msgspec import inspect

from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.templates import HOLE
from mlmath_tutor.content.text import Text

from . import filling
from .formulas import Scope
from .values import Keys, Value, VariantError

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool
# What to do with a text: the text, its type, its key, and all keys that lead to it.
Treat = Callable[[str, inspect.Type, Keys, bool], Data]

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def build(kind: str, data: Data, scope: Scope) -> Question:
    """Return the question of one draw.

    Raises:
        VariantError: a hole cannot be filled, or what is filled in makes no question.
    """

    def filled(text: str, expected: inspect.Type, keys: Keys, prose: bool) -> Data:
        if HOLE.fullmatch(text) and not takes_text(expected):
            return _data(filling.value(text, scope, keys))
        if keys[-1:] == ("math",):
            return filling.fill_formula(text, scope, keys)
        return filling.fill(text, scope, keys, prose=prose)

    whole = mapped(data, kind, filled)
    try:
        question: Question = msgspec.convert(whole, Question)
    except msgspec.ValidationError as error:
        found = _PLACE.match(str(error))
        assert found is not None
        steps = _STEP.findall(found["path"] or "")
        keys = tuple(int(place) if place else key for key, place in steps)
        raise VariantError(keys, f"is not what it should be: {found['what']}") from error
    return question


def mapped(data: Data, kind: str, treat: Treat) -> Data:
    """Return a question's data with every text treated by its type."""
    return _mapped(data, _type_of(kind), (), False, treat)


def takes_text(expected: inspect.Type) -> bool:
    """Return whether a text may stand here."""
    if isinstance(expected, inspect.UnionType):
        return any(map(takes_text, expected.types))
    return isinstance(expected, inspect.StrType | inspect.LiteralType | inspect.AnyType)


@cache
def _type_of(kind: str) -> inspect.Type:
    for model in get_args(Question):
        if model.__struct_config__.tag == kind:
            return inspect.type_info(model)
    raise VariantError(("kind",), f"there is no kind `{kind}`")


def _mapped(data: Data, expected: inspect.Type, keys: Keys, prose: bool, treat: Treat) -> Data:
    if isinstance(expected, inspect.UnionType):
        prose = prose or any(_is_text(each) for each in expected.types)
        if not isinstance(data, str):
            expected = _member(data, expected)
    match data:
        case str():
            return treat(data, expected, keys, prose)
        case dict():
            return {
                key: _mapped(value, *_below(expected, key), (*keys, key), _is_text(expected), treat)
                for key, value in data.items()
            }
        case list():
            item = expected.item_type if isinstance(expected, inspect.VarTupleType) else _ANY
            return [
                _mapped(value, item, (*keys, place), prose, treat)
                for place, value in enumerate(data)
            ]
        case _:
            return data


_ANY = inspect.AnyType()


def _below(expected: inspect.Type, key: str) -> tuple[inspect.Type]:
    if isinstance(expected, inspect.DictType):
        return (expected.value_type,)
    if isinstance(expected, inspect.StructType):
        for field in expected.fields:
            if field.encode_name == key:
                return (field.type,)
    return (_ANY,)


def _member(data: Data, union: inspect.UnionType) -> inspect.Type:
    """Return the member of a union that data of this form can be."""
    for each in union.types:
        match each:
            case inspect.StructType(tag_field=str(field), tag=tag) if isinstance(data, dict):
                if data.get(field) == tag:
                    return each
            case inspect.StructType() | inspect.DictType() if isinstance(data, dict):
                return each
            case inspect.VarTupleType() if isinstance(data, list):
                return each
    return _ANY


def _is_text(expected: inspect.Type) -> bool:
    return isinstance(expected, inspect.StructType) and expected.cls is Text


def _data(value: Value) -> Data:
    if isinstance(value, Fraction):
        return _number(value)
    return [[_number(cell) for cell in row] for row in value]


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
