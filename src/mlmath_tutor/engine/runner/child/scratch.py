"""Evaluating a few lines in the namespace of a program that has run, as a prompt would."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

NAME = "<scratch>"
"""The file name of such lines in a traceback."""


def evaluate(code: str, namespace: dict[str, Any], show: Callable[[str], object]) -> None:
    """Run `code`; if it ends with an expression, show its value and call it `_`.

    Raises:
        BaseException: whatever the lines raise, `SyntaxError` among others.
    """
    tree = ast.parse(code, NAME)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, NAME, "exec", dont_inherit=True), namespace)
    if not isinstance(last, ast.Expr):
        return
    value = eval(compile(ast.Expression(last.value), NAME, "eval", dont_inherit=True), namespace)
    if value is not None:
        namespace["_"] = value
        show(f"{value!r}\n")
