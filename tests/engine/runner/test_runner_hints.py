"""Common errors are explained: each with its line and one sentence in both languages."""

from __future__ import annotations

import asyncio

import pytest

from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Job, Limits, Runner
from mlmath_tutor.i18n import say

NUMPY = "import numpy as np\n"
LINEAR = "import torch\nfrom torch import nn\n"
LINEAR_MODEL = "from sklearn.linear_model import LinearRegression, LogisticRegression\n"

# code, type of the error, its line, key of the hint after `runs.hint.`, values it must name
COMMON = [
    (NUMPY + "a, b = np.ones(5), np.ones(3)\na + b", "ValueError", 3, "broadcast", "a (5,) b (3,)"),
    (NUMPY + "np.ones((2, 3)) @ np.ones((2, 3))", "ValueError", 2, "matmul", "3 2"),
    (NUMPY + "np.ones((2, 3)).dot(np.ones((2, 3)))", "ValueError", 2, "product", "(2,3)"),
    (NUMPY + "np.arange(6).reshape(4, 2)", "ValueError", 2, "reshape", "6 (4,2)"),
    (NUMPY + "if np.ones(3):\n    pass", "ValueError", 2, "truth", ""),
    (NUMPY + "np.linalg.inv(np.zeros((2, 2)))", "LinAlgError", 2, "singular", ""),
    (NUMPY + "np.linalg.cholesky(-np.eye(2))", "LinAlgError", 2, "positive-definite", ""),
    (NUMPY + "np.ones(3)[5]", "IndexError", 2, "index-axis", "5 0 3"),
    (NUMPY + "np.ones(3)[1, 2]", "IndexError", 2, "too-many-indices", "1 2"),
    (NUMPY + "np.ones(3)[1.5]", "IndexError", 2, "index-type", ""),
    (NUMPY + "np.ones(3).shap", "AttributeError", 2, "attribute-similar", "shap shape"),
    (NUMPY + "import math\nmath.exp(np.ones(3))", "TypeError", 3, "scalar", ""),
    ("x = np.ones(3)", "NameError", 1, "name-import", "np import numpy as np"),
    ("total = 1\ntotl + 1", "NameError", 2, "name-similar", "totl total"),
    ("quux", "NameError", 1, "name", "quux"),
    ("def f():\n    n += 1\nf()", "UnboundLocalError", 2, "unbound", "n"),
    ("[1, 2][2]", "IndexError", 1, "index", ""),
    ("[1, 2][0.5]", "TypeError", 1, "index-type", ""),
    ("1 / 0", "ZeroDivisionError", 1, "zero", ""),
    ("x = [3, 1].sort()\nx[0]", "TypeError", 2, "none", ""),
    ("x = None\nx.append(1)", "AttributeError", 2, "none", ""),
    ("x = [3]\nx(0)", "TypeError", 2, "not-callable", "list"),
    ("'a' + 1", "TypeError", 1, "text-number", "int"),
    ("1 + [2]", "TypeError", 1, "list-arithmetic", "+"),
    ("1 < 'a'", "TypeError", 1, "operand", "< int str"),
    ("def f(a): pass\nf(b=1)", "TypeError", 2, "keyword", "b"),
    ("def f(a, b): pass\nf(1)", "TypeError", 2, "arguments-missing", ""),
    ("def f(a): pass\nf(1, 2)", "TypeError", 2, "arguments-many", "1 2"),
    ("sorted([1], revers=True)", "TypeError", 1, "keyword", "revers"),
    ("{'a': 1}['b']", "KeyError", 1, "key", "'b'"),
    ("int('3.5')", "ValueError", 1, "integer-text", ""),
    ("int('3 apples')", "ValueError", 1, "number", ""),
    ("a, b = 1, 2, 3", "ValueError", 1, "unpack", "2"),
    ("import math\nmath.log(-1)", "ValueError", 2, "domain", ""),
    ("import math\nmath.exp(1000)", "OverflowError", 2, "overflow", ""),
    ("assert 1 == 2", "AssertionError", 1, "assert", ""),
    ("open('data.csv')", "FileNotFoundError", 1, "file", ""),
    ("name = input('name? ')", "EOFError", 1, "input", ""),
    ("import nosuchlibrary", "ModuleNotFoundError", 1, "missing", "nosuchlibrary"),
    ("import nunpy", "ModuleNotFoundError", 1, "module-similar", "nunpy numpy"),
    ("import json.nothing", "ModuleNotFoundError", 1, "submodule", "json.nothing json"),
    ("from json import quux", "ImportError", 1, "import-name", "quux json"),
    ("for i in range(3)\n    print(i)", "SyntaxError", 1, "colon", ""),
    ("print((1, 2)\nx = 1", "SyntaxError", 1, "bracket", "("),
    ("x = 'abc", "SyntaxError", 1, "quote", ""),
    ("x = 1\nif x = 1:\n    pass", "SyntaxError", 2, "equals", ""),
    ("if True:\nx = 1", "IndentationError", 2, "indent", ""),
    ("x = 1 +* 2", "SyntaxError", 1, "syntax", ""),
    (
        LINEAR_MODEL + "LinearRegression().fit([1, 2], [1, 2])",
        "ValueError",
        2,
        "one-dimensional",
        "",
    ),
    (
        LINEAR_MODEL + "LinearRegression().predict([[1]])",
        "NotFittedError",
        2,
        "not-fitted",
        "LinearRegression",
    ),
    (NUMPY + "x = np.zeros(3)\nx[:] = np.ones(4)", "ValueError", 3, "into", "(4,) (3,)"),
    (NUMPY + "np.ones(3).sum(axis=1)", "AxisError", 2, "axis", "1"),
    (NUMPY + "np.ones(3)[np.array([True, False])]", "IndexError", 2, "mask", "2 0 3"),
    (NUMPY + "np.einsum('ij,jk', np.ones((2, 3)), np.ones((2, 3)))", "ValueError", 2, "einsum", ""),
    (NUMPY + "np.hstack([np.ones((2, 3)), np.ones(3)])", "ValueError", 2, "join-dimensions", "2 1"),
    (NUMPY + "np.zeros(2, 3)", "TypeError", 2, "shape-tuple", ""),
    (NUMPY + "x = np.arange(3)\nx += 0.5", "UFuncTypeError", 3, "cast-in-place", ""),
    (NUMPY + "np.arange(1, 3) ** -1", "ValueError", 2, "integer-power", ""),
    (NUMPY + "np.array(['1']) + 1", "UFuncTypeError", 2, "array-of-text", ""),
    (NUMPY + "np.array([]).max()", "ValueError", 2, "empty", ""),
    (NUMPY + "np.arange(3).append(3)", "AttributeError", 2, "array-append", ""),
    (NUMPY + "np.random.default_rng().normal(0, -1)", "ValueError", 2, "negative-scale", ""),
    (
        NUMPY + "np.random.default_rng().choice(2, p=[0.5, 0.6])",
        "ValueError",
        2,
        "probabilities",
        "",
    ),
    (NUMPY + "np.random.default_rng().integers(5, 2)", "ValueError", 2, "low-high", ""),
    (NUMPY + "x = np.ones(2)\nf'{x:.2f}'", "TypeError", 3, "format", ""),
    ("[1, 2].shape", "AttributeError", 1, "list-array", "shape"),
    ("[1, 2] / 2", "TypeError", 1, "list-arithmetic", "/"),
    ("x = [1]\nx **= 2", "TypeError", 2, "list-arithmetic", "**"),
    ("[1, 2] * 0.5", "TypeError", 1, "list-times", ""),
    ("2.0 ^ 3", "TypeError", 1, "power", ""),
    ("x = 3\nx(2)", "TypeError", 2, "times-call", ""),
    ("import math\nmath(2)", "TypeError", 2, "module-call", ""),
    ("class A:\n    def f(): pass\nA().f()", "TypeError", 3, "self", ""),
    ("print(total)\ntotal = 3", "NameError", 1, "name-later", "total 2"),
    ("f(1)\ndef f(x): pass", "NameError", 1, "name-later", "f 2"),
    ("print(a)\nx, a = 1, 2", "NameError", 1, "name-later", "a 2"),
    ("print(a)\nb = 2\nb == a", "NameError", 1, "name", "a"),
    ("[1]['a']", "TypeError", 1, "index-text", ""),
    ("{'a': 1}.a", "AttributeError", 1, "dict-key", 'd["a"]'),
    ("(1, 2)[0:1][0:1]; t = (1,)\nt[0] = 2", "TypeError", 2, "immutable", "tuple"),
    ("for i in 5: pass", "TypeError", 1, "not-iterable", "int"),
    ("a, b = 5", "TypeError", 1, "not-iterable", "int"),
    ("len(5)", "TypeError", 1, "no-length", "int"),
    ("range(2.5)", "TypeError", 1, "integer-needed", "float"),
    ("{[1]: 2}", "TypeError", 1, "unhashable", "list"),
    ("next(iter([]))", "StopIteration", 1, "exhausted", ""),
    ("max([])", "ValueError", 1, "empty", ""),
    ("[1].index(2)", "ValueError", 1, "not-in-list", ""),
    ("f'{\"a\":.2f}'", "ValueError", 1, "format", ""),
    ("from json import lodas", "ImportError", 1, "import-similar", "lodas json loads"),
    ("print（1）", "SyntaxError", 1, "full-width", "（ ("),
    ("x = 3 × 2", "SyntaxError", 1, "full-width", "× *"),
    ("x = [1，2]", "SyntaxError", 1, "full-width", "， ,"),
    ("print(“a”)", "SyntaxError", 1, "full-width", '“ "'),
    ("x =\u30003", "SyntaxError", 1, "full-width-space", ""),
    ("x = ∞", "SyntaxError", 1, "character", "∞"),
    ("x = 1\nx++", "SyntaxError", 2, "increment", ""),
    ("if 1:\n    pass\nelse if 2:\n    pass", "SyntaxError", 3, "elif", ""),
    ("return 3", "SyntaxError", 1, "outside-function", "return"),
    ("break", "SyntaxError", 1, "outside-loop", "break"),
    ("x = 3\ny = 2x", "SyntaxError", 2, "times", ""),
    (
        "import matplotlib.pyplot as plt\nplt.scatter([1, 2], [1])",
        "ValueError",
        2,
        "plot-sizes",
        "",
    ),
    ("import matplotlib.pyplot as plt\nplt.plot([1], c='bluu')", "ValueError", 2, "colour", ""),
    (
        "import matplotlib.pyplot as plt\nplt.plot([1], colr='b')",
        "AttributeError",
        2,
        "keyword",
        "colr",
    ),
    (
        "from scipy.optimize import brentq\nbrentq(lambda x: x * x + 1, 0, 1)",
        "ValueError",
        2,
        "bracketing",
        "",
    ),
    (
        LINEAR_MODEL + "LinearRegression().fit([[1], [2]], [1, 2]).predict([[1, 2]])",
        "ValueError",
        2,
        "features",
        "1 2",
    ),
    (
        LINEAR_MODEL + "LogisticRegression().fit([[1], [2]], [0, 0])",
        "ValueError",
        2,
        "one-class",
        "",
    ),
    (
        LINEAR_MODEL + "LogisticRegression().fit([[1], [2]], [0.5, 0.25])",
        "ValueError",
        2,
        "classes",
        "",
    ),
    (LINEAR + "nn.Linear(4, 2)(torch.ones(5, 3))", "RuntimeError", 3, "linear", "4 3"),
    (LINEAR + "nn.Linear(4, 2)(torch.ones(3))", "RuntimeError", 3, "linear", "4 3"),
    (LINEAR + "w = torch.ones(2, requires_grad=True)\nw.grad + 1", "TypeError", 4, "grad-none", ""),
    (LINEAR + "torch.ones(2, requires_grad=True).grad.shape", "AttributeError", 3, "grad-none", ""),
    (
        LINEAR + "class M(nn.Module):\n    def __init__(self): self.l = nn.Linear(1, 1)\nM()",
        "AttributeError",
        4,
        "super-init",
        "",
    ),
]


@pytest.fixture(scope="module")
def common_runs(runs_folder):
    """Run all of them, a few at a time."""

    async def run_all() -> list[Ran]:
        runner = Runner(folder=runs_folder)
        few = asyncio.Semaphore(4)

        async def one(code: str) -> Ran:
            async with few:
                job = Job(code, limits=Limits(seconds=60))
                return Ran([event async for event in runner.run(job)])

        return await asyncio.gather(*(one(code) for code, *_ in COMMON))

    return {row[0]: ran for row, ran in zip(COMMON, asyncio.run(run_all()), strict=True)}


@pytest.mark.parametrize(("code", "error", "line", "key", "values"), COMMON)
def test_common_errors_are_explained(common_runs, code, error, line, key, values):
    failure = common_runs[code].failure
    assert (failure.error, failure.line, failure.hint) == (error, line, f"runs.hint.{key}")
    english = say("en", failure.hint, **failure.hint_values)
    for value in values.split():
        assert value in english
    assert say("ja", failure.hint, **failure.hint_values) != english
    assert common_runs[code].summary.ended == "failure"
