"""Which explanation fits a common error: a key of the app's words, and its values.

The words themselves (area `runs`) live with the app; what runs here only names them.
"""

from __future__ import annotations

import builtins
import difflib
import re
import sys
from typing import Any, NamedTuple

from mlmath_tutor.engine.runner.child.results import shape_of

Scope = dict[str, Any]


class Hint(NamedTuple):
    """An explanation: key and values; `missing` names a package that is not installed."""

    key: str
    values: dict[str, str]
    missing: str | None = None


class Rule(NamedTuple):
    """An error is explained by `key` if its type has this name and its message matches.

    The named groups of `pattern` are the values; `(?P<left>…)` and `(?P<right>…)` that
    are shapes are given together with the name of the variable that has that shape.
    """

    error: str
    pattern: re.Pattern[str]
    key: str


def _rule(error: str, key: str, pattern: str = "") -> Rule:
    return Rule(error, re.compile(pattern, re.DOTALL), f"runs.hint.{key}")


RULES = (
    # NumPy
    _rule(
        "ValueError",
        "broadcast",
        r"could not be broadcast together with shapes (?P<left>\(.*?\)) (?P<right>\(.*?\))",
    ),
    _rule(
        "ValueError",
        "matmul",
        r"matmul: Input operand 1 has a mismatch .*"
        r"\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)",
    ),
    _rule("ValueError", "product", r"shapes (?P<left>\(.*?\)) and (?P<right>\(.*?\)) not aligned"),
    _rule(
        "ValueError",
        "reshape",
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
    ),
    _rule("ValueError", "truth", r"truth value of an array with more than one element"),
    _rule("ValueError", "ragged", r"setting an array element with a sequence"),
    _rule("ValueError", "concatenate", r"all the input array dimensions except for the concat"),
    _rule("LinAlgError", "singular", r"[Ss]ingular matrix"),
    _rule("LinAlgError", "positive-definite", r"not positive definite"),
    _rule("LinAlgError", "square", r"must be square"),
    _rule("TypeError", "scalar", r"only (length-1|0-dimensional) arrays can be converted"),
    _rule("TypeError", "index-type", r"only integer scalar arrays can be converted"),
    _rule(
        "IndexError",
        "index-axis",
        r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
    ),
    _rule(
        "IndexError",
        "too-many-indices",
        r"array is (?P<dimensions>\d+)-dimensional, but (?P<given>\d+) were indexed",
    ),
    _rule("IndexError", "index-type", r"only integers, slices|must be of integer"),
    # Matplotlib
    _rule(
        "ValueError",
        "plot-lengths",
        r"same first dimension, but have shapes (?P<left>\(.*?\)) and (?P<right>\(.*?\))",
    ),
    # scikit-learn
    _rule("ValueError", "one-dimensional", r"Expected 2D array, got 1D array instead"),
    _rule(
        "ValueError",
        "samples",
        r"inconsistent numbers of samples: \[(?P<left>\d+), (?P<right>\d+)\]",
    ),
    _rule("NotFittedError", "not-fitted", r"This (?P<name>\w+) instance is not fitted"),
    _rule("ValueError", "nan", r"contains NaN|contains infinity"),
    # PyTorch
    _rule(
        "RuntimeError",
        "product",
        r"mat1 and mat2 shapes cannot be multiplied \((?P<left>\S+) and (?P<right>\S+)\)",
    ),
    _rule(
        "RuntimeError",
        "sizes",
        r"size of tensor a \((?P<left>\d+)\) must match the size of tensor b \((?P<right>\d+)\)",
    ),
    _rule("RuntimeError", "requires-grad", r"element 0 of tensors does not require grad"),
    _rule("RuntimeError", "backward-twice", r"backward through the graph a second time"),
    _rule(
        "RuntimeError", "in-place", r"leaf Variable that requires grad is being used in an in-pl"
    ),
    _rule("RuntimeError", "detach", r"Can't call numpy\(\) on Tensor that requires grad"),
    _rule("RuntimeError", "scalar-loss", r"grad can be implicitly created only for scalar outputs"),
    _rule(
        "RuntimeError",
        "dtype",
        r"(expected scalar type|same dtype, but got:?) "
        r"(?P<left>\w+) (but found|!=|and) (?P<right>\w+)",
    ),
    # Python
    _rule("ZeroDivisionError", "zero"),
    _rule("RecursionError", "recursion"),
    _rule("EOFError", "input"),
    _rule("OSError", "file-size", r"File too large"),
    _rule("FileNotFoundError", "file"),
    _rule("PermissionError", "fenced"),
    _rule("URLError", "fenced", r"Permission denied"),
    _rule("AssertionError", "assert"),
    _rule("KeyError", "key", r"(?P<name>.+)"),
    _rule("ValueError", "domain", r"math domain error|expected a (positive|nonnegative) input"),
    _rule("OverflowError", "overflow"),
    _rule("ValueError", "number", r"(invalid literal for int|could not convert string to float)"),
    _rule(
        "ValueError",
        "unpack",
        r"(too many|not enough) values to unpack \(expected (at least )?(?P<expected>\d+)",
    ),
    _rule("UnboundLocalError", "unbound", r"variable '(?P<name>\w+)'"),
    _rule("IndexError", "index", r"index out of range"),
    _rule("TypeError", "none", r"NoneType"),
    _rule("AttributeError", "none", r"^'NoneType' object has no attribute"),
    _rule("TypeError", "not-callable", r"^'(?P<type>[\w.]+)' object is not callable"),
    _rule("TypeError", "index-type", r"indices must be integers"),
    _rule("TypeError", "text-number", r'can only concatenate str \(not "(?P<type>\w+)"\) to str'),
    _rule(
        "TypeError",
        "operand",
        r"unsupported operand type\(s\) for (?P<operator>\S+).*: "
        r"'(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
    ),
    _rule("TypeError", "arguments-missing", r"missing \d+ required .*argument"),
    _rule(
        "TypeError",
        "arguments-many",
        r"takes (?P<takes>.+?) positional arguments? but (?P<given>\d+) (was|were) given",
    ),
    _rule(
        "TypeError",
        "operand",
        r"'(?P<operator>\S+)' not supported between instances of "
        r"'(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'",
    ),
    _rule("TypeError", "keyword", r"unexpected keyword argument '(?P<name>\w+)'"),
    _rule("TypeError", "keyword", r"'(?P<name>\w+)' is an invalid keyword argument"),
    _rule(
        "ImportError",
        "import-name",
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
    ),
    _rule("IndentationError", "indent"),
    _rule("SyntaxError", "colon", r"expected ':'"),
    _rule("SyntaxError", "bracket", r"'(?P<bracket>.)' was never closed"),
    _rule("SyntaxError", "unmatched", r"unmatched '(?P<bracket>.)'|does not match opening"),
    _rule("SyntaxError", "quote", r"unterminated (triple-quoted )?(f-)?string literal"),
    _rule("SyntaxError", "equals", r"Maybe you meant '=='|cannot assign to"),
    _rule("SyntaxError", "comma", r"forgot a comma"),
    _rule("SyntaxError", "print", r"Missing parentheses in call"),
    _rule("SyntaxError", "syntax"),
)

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

_KNOWN_LIBRARIES = ("numpy", "scipy", "sklearn", "torch", "matplotlib", "pandas", "sympy")


def hint_for(error: BaseException, message: str, scope: Scope, words: list[str]) -> Hint | None:
    """Return the explanation of `error`, if it is a common one.

    Args:
        message: the error's own text.
        scope: the variables seen from the failing line.
        words: the words on that line, in order.
    """
    match error:
        case ModuleNotFoundError():
            return _module(error)
        case NameError() if not isinstance(error, UnboundLocalError):
            return _name(error, scope)
        case AttributeError(obj=owner) if type(error) is AttributeError and owner is not None:
            return _attribute(error)
    kinds = {kind.__name__ for kind in type(error).__mro__}
    for rule in RULES:
        found = rule.pattern.search(message) if rule.error in kinds else None
        if found:
            values = {name: value or "" for name, value in found.groupdict().items()}
            return Hint(rule.key, _with_names(values, scope, words))
    return None


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
    if similar := _similar(name, [*scope, *dir(builtins)]):
        return Hint("runs.hint.name-similar", {"name": name, "similar": similar})
    return Hint("runs.hint.name", {"name": name})


def _attribute(error: AttributeError) -> Hint | None:
    """Explain a missing attribute of a module or of a class (`dir` runs no code of its own)."""
    owner, name = error.obj, error.name
    if not name:
        return None
    known = vars(owner) if isinstance(owner, type(sys)) else dir(type(owner))
    if similar := _similar(name, known):
        return Hint("runs.hint.attribute-similar", {"name": name, "similar": similar})
    return Hint("runs.hint.attribute", {"name": name, "type": type(owner).__name__})


def _similar(name: str, known: Any) -> str | None:
    public = [each for each in known if isinstance(each, str) and not each.startswith("_")]
    same = [each for each in public if each.lower() == name.lower() and each != name]
    near = same or difflib.get_close_matches(name, public, n=1, cutoff=0.7)
    return near[0] if near else None
