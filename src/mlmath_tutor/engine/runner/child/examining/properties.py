"""Examining an object by its properties: the author's tests, as NumPy expressions."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, cast

import numpy as np

_LONGEST = 300
# What a test may call without a prefix: the words of linear algebra.
_WORDS = ("det", "eig", "eigh", "eigvals", "eigvalsh", "inv", "matrix_rank", "norm", "solve", "svd")


def findings(matter: Mapping[str, Any]) -> list[dict[str, object]]:
    """Test each property in turn.

    Args:
        matter: `x`, nested lists of numbers (a number alone if `x` is one); `given`, Python
            that defines what the tests use; `properties`, each with a `test` and a `witness`
            expression or None.

    Returns:
        For each property `holds` (a truth value, or None if the test raised), `error` (what
        it raised) and `witness` (its value as text, where the property does not hold).
    """
    given = matter["x"]
    x = np.array(given, dtype=float) if isinstance(given, list) else float(given)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return [_found(each, x, matter["given"]) for each in matter["properties"]]


def _found(each: Mapping[str, str | None], x: Any, given: str) -> dict[str, object]:
    # A world of its own for each test: none can spoil the next.
    world: dict[str, Any] = {"np": np} | {word: getattr(np.linalg, word) for word in _WORDS}
    world["x"] = x.copy() if isinstance(x, np.ndarray) else x
    try:
        exec(compile(given, "<given>", "exec"), world)
        holds = bool(np.all(eval(compile(cast("str", each["test"]), "<test>", "eval"), world)))
        witness = None
        if not holds and each["witness"] is not None:
            witness = shown(eval(compile(each["witness"], "<witness>", "eval"), world))
    except Exception as error:  # noqa: BLE001 - the author's expression may raise anything
        return {"holds": None, "error": f"{type(error).__name__}: {error}"[:_LONGEST]}
    return {"holds": holds, "witness": witness}


def shown(value: Any) -> str:
    """Return a number as `0.333`, a vector as `(1, -2)`, a matrix as `[1 2; 3 4]`."""
    array = np.asarray(value)
    if array.dtype.kind not in "biufc" or array.ndim > 2 or array.size > 40:
        return str(value)[:_LONGEST]
    if array.ndim == 0:
        return _number(array.item())
    if array.ndim == 1:
        return f"({', '.join(_number(each) for each in array.tolist())})"
    rows = (" ".join(_number(each) for each in row) for row in array.tolist())
    return f"[{'; '.join(rows)}]"


def _number(value: Any) -> str:
    # Rounding leaves traces such as -1e-17, which are no witness of anything.
    return f"{value:.3g}" if abs(value) >= 1e-12 else "0"
