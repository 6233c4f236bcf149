"""Setting a value of a program: the literal of a top-level assignment is replaced, nothing else."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mlmath_tutor.content.parameters import Value

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")

_NOISE = 8

Trouble = Literal["program", "missing", "kind", "lines"]


class ParameterError(ValueError):
    """A value cannot be set.

    Attributes:
        name: the parameter.
        trouble: `program` if the source is not Python; `missing` if no top-level assignment
            gives the name a literal; `kind` if the value is of another kind than the
            literal (number, string, truth value); `lines` if the literal is written over
            several lines.
    """

    def __init__(self, name: str, trouble: Trouble) -> None:
        super().__init__(f"{name}: {trouble}")
        self.name = name
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class _Literal:
    """A literal of the source: its value, and the node that holds its place."""

    value: Value
    node: ast.expr


def literals(source: str) -> dict[str, Value]:
    """Return the names that can be set, with the values the source gives them.

    Raises:
        ParameterError: the source is not Python.
    """
    return {name: literal.value for name, literal in _found(source).items()}


def set_values(source: str, values: Mapping[str, Value]) -> str:
    """Return `source` with the literals of the given names replaced.

    Of several assignments to a name the first counts. Every other character stays, and
    so do the line numbers.

    Raises:
        ParameterError: a value cannot be set; `trouble` says why.
    """
    if not values:
        return source
    found = _found(source)
    changes: dict[tuple[int, int], tuple[_Literal, Value]] = {}
    for name, value in values.items():
        literal = found.get(name)
        if literal is None:
            raise ParameterError(name, "missing")
        if _kind(value) != _kind(literal.value):
            raise ParameterError(name, "kind")
        if literal.node.lineno != literal.node.end_lineno:
            raise ParameterError(name, "lines")
        changes[literal.node.lineno, literal.node.col_offset] = (literal, value)
    lines = _LINE.findall(source)
    # From right to left, so that the columns of those still to come stay right.
    for (row, _), (literal, value) in sorted(changes.items(), reverse=True):
        lines[row - 1] = _replaced(lines[row - 1], literal, value)
    return "".join(lines)


def _replaced(line: str, literal: _Literal, value: Value) -> str:
    data = line.encode()  # the columns of `ast` count UTF-8 bytes
    start, end = literal.node.col_offset, literal.node.end_col_offset
    old = data[start:end].decode()
    return (data[:start] + _written(value, literal.value, old).encode() + data[end:]).decode()


def _found(source: str) -> dict[str, _Literal]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        raise ParameterError("", "program") from error
    found: dict[str, _Literal] = {}
    for name, node in _assigned(tree.body):
        value = _value(node)
        if value is not None:
            found.setdefault(name, _Literal(value, node))
    return found


def _assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name assigned at the top level, with its own part of the right-hand side."""
    for statement in body:
        match statement:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _paired(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from _paired(target, value)


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, value
        case ((ast.Tuple() | ast.List()), (ast.Tuple() | ast.List())):
            if len(target.elts) == len(value.elts) and not any(
                isinstance(each, ast.Starred) for each in (*target.elts, *value.elts)
            ):
                for inner, part in zip(target.elts, value.elts, strict=True):
                    yield from _paired(inner, part)


def _value(node: ast.expr) -> Value | None:
    match node:
        case ast.Constant(value=bool() | int() | float() | str() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return None if isinstance(value, bool) else -value
        case _:
            return None


def _kind(value: Value) -> type:
    if isinstance(value, bool | str):
        return type(value)
    return float


def _written(value: Value, before: Value, old: str) -> str:
    """Return `value` as a literal in the style of the one it replaces."""
    if isinstance(value, str):
        return _quoted(value, old)
    if isinstance(value, bool):
        return str(value)
    if not math.isfinite(value):
        return f'float("{value}")'
    if isinstance(before, int) and value == int(value):
        whole = int(value)
        return f"{whole:_}" if "_" in old else str(whole)
    return _decimal(float(value))


def _decimal(value: float) -> str:
    """Return a float without the noise of a sum's last digits: 0.1 + 0.2 is `0.3`."""
    short = f"{value:.12g}"
    if abs(float(short) - value) > _NOISE * math.ulp(value):
        short = repr(value)
    mantissa, e, exponent = short.partition("e")
    if e:
        return f"{mantissa}e{int(exponent)}"
    return short if "." in short else f"{short}.0"


def _quoted(value: str, old: str) -> str:
    written = repr(value)
    if old.startswith('"') and '"' not in value and written.startswith("'"):
        return f'"{written[1:-1]}"'
    return written
