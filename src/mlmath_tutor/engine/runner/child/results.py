"""What is left after a run: the values of probes, and the learner's variables.

Nothing here calls a method that the learner's own classes define: their `__repr__` may
hang or raise.
"""

from __future__ import annotations

import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

_MOST_VARIABLES = 60
_MOST_ELEMENTS = 20_000_000
_MOST_ITEMS = 10_000
_WIDTH = 40
_PROBE_WIDTH = 2000
_NOT_VALUES = (types.ModuleType, type, types.FunctionType, types.BuiltinFunctionType)
_COLLECTIONS = frozenset(
    {list, tuple, set, frozenset, dict, range, deque, Counter, OrderedDict, defaultdict}
)
_ARRAY_LIBRARIES = frozenset({"numpy", "torch", "pandas", "scipy"})

Namespace = dict[str, Any]


def probe(expressions: Sequence[str], namespace: Namespace) -> list[dict[str, object]]:
    """Evaluate `expressions` one after the other; one that raises does not stop the next."""
    return [_probed(expression, namespace) for expression in expressions]


def _probed(expression: str, namespace: Namespace) -> dict[str, object]:
    try:
        value = eval(compile(expression, "<probe>", "eval"), namespace)
        return {"ok": True, "text": str(value)[:_PROBE_WIDTH]}
    except Exception as error:  # noqa: BLE001 - the author's expression may raise anything
        return {"ok": False, "text": f"{type(error).__name__}: {error}"[:_PROBE_WIDTH]}


def variables(namespace: Namespace) -> list[dict[str, str]]:
    """Return the public variables in the order of their definition, at most 60."""
    named = (
        (name, value)
        for name, value in list(namespace.items())
        if not name.startswith("_") and not isinstance(value, _NOT_VALUES)
    )
    return [variable(name, value) for name, value in islice(named, _MOST_VARIABLES)]


def variable(name: str, value: object) -> dict[str, str]:
    """Return name, type, shape and span of one value; shape and span may be empty."""
    try:
        kind, shape, span = _described(value)
    except Exception:  # noqa: BLE001 - a value may answer any question with an error
        kind, shape, span = type(value).__name__, "", ""
    return {"name": name, "type": kind, "shape": shape, "span": span}


def shape_of(value: object) -> tuple[int, ...] | None:
    """Return the shape of an array, tensor or data frame; None for anything else."""
    if type(value).__module__.partition(".")[0] not in _ARRAY_LIBRARIES:
        return None
    shape = getattr(value, "shape", None)
    return tuple(int(size) for size in shape) if isinstance(shape, tuple) else None


def _described(value: object) -> tuple[str, str, str]:
    kind = type(value)
    name = kind.__name__
    if value is None:
        return "None", "", ""
    if kind in (bool, float, complex, int):
        return name, "", _number(value)
    if kind is str or kind is bytes:
        return name, "", _clipped(repr(value[: _WIDTH + 1]))  # type: ignore[index]
    if kind in _COLLECTIONS:
        return name, str(len(value)), _span_of_items(value)  # type: ignore[arg-type]
    return _described_array(value)


def _described_array(value: Any) -> tuple[str, str, str]:
    name = type(value).__name__
    shape = shape_of(value)
    if shape is None:
        return name, "", ""
    written = str(shape) if shape else ""
    numpy, torch = sys.modules.get("numpy"), sys.modules.get("torch")
    if numpy and isinstance(value, numpy.ndarray | numpy.generic):
        return str(value.dtype), written, _span(numpy.asarray(value), numpy)
    if torch and isinstance(value, torch.Tensor):
        kind = f"tensor {str(value.dtype).removeprefix('torch.')}"
        values = value.detach()
        # half-precision types that NumPy does not know
        values = values.float() if values.is_floating_point() else values
        return kind, written, _span(values.cpu().numpy(), numpy) if numpy else ""
    return name, written, ""


def _span(values: Any, numpy: Any) -> str:
    if not 0 < values.size <= _MOST_ELEMENTS or values.dtype.kind not in "biuf":
        return ""
    if values.dtype.kind == "b":
        if values.size == 1:
            return str(bool(values.reshape(-1)[0]))
        return f"{100 * float(values.mean()):.3g} % True"
    finite = values if values.dtype.kind != "f" else values[numpy.isfinite(values)]
    if finite.size == 0:
        return "nan"
    low, high = _number(finite.min().item()), _number(finite.max().item())
    span = low if low == high else f"{low} … {high}"
    odd = values.size - finite.size
    return f"{span}, {odd} nan/inf" if odd else span


def _span_of_items(items: Iterable[object]) -> str:
    if isinstance(items, dict):
        return ""
    some = list(islice(items, _MOST_ITEMS))
    if not some or any(type(item) not in (int, float) for item in some):
        return ""
    low, high = _number(min(some)), _number(max(some))  # type: ignore[type-var]
    return low if low == high else f"{low} … {high}"


def _number(value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        digits = int(value.bit_length() * 0.30103)
        return str(value) if digits < _WIDTH // 2 else f"10^{digits}"
    if isinstance(value, float):
        return f"{value:.6g}"
    return _clipped(str(value))


def _clipped(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
