"""Exceptions as the learner reads them: Python's words, the line, a hint in both languages."""

from __future__ import annotations

import ast
import asyncio
from string import Formatter

import pytest

from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Job, Limits, Runner, Variable
from mlmath_tutor.engine.runner.child import hints
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.i18n import say
from mlmath_tutor.i18n.runs import WORDS

NUMPY = "import numpy as np\n"

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
    ("x = 3\nx(2)", "TypeError", 2, "not-callable", "int"),
    ("'a' + 1", "TypeError", 1, "text-number", "int"),
    ("1 + [2]", "TypeError", 1, "operand", "+ int list"),
    ("1 < 'a'", "TypeError", 1, "operand", "< int str"),
    ("def f(a): pass\nf(b=1)", "TypeError", 2, "keyword", "b"),
    ("def f(a, b): pass\nf(1)", "TypeError", 2, "arguments-missing", ""),
    ("def f(a): pass\nf(1, 2)", "TypeError", 2, "arguments-many", "1 2"),
    ("sorted([1], revers=True)", "TypeError", 1, "keyword", "revers"),
    ("{'a': 1}['b']", "KeyError", 1, "key", "'b'"),
    ("int('3.5')", "ValueError", 1, "number", ""),
    ("a, b = 1, 2, 3", "ValueError", 1, "unpack", "2"),
    ("import math\nmath.log(-1)", "ValueError", 2, "domain", ""),
    ("import math\nmath.exp(1000)", "OverflowError", 2, "overflow", ""),
    ("assert 1 == 2", "AssertionError", 1, "assert", ""),
    ("open('data.csv')", "FileNotFoundError", 1, "file", ""),
    ("name = input('name? ')", "EOFError", 1, "input", ""),
    ("import nosuchlibrary", "ModuleNotFoundError", 1, "missing", "nosuchlibrary"),
    ("import nunpy", "ModuleNotFoundError", 1, "module-similar", "nunpy numpy"),
    ("import json.nothing", "ModuleNotFoundError", 1, "submodule", "json.nothing json"),
    ("from json import lods", "ImportError", 1, "import-name", "lods json"),
    ("for i in range(3)\n    print(i)", "SyntaxError", 1, "colon", ""),
    ("print((1, 2)\nx = 1", "SyntaxError", 1, "bracket", "("),
    ("x = 'abc", "SyntaxError", 1, "quote", ""),
    ("x = 1\nif x = 1:\n    pass", "SyntaxError", 2, "equals", ""),
    ("if True:\nx = 1", "IndentationError", 2, "indent", ""),
    ("x = 1 +* 2", "SyntaxError", 1, "syntax", ""),
    (
        "from sklearn.linear_model import LinearRegression\nLinearRegression().fit([1, 2], [1, 2])",
        "ValueError",
        2,
        "one-dimensional",
        "",
    ),
    (
        "from sklearn.linear_model import LinearRegression\nLinearRegression().predict([[1]])",
        "NotFittedError",
        2,
        "not-fitted",
        "LinearRegression",
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


TORCH_ERRORS = {
    "torch.ones(2).sum().backward()": "requires-grad",
    "torch.ones(4, 3) @ torch.ones(2, 5)": "product",
    "torch.ones(2) + torch.ones(3)": "sizes",
    "torch.ones(2, requires_grad=True).numpy()": "detach",
    "torch.ones(2, requires_grad=True).mul_(2)": "in-place",
    "(2 * torch.ones(2, requires_grad=True)).backward()": "scalar-loss",
    "torch.ones(2, 2) @ torch.ones(2, 2).double()": "dtype",
    "loss = torch.ones(1, requires_grad=True).exp().sum(); loss.backward(); loss.backward()": (
        "backward-twice"
    ),
}


async def test_the_common_errors_of_pytorch_are_explained_and_tensors_described(run):
    code = f"""
        import torch
        for statement in {list(TORCH_ERRORS)}:
            try:
                exec(statement)
            except RuntimeError as error:
                print(repr(str(error)))
        w = torch.tensor([1.0, 2.0], requires_grad=True)
        """
    ran = await run(code, seconds=30)
    said = [ast.literal_eval(line) for line in ran.out.splitlines()]
    found = [hints.hint_for(RuntimeError(text), text, {}, []) for text in said]
    assert [hint and hint.key.removeprefix("runs.hint.") for hint in found] == list(
        TORCH_ERRORS.values()
    )
    assert Variable("w", "tensor float32", "(2,)", "1 … 2") in ran.summary.variables


async def test_a_missing_library_is_named_as_pip_knows_it(run):
    ran = await run("import cv2")
    assert ran.failure.missing == "opencv-python"
    assert "pip install opencv-python" in say("ja", ran.failure.hint, **ran.failure.hint_values)


async def test_the_traceback_is_pythons_with_libraries_folded_and_no_path_of_this_machine(run):
    ran = await run(
        """
        import numpy as np
        def solve(a):
            return np.linalg.inv(a)
        solve(np.zeros((2, 2)))
        """
    )
    first, *_, last = ran.failure.traceback.splitlines()
    assert first == "Traceback (most recent call last):"
    assert last == "numpy.linalg.LinAlgError: Singular matrix"
    assert '  File "example.py", line 3, in solve\n    return np.linalg.inv(a)' in (
        ran.failure.traceback
    )
    assert "calls in numpy/linalg/" in ran.failure.traceback
    assert "/tmp" not in ran.failure.traceback
    assert "site-packages" not in ran.failure.traceback
    assert "program.py" not in ran.failure.traceback


async def test_the_cause_of_an_exception_is_told_too(run):
    ran = await run(
        "try:\n    int('x')\nexcept ValueError as error:\n    raise KeyError('y') from error\n"
    )
    assert "ValueError: invalid literal" in ran.failure.traceback
    assert "direct cause" in ran.failure.traceback
    assert ran.failure.line == 4


async def test_an_error_in_a_function_of_a_library_that_calls_back_has_the_learners_line(run):
    ran = await run("def key(x):\n    return x / 0\nsorted([1, 2], key=key)\n")
    assert ran.failure.line == 2


async def test_the_values_on_the_failing_line_are_shown(run):
    ran = await run(NUMPY + "def f(a):\n    k = 2\n    return a @ np.ones(4) * k\nf(np.ones(3))\n")
    assert [(v.name, v.type, v.shape) for v in ran.failure.values] == [
        ("a", "float64", "(3,)"),
        ("k", "int", ""),
    ]


@pytest.mark.parametrize("how", ["raise RuntimeError('no')", "return 3"])
async def test_an_exception_that_cannot_say_what_it_is(run, how):
    ran = await run(f"class Bad(Exception):\n    def __str__(self):\n        {how}\nraise Bad()\n")
    assert (ran.failure.error, ran.failure.message, ran.failure.line) == ("Bad", "", 4)


async def test_a_keyboard_interrupt_of_the_program_itself_is_a_failure(run):
    ran = await run("raise KeyboardInterrupt\n")
    assert (ran.failure.error, ran.failure.line) == ("KeyboardInterrupt", 1)


async def test_null_bytes_and_too_deep_nesting_are_failures(run):
    assert (await run("x = 'a\0b'")).summary.ended == "failure"
    assert (await run("(" * 500 + ")" * 500)).summary.ended in ("failure", "memory")


async def test_output_before_the_failure_comes_before_it(run):
    ran = await run("print('half', end='')\n1 / 0\n")
    assert [type(event).__name__ for event in ran.events] == ["Text", "Failure", "Summary"]


def test_every_hint_has_words_in_both_languages_and_needs_no_value_that_no_rule_gives():
    for rule in hints.RULES:
        words = WORDS[rule.key]
        given = set(rule.pattern.groupindex)
        for sentence in words:
            needed = {name for _, name, _, _ in Formatter().parse(sentence) if name}
            assert needed <= given, rule


def test_both_languages_fill_in_the_same_values():
    for key, words in WORDS.items():
        ja, en = ({n for _, n, _, _ in Formatter().parse(text) if n} for text in words)
        assert ja == en, key


async def test_every_way_to_end_has_words(run):
    limit = (await run("while True: pass", seconds=0.2)).limit
    said = explanation(limit)
    assert "1" in say("ja", said.key, **said.values)
    assert explanation((await run("raise ValueError('mine')")).failure) is None
