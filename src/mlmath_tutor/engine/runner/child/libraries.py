"""Which libraries are loaded before a program's clock starts."""

from __future__ import annotations

import ast
import importlib
import sys
from contextlib import suppress

BACKEND = "mlmath_tutor.engine.runner.child.backend"

WARM = ("json", "numpy", "numpy.random", "numpy.linalg", "matplotlib.pyplot", BACKEND)
"""What a waiting process loads, in this order."""

_HEAVY = frozenset({"numpy", "matplotlib", "scipy", "sklearn", "torch", "pandas", "sympy"})


def load(name: str) -> None:
    """Import a library if that is possible."""
    # A library may fail to load in any way; if the program needs it, its own import tells.
    with suppress(Exception):
        importlib.import_module(name)


def load_heavy_imports(code: str) -> None:
    """Import the large libraries that `code` imports.

    Loading them takes seconds on a slow machine, which is no fault of the program: it is
    not held against its time, nor its memory.
    """
    for name in _imported(code):
        if name.partition(".")[0] in _HEAVY:
            load(name)
    if "matplotlib.pyplot" in sys.modules:
        load(BACKEND)


def _imported(code: str) -> list[str]:
    """Return the dotted names imported; those of `from a import b` as `a` and `a.b`."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []  # reported when the program is compiled
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names
