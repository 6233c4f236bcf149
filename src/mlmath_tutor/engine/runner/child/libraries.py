"""Loading a program's libraries before its clock starts."""

from __future__ import annotations

import importlib
import re
import sys
from contextlib import suppress

BACKEND = "mlmath_tutor.engine.runner.child.backend"

_HEAVY = frozenset({"numpy", "matplotlib", "scipy", "sklearn", "torch", "pandas", "sympy"})
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?([\w, \t]+)|import[ \t]+([\w., \t]+))",
    re.MULTILINE,
)


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
    for name in imported(code):
        if name.partition(".")[0] in _HEAVY:
            load(name)
    if "matplotlib.pyplot" in sys.modules:
        load(BACKEND)


def imported(code: str) -> list[str]:
    """Return the dotted names that `code` imports; those of `from a import b` as `a` and `a.b`."""
    names: list[str] = []
    for module, parts, modules in _IMPORT.findall(code):
        if module:
            names.append(module)
            names += [f"{module}.{part.split()[0]}" for part in parts.split(",") if part.strip()]
        names += [each.split()[0] for each in modules.split(",") if each.strip()]
    return names
