"""Exceptions as the learner reads them: Python's words, the line, a hint in both languages."""

from __future__ import annotations

import ast
from string import Formatter

import pytest

from mlmath_tutor.engine.runner import Variable
from mlmath_tutor.engine.runner.child import hints
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.i18n import say
from mlmath_tutor.i18n.runs import WORDS

NUMPY = "import numpy as np\n"

TORCH_ERRORS = {
    "torch.ones(2).sum().backward()": "requires-grad",
    "torch.ones(4, 3) @ torch.ones(2, 5)": "product",
    "torch.ones(2) + torch.ones(3)": "sizes",
    "torch.ones(2, requires_grad=True).numpy()": "detach",
    "torch.ones(2, requires_grad=True).mul_(2)": "in-place",
    "(2 * torch.ones(2, requires_grad=True)).backward()": "scalar-loss",
    "torch.ones(2, 2) @ torch.ones(2, 2).double()": "dtype",
    "torch.ones(3, 4) @ torch.ones(3)": "product",
    "torch.ones(3) @ torch.ones(4)": "sizes",
    "torch.arange(5)[5]": "index-axis",
    "torch.ones(3).sum(dim=1)": "dimension",
    "bool(torch.arange(3) > 1)": "truth",
    "torch.arange(6).reshape(4, 2)": "reshape",
    "torch.cat([torch.ones(2, 3), torch.ones(2, 4)])": "concatenate",
    "torch.linalg.inv(torch.zeros(2, 2))": "singular",
    "torch.linalg.cholesky(-torch.eye(2))": "positive-definite",
    "torch.linalg.inv(torch.ones(2, 3))": "square",
    "nn.functional.cross_entropy(torch.ones(2, 3), torch.ones(2))": "labels",
    "nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 3]))": "labels-range",
    "nn.functional.binary_cross_entropy(torch.tensor([1.5]), torch.ones(1))": "between",
    "torch.tensor([1, 2]).mean()": "float-needed",
    "torch.tensor([1, 2], requires_grad=True)": "float-needed",
    "torch.mean([1.0, 2.0])": "tensor-needed",
    "torch.ones(3).item()": "item",
    "x = torch.ones(1, requires_grad=True).exp(); y = x.exp(); y += 1; y.backward()": "modified",
    "nn.Conv2d(3, 4, 3)(torch.ones(1, 1, 8, 8))": "channels",
    "torch.optim.SGD([], lr=0.1)": "no-parameters",
    "loss = torch.ones(1, requires_grad=True).exp().sum(); loss.backward(); loss.backward()": (
        "backward-twice"
    ),
}


async def test_the_common_errors_of_pytorch_are_explained_and_tensors_described(run):
    code = f"""
        import torch
        from torch import nn
        for statement in {list(TORCH_ERRORS)}:
            try:
                exec(statement)
            except Exception as error:
                print(repr((type(error).__name__, str(error))))
        w = torch.tensor([1.0, 2.0], requires_grad=True)
        """
    ran = await run(code, seconds=30)
    said = [ast.literal_eval(line) for line in ran.out.splitlines()]
    found = [hints.hint_for(type(name, (RuntimeError,), {})(), text, {}, []) for name, text in said]
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
