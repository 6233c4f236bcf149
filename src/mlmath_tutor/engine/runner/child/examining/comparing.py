"""What a function returned beside what it should have: equal, or different in a known way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

_LONGEST = 120
_PADDING = re.compile(r" (?=[],])|(?<=\[) ")
_SIMPLEST = 12  # of a factor's denominator
_PLAIN = (bool, int, float, complex, str, bytes, type(None))


class Difference(NamedTuple):
    """How a value differs: a name that the app has words for, and the values of those words."""

    name: str
    values: dict[str, str] = {}  # noqa: RUF012 - never changed


class Tolerance(NamedTuple):
    """Numbers a and b are equal if |a - b| <= atol + rtol·|b|, b being the expected one."""

    rtol: float
    atol: float


def foreign_type(value: object) -> str | None:
    """Return the name of the first type in `value` that is no plain data, or None.

    An object of a class of the learner's own could answer any comparison as it likes.
    """
    if type(value) in _PLAIN or type(value) is np.ndarray or isinstance(value, np.generic):
        return None
    if type(value) is list or type(value) is tuple:
        return next(filter(None, map(foreign_type, value)), None)
    if type(value) is dict:
        return next(filter(None, map(foreign_type, [*value, *value.values()])), None)
    if type(value).__module__ == "torch" and type(value).__name__ == "Tensor":
        return None
    return type(value).__name__


def difference(expected: Any, got: Any, tolerance: Tolerance) -> Difference | None:
    """Return how `got` differs from `expected`, or None if they count as equal."""
    if got is None and expected is not None:
        return Difference("none")
    if isinstance(expected, str | bytes | type(None)):
        same = type(got) is type(expected) and got == expected
        return None if same else Difference("value")
    if isinstance(expected, Mapping):
        return _of_mappings(expected, got, tolerance)
    if isinstance(expected, tuple):
        return _of_tuples(expected, got, tolerance)
    wanted, given = _array(expected), _array(got)
    if wanted is None or given is None:
        same = type(got) is type(expected) and expected == got
        return None if same else Difference("value")
    return _of_arrays(wanted, given, tolerance)


def shown(value: Any, *, exactly: bool = False) -> str:
    """Return a value as one short line: arrays as nested lists, the shape where not all stands."""
    array = _array(value) if not isinstance(value, bool | int | float | complex | str) else None
    if array is None or array.ndim == 0:
        if isinstance(value, float | np.floating):
            return repr(float(value)) if exactly else f"{float(value):.6g}"
        return _short(repr(value.item() if array is not None else value))
    text = np.array2string(
        array,
        precision=17 if exactly else 4,
        separator=", ",
        threshold=24,
        edgeitems=2,
        max_line_width=10**9,
    )
    text = _PADDING.sub("", " ".join(text.split()))
    if array.size <= 24 and len(text) <= _LONGEST:
        return text
    return f"{_short(text)} {array.shape}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _array(value: Any) -> Any:
    """Return numbers as an array, or None for anything else."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    try:
        array = np.asarray(value)
    except ValueError:  # a list of lists of several lengths
        return None
    return array if array.dtype.kind in "biufc" else None


def _of_mappings(expected: Mapping[Any, Any], got: Any, tolerance: Tolerance) -> Difference | None:
    if not isinstance(got, dict) or set(got) != set(expected):
        return Difference("keys", {"keys": ", ".join(sorted(map(repr, expected)))})
    found = (difference(expected[key], got[key], tolerance) for key in expected)
    return next(filter(None, found), None)


def _of_tuples(expected: Sequence[Any], got: Any, tolerance: Tolerance) -> Difference | None:
    if not isinstance(got, tuple | list) or len(got) != len(expected):
        return Difference("count", {"count": str(len(expected))})
    found = (difference(e, g, tolerance) for e, g in zip(expected, got, strict=True))
    return next(filter(None, found), None)


def _of_arrays(expected: Any, got: Any, tolerance: Tolerance) -> Difference | None:
    def close(one: Any, other: Any) -> bool:
        return bool(np.allclose(one, other, *tolerance, equal_nan=True))

    if expected.shape != got.shape:
        return _of_shapes(expected, got, close)
    if close(got, expected):
        return None
    if "b" in (expected.dtype.kind, got.dtype.kind):
        return _first(expected, got, tolerance)
    # Whole numbers without a sign cannot be negated.
    expected, got = (
        each if each.dtype.kind == "c" else each.astype(float) for each in (expected, got)
    )
    if not np.isfinite(got).all() and np.isfinite(expected).all():
        return Difference("nan" if np.isnan(got).any() else "infinite")
    if np.any(expected) and close(got, -expected):
        return Difference("sign")
    if expected.ndim == 2 and expected.shape[0] == expected.shape[1] and close(got.T, expected):
        return Difference("transpose")
    return next(_of_numbers(expected, got, tolerance), None) or _first(expected, got, tolerance)


def _of_shapes(expected: Any, got: Any, close: Any) -> Difference:
    shapes = {"given": _shape(got), "asked": _shape(expected)}
    if got.ndim == expected.ndim == 2 and got.T.shape == expected.shape and close(got.T, expected):
        return Difference("transpose")
    if got.size == expected.size and close(got.ravel(), expected.ravel()):
        return Difference("only-shape", shapes)
    if got.shape == (expected.size, expected.size) and expected.ndim == 1:
        return Difference("broadcast", shapes)
    if got.size == 1:
        return Difference("reduced", shapes)
    if expected.size == 1:
        return Difference("not-reduced", shapes)
    return Difference("shape", shapes)


def _shape(array: Any) -> str:
    return str(tuple(int(length) for length in array.shape)) if array.ndim else "()"


def _of_numbers(expected: Any, got: Any, tolerance: Tolerance) -> Iterator[Difference]:
    """Yield a simple rule by which every number is off."""
    at = np.unravel_index(np.argmax(np.abs(expected)), expected.shape)
    if expected[at] != 0:
        factor = complex(got[at] / expected[at])
        simple = factor.imag == 0 and factor.real != 0 and math.isfinite(factor.real)
        if simple and np.allclose(got, factor.real * expected, *tolerance):
            # Of one number any factor fits: only a simple one says something.
            written = _simple(factor.real)
            if written is not None or expected.size > 1:
                yield Difference("factor", {"factor": written or f"{factor.real:.4g}"})
    if expected.size > 1:
        gap = (got - expected).ravel()
        if np.allclose(gap, gap[0], *tolerance):
            yield Difference("offset", {"offset": f"{gap[0]:.4g}"})


def _simple(factor: float) -> str | None:
    """Return a factor as a simple fraction, or None if it is none."""
    near = Fraction(factor).limit_denominator(_SIMPLEST)
    if abs(near.numerator) > _SIMPLEST or not math.isclose(float(near), factor, rel_tol=1e-6):
        return None
    return str(near)


def _first(expected: Any, got: Any, tolerance: Tolerance) -> Difference:
    if expected.ndim == 0:
        return Difference("value")
    wrong = ~np.isclose(got, expected, *tolerance, equal_nan=True)
    at = tuple(int(place) for place in np.argwhere(wrong)[0])
    return Difference(
        "entries",
        {
            "wrong": str(int(wrong.sum())),
            "total": str(expected.size),
            "at": f"[{', '.join(map(str, at))}]",
            "expected": shown(expected[at].item()),
            "got": shown(got[at].item()),
        },
    )
