"""What is found about a learner's function, in known ways of being wrong."""

from __future__ import annotations

import builtins
import json
from typing import Any

import numpy as np
import pytest

from mlmath_tutor.engine.runner.child.examining import examine
from mlmath_tutor.engine.runner.child.examining.comparing import (
    Tolerance,
    difference,
    foreign_type,
    shown,
)

CENTRE = "import numpy as np\ndef centre(X):\n    return X - X.mean(axis=0)\n"
ARGS = "(rng.normal(size=(3, 2)),)"


def found(source: str, *checks: dict[str, Any], answer: str = CENTRE, **more: Any) -> Any:
    filled = [{"code": "", "args": "", "times": 1} | each for each in checks or ({"args": ARGS},)]
    matter: dict[str, Any] = {
        "source": source,
        "answer": answer,
        "function": "centre",
        "checks": filled,
        "seconds": 0.3,
        "rtol": 1e-6,
        "atol": 1e-9,
        "seed": 1,
    }
    return json.loads(examine("code", json.dumps(matter | more)))


def checked(body: str, *checks: dict[str, Any], **more: Any) -> Any:
    told = found(f"import numpy as np\ndef centre(X):\n    {body}\n", *checks, **more)
    assert told["loading"] is None
    return told["checks"]


def test_the_right_program_passes() -> None:
    assert checked("return X - X.mean(axis=0)", {"args": ARGS, "times": 20}) == [{"how": "passed"}]


@pytest.mark.parametrize(
    ("body", "name", "values"),
    [
        ("return X.mean(axis=0) - X", "sign", {}),
        ("return 2 * (X - X.mean(axis=0))", "factor", {"factor": "2"}),
        ("return (X - X.mean(axis=0)) / 3", "factor", {"factor": "1/3"}),
        ("return X - X.mean(axis=0) + 1", "offset", {"offset": "1"}),
        ("return (X - X.mean(axis=0)).T", "transpose", {}),
        ("return (X - X.mean(axis=0)).ravel()", "only-shape", {"given": "(6,)", "asked": "(3, 2)"}),
        ("return (X - X.mean(axis=0)).sum()", "reduced", {"given": "()", "asked": "(3, 2)"}),
        ("return X[:2]", "shape", {"given": "(2, 2)", "asked": "(3, 2)"}),
        ("return (X - X.mean(axis=0)) / 0 * 0", "nan", {}),
        ("return np.exp(1e9 * np.abs(X))", "infinite", {}),
        ("X - X.mean(axis=0)", "none", {}),
        ("...", "none", {}),
        ("return 'centred'", "value", {}),
    ],
)
def test_differences_with_a_name(body: str, name: str, values: dict[str, str]) -> None:
    with np.errstate(all="ignore"):
        (check,) = checked(body)
    assert (check["how"], check["difference"], check["values"]) == ("differs", name, values)


def test_a_counterexample_has_arguments_what_came_and_what_should_have() -> None:
    (check,) = checked("return X - X.mean()", {"args": "(np.array([[1.0, 2.0], [3.0, 5.0]]),)"})
    assert check["call"] == "centre([[1., 2.], [3., 5.]])"
    assert check["expected"] == "[[-1., -1.5], [ 1., 1.5]]".replace("[ 1", "[1")
    assert check["difference"] == "entries"
    assert check["values"]["at"] == "[0, 0]"
    assert check["values"]["wrong"] == "4"


def test_the_first_failing_time_is_shown_so_that_it_can_be_small() -> None:
    times = {"args": "(np.arange(2.0 * (i + 1)).reshape(-1, 2),)", "times": 9}
    (check,) = checked("return X - X.mean(axis=0) if len(X) < 3 else X", times)
    assert check["call"].startswith("centre([[0., 1.], [2., 3.], [4., 5.]])")


def test_a_failed_assertion_is_explained_by_the_call_that_shows_it() -> None:
    code = "A = np.eye(2); centre(A); B = 2 * A; assert centre(B).sum() < 1e-9"
    (check,) = checked("return X - X.mean(axis=0) + (X.max() > 1)", {"code": code})
    assert check["call"] == "centre([[2., 0.], [0., 2.]])"
    assert (check["how"], check["difference"]) == ("differs", "offset")


def test_an_assertion_failed_without_a_difference_shows_the_last_call() -> None:
    (check,) = checked("return X - X.mean(axis=0)", {"code": "assert centre(np.eye(2))[0, 0] > 9"})
    assert check == {
        "call": "centre([[1., 0.], [0., 1.]])",
        "got": "[[ 0.5, -0.5], [-0.5, 0.5]]".replace("[ 0", "[0"),
        "how": "failed",
    }


def test_a_changed_argument_is_told_though_the_value_is_right() -> None:
    for check in ({"args": ARGS}, {"code": "assert centre(np.eye(2)).shape == (2, 2)"}):
        (told,) = checked("X -= X.mean(axis=0)\n    return X", check)
        assert (told["how"], told["argument"]) == ("changed", 1)


def test_an_argument_that_the_author_changes_too_may_be_changed() -> None:
    answer = "import numpy as np\ndef centre(X):\n    X -= X.mean(axis=0)\n    return X\n"
    assert checked("X -= X.mean(axis=0)\n    return X", answer=answer) == [{"how": "passed"}]


def test_an_exception_is_told_with_its_line_and_its_hint() -> None:
    (check,) = checked("return X - mean(X)")
    assert (check["how"], check["line"], check["hint"]) == ("raised", 3, "runs.hint.name")
    assert check["error"] == "NameError: name 'mean' is not defined"
    (check,) = checked("raise SystemExit('enough')")
    assert check["error"] == "SystemExit: enough"


def test_an_exception_that_is_asked_for_passes() -> None:
    code = (
        "try: centre(None)\n"
        "except ValueError: pass\n"
        "else: raise AssertionError\n"
    )  # fmt: skip
    answer = "def centre(X):\n    raise ValueError\n"
    assert checked("raise ValueError", {"code": code}, answer=answer) == [{"how": "passed"}]
    (check,) = checked("raise TypeError('no')", {"code": code}, answer=answer)
    assert check["error"] == "TypeError: no"


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "while True:\n        try: pass\n        except Exception: pass",
        "import time; time.sleep(9)",
    ],
)
def test_a_call_without_an_end_is_stopped_at_its_line_and_nothing_more_is_called(body: str) -> None:
    first, *others = checked(body, {"args": ARGS}, {"args": ARGS}, {"args": ARGS})
    assert first["how"] == "slow"
    assert first["line"] in (3, 4, 5)
    assert others == [{"how": "skipped"}, {"how": "skipped"}]


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("def centre(X) return X", "syntax"),
        ("1 / 0", "raised"),
        ("raise SystemExit", "raised"),
        ("while True: pass", "slow"),
    ],
)
def test_a_program_that_does_not_get_as_far_as_its_function(source: str, how: str) -> None:
    told = found(f"import numpy\n{source}\n")
    assert (told["loading"]["how"], told["loading"]["line"]) == (how, 2)
    assert told["checks"] == []


def test_a_function_by_another_name_is_found() -> None:
    told = found("def center(X): return X\nimport numpy\n")
    assert (told["loading"], told["similar"]) == ({"how": "missing"}, "center")
    assert found("x = 1\ncentre = 3\n")["similar"] == ""


@pytest.mark.parametrize(
    "body",
    [
        "import builtins; builtins.abs = lambda x: 0\n    return 5 + 0 * X",
        "np.allclose = np.isclose = lambda *a, **k: True\n    return 5 + 0 * X",
        "np.linalg.norm = lambda *a: 0\n    return 5 + 0 * X",
        "np.ndarray.__eq__ = None\n    return 5 + 0 * X",
        "import __main__; __main__.findings = '[]'; print('passed')\n    return 5 + 0 * X",
        "class A(float): __abs__ = __sub__ = lambda *a: 0.0\n    return A()",
        "class A(np.ndarray): pass\n    return X.view(A)",
        "return [A()]\nclass A:\n    __eq__ = lambda *a: True",
    ],
)
def test_what_judges_cannot_be_talked_round(body: str) -> None:
    names = [vars(module).copy() for module in (builtins, np, np.linalg)]
    code = "assert abs(np.linalg.norm(centre(np.eye(2))) - 1) < 1e-9"
    for check in checked(body, {"code": code}, {"args": "(np.eye(2),)"}):
        assert check["how"] in ("differs", "type", "raised"), check
    now = [vars(module) for module in (builtins, np, np.linalg)]
    assert all(new.items() >= old.items() for new, old in zip(now, names, strict=True))


def test_the_learner_cannot_weaken_what_a_check_uses() -> None:
    answer = f"{CENTRE}def target():\n    return 7.0\n"
    source = "def centre(X): return 3.0\ndef target(): return 3.0\n"
    code = "assert centre(1.0) == target()"
    assert found(source, {"code": code}, answer=answer)["checks"][0]["how"] == "failed"


EXACT = Tolerance(1e-9, 1e-9)


@pytest.mark.parametrize(
    ("expected", "got", "name"),
    [
        (0.5, np.float64(0.5), None),
        (0.5, [0.5], "only-shape"),
        ([1.0, 2.0], (1.0, 2.0), None),
        ((1.0, [2.0, 3.0]), [1.0, np.array([2.0, 3.0])], None),
        ((1.0, 2.0), 1.0, "count"),
        ({"a": 1.0}, {"a": 1.0}, None),
        ({"a": 1.0}, {"b": 1.0}, "keys"),
        ({"a": 1.0}, {"a": 2.0}, "factor"),
        (True, True, None),
        (True, False, "value"),
        ("a", "a", None),
        ("a", "b", "value"),
        (None, None, None),
        (None, 3, "value"),
        (np.nan, np.nan, None),
        (np.zeros(3), np.zeros(3), None),
        (np.zeros(3), np.ones(3), "offset"),
        (1.0, 1.2345, "value"),
        (1.0, -1.0, "sign"),
        (np.ones(3), np.ones((3, 3)), "broadcast"),
        (2.0, np.ones(3), "not-reduced"),
        (1.0, [[1.0], [1.0, 2.0]], "value"),
        (1.0, 1.0 + 1j, "value"),
    ],
)
def test_comparing(expected: object, got: object, name: str | None) -> None:
    off = difference(expected, got, EXACT)
    assert (off and off.name) == name


def test_tensors_compare_as_arrays() -> None:
    torch = pytest.importorskip("torch")
    assert difference(np.ones(2), torch.ones(2, requires_grad=True), EXACT) is None
    assert foreign_type([torch.ones(2)]) is None


def test_values_are_shown_on_one_short_line() -> None:
    assert shown(np.array([[1.0, -0.25], [3, 4]])) == "[[1., -0.25], [3., 4.]]"
    assert shown(1 / 3) == "0.333333"
    assert shown(np.int64(3)) == "3"
    assert shown("a\nb") == r"'a\nb'"
    assert shown(np.arange(1000.0)).endswith("(1000,)")
    assert len(shown(np.random.default_rng(0).normal(size=(50, 50)))) < 200
    assert len(shown("x" * 999)) <= 120
