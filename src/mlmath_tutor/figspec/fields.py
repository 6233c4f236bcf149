"""Taking fields out of a JSON object that may be of any shape and size."""

from __future__ import annotations

import binascii
import unicodedata
from base64 import b64decode
from collections.abc import Callable
from typing import TypeVar, cast, get_args

from .model import Colour, Values

MAX_BYTES = 16 << 20
MAX_TEXT = 400
MAX_TICKS = 200
LARGEST = 1e300  # so that differences and sums of two coordinates stay finite

T = TypeVar("T")


class FigureError(ValueError):
    """The object is not a figure; the message says where and why."""


class Budget:
    """How many more bytes of arrays one figure may hold."""

    def __init__(self) -> None:
        self.left = MAX_BYTES

    def take(self, size: int, where: str) -> None:
        """Count `size` more bytes, those of the field at `where`."""
        self.left -= size
        if self.left < 0:
            raise FigureError(f"{where}: the figure holds more than {MAX_BYTES} bytes of data")


class FieldReader:
    """Takes the fields out of one JSON object; a missing, odd or unknown one is an error."""

    def __init__(self, obj: object, where: str, budget: Budget) -> None:
        if not isinstance(obj, dict):
            raise FigureError(f"{where}: an object is needed, not {type(obj).__name__}")
        self.left = dict(obj)
        self.where = where
        self.budget = budget

    def error(self, name: str, needed: str) -> FigureError:
        """Return the error that field `name` is not what is `needed`."""
        return FigureError(f"{self.where}.{name}: {needed}")

    def take(self, name: str) -> object:
        """Return field `name` unread; whatever is not taken is an unknown field."""
        if name not in self.left:
            raise self.error(name, "is missing")
        return self.left.pop(name)

    def done(self, part: T) -> T:
        """Return `part`, made of the fields, when none is left over."""
        if self.left:
            raise FigureError(f"{self.where}: unknown field {min(map(repr, self.left))[:80]}")
        return part

    def inner(self, name: str) -> FieldReader:
        """Return a reader of the object in field `name`."""
        return FieldReader(self.take(name), f"{self.where}.{name}", self.budget)

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        value = self.take(name)
        if not isinstance(value, bool):
            raise self.error(name, "true or false is needed")
        return value

    def whole(self, name: str, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`."""
        value = self.take(name)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.error(name, f"a whole number from {low} to {high} is needed")
        return value

    def number(self, name: str) -> float:
        """Return a finite number."""
        return self._finite(name, self.take(name))

    def _finite(self, name: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(name, "a number is needed")
        if not -LARGEST <= value <= LARGEST:
            raise self.error(name, f"a number of size up to {LARGEST:g} is needed")
        return float(value)

    def text(self, name: str) -> str:
        """Return a short text without control characters."""
        return self._text(name, self.take(name))

    def _text(self, name: str, value: object) -> str:
        if not isinstance(value, str) or len(value) > MAX_TEXT:
            raise self.error(name, f"a text of up to {MAX_TEXT} characters is needed")
        if any(unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for each in value):
            raise self.error(name, "control characters are not allowed")
        return value

    def word(self, name: str, choices: object) -> str:
        """Return one of the words of `choices`, a `Literal` type."""
        value = self.take(name)
        if not isinstance(value, str) or value not in get_args(choices):
            raise self.error(name, f"one of {', '.join(get_args(choices))} is needed")
        return value

    def items(self, name: str, most: int) -> list[object]:
        """Return a list of up to `most` items, unread."""
        value = self.take(name)
        if not isinstance(value, list) or len(value) > most:
            raise self.error(name, f"a list of up to {most} is needed")
        return value

    def optional(self, name: str, read: Callable[[str], T]) -> T | None:
        """Return None where the field is null, else what `read` makes of it."""
        if self.left.get(name, self) is None:
            self.take(name)
            return None
        return read(name)

    def numbers(self, name: str, length: int) -> tuple[float, ...]:
        """Return `length` finite numbers."""
        found = self.items(name, length)
        if len(found) != length:
            raise self.error(name, f"{length} numbers are needed")
        return tuple(self._finite(name, each) for each in found)

    def ticks(self, name: str) -> tuple[float, ...]:
        """Return the positions of ticks."""
        return tuple(self._finite(name, each) for each in self.items(name, MAX_TICKS))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the labels of ticks."""
        return tuple(self._text(name, each) for each in self.items(name, MAX_TICKS))

    def colour(self, name: str) -> Colour:
        """Return red, green and blue."""
        found = self.items(name, 3)
        if len(found) != 3 or not all(type(each) is int and 0 <= each <= 255 for each in found):
            raise self.error(name, "three whole numbers from 0 to 255 are needed")
        return cast("Colour", tuple(found))

    def octets(self, name: str) -> bytes:
        """Return the bytes written as base64."""
        return self._base64(name, self.take(name))

    def _base64(self, name: str, value: object) -> bytes:
        if not isinstance(value, str):
            raise self.error(name, "base64 text is needed")
        self.budget.take(len(value) * 3 // 4, f"{self.where}.{name}")
        try:
            return b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            raise self.error(name, "this is not base64") from None

    def values(self, name: str) -> Values:
        """Return a typed array; NaN and infinities may be in it."""
        value = self.take(name)
        if not isinstance(value, dict) or len(value) != 1:
            raise self.error(name, "an array is needed")
        [(kind, text)] = value.items()
        if kind not in ("f8", "f4"):
            raise self.error(name, "an array is of f8 or f4")
        data = self._base64(name, text)
        if len(data) % (8 if kind == "f8" else 4):
            raise self.error(name, "the array ends in the middle of a number")
        return Values(data, kind)

    def columns(self, *names: str) -> tuple[Values, ...]:
        """Return several arrays that are equally long."""
        found = tuple(self.values(name) for name in names)
        if len({len(each) for each in found}) > 1:
            raise FigureError(f"{self.where}: {', '.join(names)} are not equally long")
        return found
