"""Which explanation fits a common error: a key of the app's words, and its values.

The words themselves (area `runs`) live with the app; what runs here only names them.
"""

from __future__ import annotations

import builtins
import difflib
import linecache
import re
import sys
import types
import unicodedata
from typing import Any, NamedTuple

from mlmath_tutor.engine.runner.child import library_rules, python_rules
from mlmath_tutor.engine.runner.child.results import shape_of

Scope = dict[str, Any]


class Hint(NamedTuple):
    """An explanation: key and values; `missing` names a package that is not installed."""

    key: str
    values: dict[str, str]
    missing: str | None = None


RULES = (*library_rules.RULES, *python_rules.RULES)

_USUAL_IMPORTS = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
} | {name: f"import {name}" for name in ("numpy", "scipy", "sklearn", "torch", "math", "random")}

_PACKAGES = {
    "sklearn": "scikit-learn",
    "PIL": "pillow",
    "cv2": "opencv-python",
    "yaml": "PyYAML",
    "skimage": "scikit-image",
    "bs4": "beautifulsoup4",
}

_OF_ARRAYS = frozenset(
    {"T", "argmax", "argmin", "astype", "dot", "dtype", "flatten", "max", "mean", "min", "ndim"}
    | {"ravel", "reshape", "shape", "size", "std", "sum", "transpose", "var"}
)

_TYPOGRAPHIC = {
    **dict.fromkeys("“”„«»〝〟", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("−–—‐ー", "-"),
    **dict.fromkeys("×·⋅✕", "*"),
    "÷": "/",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "、": ",",
    "。": ".",
    "「": "[",
    "」": "]",
    "【": "[",
    "】": "]",
}

_KNOWN_LIBRARIES = ("numpy", "scipy", "sklearn", "torch", "matplotlib", "pandas", "sympy")


def hint_for(error: BaseException, message: str, scope: Scope, words: list[str]) -> Hint | None:
    """Return the explanation of `error`, if it is a common one.

    Args:
        message: the error's own text.
        scope: the variables seen from the failing line.
        words: the words on that line, in order.
    """
    if (special := _special(error, message, scope)) is not None:
        return special
    kinds = {kind.__name__ for kind in type(error).__mro__}
    files = _files(error.__traceback__)
    for rule in RULES:
        if rule.error not in kinds or (rule.word and rule.word not in words):
            continue
        if rule.through and not any(file.endswith(rule.through) for file in files):
            continue
        if found := rule.pattern.search(message):
            values = {name: value or "" for name, value in found.groupdict().items()}
            return Hint(rule.key, _with_names(values, scope, words))
    return None


def _special(error: BaseException, message: str, scope: Scope) -> Hint | None:
    """Return the explanation of an error that has more to tell than its message."""
    match error:
        case ModuleNotFoundError():
            return _module(error)
        case ImportError():
            return _imported_name(message)
        case NameError() if not isinstance(error, UnboundLocalError):
            return _name(error, scope)
        case AttributeError(obj=owner) if type(error) is AttributeError and owner is not None:
            return _attribute(error)
        case SyntaxError():
            return _unreadable(error, message)
    return None


def _files(trace: types.TracebackType | None) -> list[str]:
    files = []
    while trace is not None:
        files.append(trace.tb_frame.f_code.co_filename.replace("\\", "/"))
        trace = trace.tb_next
    return files


def _with_names(values: dict[str, str], scope: Scope, words: list[str]) -> dict[str, str]:
    """Put the name of the variable that has it before a shape, where only one has it."""
    for side in ("left", "right"):
        shape = values.get(side, "")
        having = [word for word in words if word in scope and str(shape_of(scope[word])) == shape]
        if shape.startswith("(") and len(having) == 1:
            values[side] = f"{having[0]} {shape}"
    return values


def _module(error: ModuleNotFoundError) -> Hint | None:
    name = error.name or ""
    top = name.partition(".")[0]
    if not top:
        return None
    if top in sys.modules:
        return Hint("runs.hint.submodule", {"name": name, "library": top})
    near = difflib.get_close_matches(top, _KNOWN_LIBRARIES, n=1, cutoff=0.75)
    if near and near[0] != top:
        return Hint("runs.hint.module-similar", {"name": top, "similar": near[0]})
    package = _PACKAGES.get(top, top)
    return Hint("runs.hint.missing", {"library": top, "package": package}, missing=package)


def _name(error: NameError, scope: Scope) -> Hint | None:
    name = error.name
    if not name:
        return None
    if name in _USUAL_IMPORTS:
        return Hint("runs.hint.name-import", {"name": name, "statement": _USUAL_IMPORTS[name]})
    if (later := _assigned_later(name, error.__traceback__)) is not None:
        return Hint("runs.hint.name-later", {"name": name, "line": str(later)})
    if similar := _similar(name, [*scope, *dir(builtins)]):
        return Hint("runs.hint.name-similar", {"name": name, "similar": similar})
    return Hint("runs.hint.name", {"name": name})


def _assigned_later(name: str, trace: types.TracebackType | None) -> int | None:
    """Return the line, after the one that failed, in which the name gets its value."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return None
    gets_it = re.compile(
        rf"(def|class) +{name}\b|import .*\b{name} *$|([\w, ]*,)? *{name} *(, *[\w, ]*)?=(?!=)"
    )
    lines = linecache.getlines(trace.tb_frame.f_code.co_filename)
    after = range(trace.tb_lineno + 1, len(lines) + 1)
    return next((at for at in after if gets_it.match(lines[at - 1])), None)


def _imported_name(message: str) -> Hint | None:
    """Explain a name that a module does not have, where it has a similar one."""
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", message)
    module = sys.modules.get(found[2]) if found else None
    similar = _similar(found[1], vars(module)) if found and module else None
    if not found or not similar:
        return None
    values = {"name": found[1], "module": found[2], "similar": similar}
    return Hint("runs.hint.import-similar", values)


def _unreadable(error: SyntaxError, message: str) -> Hint | None:
    """Explain what only the line or the character itself shows."""
    if found := re.search(r"invalid (?:non-printable )?character .*U\+([0-9A-F]+)", message):
        return _character(chr(int(found[1], 16)))
    line = error.text or ""
    if re.search(r"(\+\+|--)\s*(#.*)?$", line):
        return Hint("runs.hint.increment", {})
    if re.match(r"\s*else\s+if\b", line):
        return Hint("runs.hint.elif", {})
    return None


def _character(sign: str) -> Hint:
    if sign.isspace():
        return Hint("runs.hint.full-width-space", {})
    plain = _TYPOGRAPHIC.get(sign) or unicodedata.normalize("NFKC", sign)
    if plain.isascii():
        return Hint("runs.hint.full-width", {"sign": sign, "plain": plain})
    return Hint("runs.hint.character", {"sign": sign if sign.isprintable() else ascii(sign)})


def _attribute(error: AttributeError) -> Hint | None:
    """Explain a missing attribute of a module or of a class (`dir` runs no code of its own)."""
    owner, name = error.obj, error.name
    if not name:
        return None
    if isinstance(owner, list | tuple) and name in _OF_ARRAYS:
        return Hint("runs.hint.list-array", {"name": name})
    if isinstance(owner, dict) and name in owner:
        return Hint("runs.hint.dict-key", {"name": name})
    if type(owner).__name__ == "ndarray" and name in ("append", "extend"):
        return Hint("runs.hint.array-append", {})
    known = vars(owner) if isinstance(owner, type(sys)) else dir(type(owner))
    if similar := _similar(name, known):
        return Hint("runs.hint.attribute-similar", {"name": name, "similar": similar})
    return Hint("runs.hint.attribute", {"name": name, "type": type(owner).__name__})


def _similar(name: str, known: Any) -> str | None:
    public = [each for each in known if isinstance(each, str) and not each.startswith("_")]
    same = [each for each in public if each.lower() == name.lower() and each != name]
    near = same or difflib.get_close_matches(name, public, n=1, cutoff=0.7)
    return near[0] if near else None
