"""Examining a program of the learner's: one function, by the author's checks and model answer."""

from __future__ import annotations

import copy
import difflib
import linecache
import random
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import numpy as np

from mlmath_tutor.engine.runner.child import failures
from mlmath_tutor.engine.runner.child.examining.calls import (
    Call,
    CallTimeout,
    ForeignValue,
    Names,
    Watched,
    time_limit,
)
from mlmath_tutor.engine.runner.child.examining.comparing import (
    Difference,
    Tolerance,
    difference,
    shown,
)
from mlmath_tutor.engine.runner.child.places import innermost

FILE = "answer.py"
_EXACTLY = Tolerance(0.0, 0.0)
_LONGEST = 240
_MOST_ARGUMENTS = 4

Found = dict[str, object]
Namespace = dict[str, Any]


class _Check(NamedTuple):
    """One check of the author's: statements with assertions, or arguments to compare at."""

    code: str
    args: str
    times: int


def findings(matter: Mapping[str, Any]) -> Found:
    """Run the learner's program, then every check.

    Args:
        matter: `source`, the learner's program; `answer`, the author's; `function`, the name
            of what is checked; `checks`, each with `code`, `args` and `times`; `rtol`, `atol`;
            `seconds` for a call; `seed`.

    Returns:
        `loading`, what went wrong before a check could be made, or None; `similar`, the name
        that the missing function may have been given; `checks`, for each check how it went.
    """
    names = Names()
    answer = _namespace("<answer>", matter["answer"])
    learner, trouble = _loaded(matter["source"], 2 * matter["seconds"])
    names.put_back()
    if trouble is not None:
        return {"loading": trouble, "similar": "", "checks": []}
    name = matter["function"]
    function = learner.get(name)
    if not callable(function):
        return {"loading": {"how": "missing"}, "similar": _similar(name, learner), "checks": []}
    tolerance = Tolerance(matter["rtol"], matter["atol"])
    examiner = _Examiner(
        answer, name, tolerance, matter["seed"], lambda: Watched(function, matter["seconds"], names)
    )
    checks = [_Check(each["code"], each["args"], each["times"]) for each in matter["checks"]]
    return {"loading": None, "similar": "", "checks": examiner.all(checks)}


def _namespace(file: str, source: str) -> Namespace:
    module = types.ModuleType(file)
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)
    return module.__dict__


def _loaded(source: str, seconds: float) -> tuple[Namespace, Found | None]:
    """Return the names that the learner's program defines, or what went wrong."""
    linecache.cache[FILE] = (len(source), None, source.splitlines(keepends=True), FILE)
    module = types.ModuleType("answer")
    sys.modules["answer"] = module
    try:
        with time_limit(seconds):
            exec(compile(source, FILE, "exec", dont_inherit=True), module.__dict__)
    except (Exception, SystemExit, CallTimeout) as error:  # noqa: BLE001 - whatever it raises
        return {}, _raised(error)
    return module.__dict__, None


def _similar(name: str, learner: Namespace) -> str:
    defined = [
        each for each, value in learner.items() if callable(value) and not each.startswith("_")
    ]
    near = difflib.get_close_matches(name, defined, n=1, cutoff=0.6)
    return near[0] if near else ""


def _raised(error: BaseException) -> Found:
    """Return an exception of the learner's program as data."""
    if isinstance(error, CallTimeout):
        place = innermost(error.__traceback__, FILE)
        return {"how": "slow", "line": place.tb_lineno if place else None}
    if failures.is_out_of_memory(error):
        place = innermost(error.__traceback__, FILE)
        return {"how": "memory", "line": place.tb_lineno if place else None}
    told = failures.describe(error, FILE)
    return {
        "how": "syntax" if isinstance(error, SyntaxError) else "raised",
        "error": f"{told['error']}: {told['message']}"[:_LONGEST],
        "line": told["line"],
        "hint": told["hint"],
        "values": told["hint_values"],
        "missing": told["missing"],
    }


class _Examiner:
    """Makes checks of one function.

    Args:
        answer: the namespace of the author's program, which checks see.
        name: of the function.
        tolerance: for numbers that are compared.
        seed: of what is random in a check.
        watched: makes the learner's function, with no calls yet.
    """

    def __init__(
        self,
        answer: Namespace,
        name: str,
        tolerance: Tolerance,
        seed: int,
        watched: Callable[[], Watched],
    ) -> None:
        self._answer = answer
        self._reference: Callable[..., Any] = answer[name]
        self._name = name
        self._tolerance = tolerance
        self._seed = seed
        self._watched = watched

    def all(self, checks: Sequence[_Check]) -> list[Found]:
        """Make the checks one after the other; after one without an answer none is made."""
        found: list[Found] = []
        for check in checks:
            if any(each["how"] in ("slow", "memory") for each in found):
                found.append({"how": "skipped"})
            else:
                found.append(self._checked(check))
        return found

    def _checked(self, check: _Check) -> Found:
        for time in range(check.times):
            if (found := self._once(check, time)) is not None:
                return found
        return {"how": "passed"}

    def _once(self, check: _Check, time: int) -> Found | None:
        """Make a check once; return how it failed, or None."""
        watched = self._watched()
        np.random.seed(0)
        random.seed(0)
        # What the author's program defines, so that the learner's cannot weaken a check.
        world = self._answer | {
            self._name: watched,
            "np": np,
            "rng": np.random.default_rng([self._seed, time]),
            "i": time,
        }
        failed: BaseException | None = None
        try:
            if check.args:
                arguments = eval(compile(check.args, "<args>", "eval"), world)
                watched(*arguments)
            else:
                exec(compile(check.code, "<check>", "exec"), world)
        except ForeignValue as error:
            return self._told(watched.last) | {"how": "type", "type": error.name}
        except (Exception, SystemExit, CallTimeout) as error:  # noqa: BLE001 - whatever it raises
            failed = error
        if failed is not None and watched.last is not None and watched.last.raised is failed:
            return self._told(watched.last) | _raised(failed)
        return self._compared(watched.calls, everywhere=bool(check.args), failed=failed is not None)

    def _compared(self, calls: list[Call], *, everywhere: bool, failed: bool) -> Found | None:
        """Compare calls with the author's function; return the first that shows a failure."""
        shows = [call for call in calls if call.raised is None]
        for call in shows:
            changed = _changed(call)
            if not (failed or everywhere or changed):
                continue
            try:
                expected, as_expected = self._expected(call)
            except Exception:
                if everywhere:
                    raise
                continue  # a check may call with what the author's function refuses
            if changed - as_expected:
                place = min(changed - as_expected) + 1
                return self._told(call) | {"how": "changed", "argument": place}
            off = difference(expected, call.returned, self._tolerance)
            if off is not None and (failed or everywhere):
                return self._told(call) | _differs(expected, call.returned, off)
        if failed:
            return self._told(shows[-1] if shows else None) | {"how": "failed"}
        return None

    def _expected(self, call: Call) -> tuple[Any, set[int]]:
        """Return what the author's function returns, and the arguments it changes."""
        arguments = copy.deepcopy(call.arguments)
        returned = self._reference(*arguments, **copy.deepcopy(call.named))
        return returned, _changed(Call(call.arguments, call.named, arguments))

    def _told(self, call: Call | None) -> Found:
        """Return a call as text."""
        if call is None:
            return {}
        given = [shown(each) for each in call.arguments]
        given += [f"{name}={shown(each)}" for name, each in call.named.items()]
        if len(given) > _MOST_ARGUMENTS:
            given[_MOST_ARGUMENTS:] = ["…"]
        return {
            "call": f"{self._name}({', '.join(given)})"[:_LONGEST],
            "got": shown(call.returned) if call.raised is None else "",
        }


def _changed(call: Call) -> set[int]:
    """Return the places of the arguments that the call has changed."""
    pairs = zip(call.arguments, call.after, strict=True)
    return {
        place
        for place, (before, after) in enumerate(pairs)
        if not callable(before) and difference(before, after, _EXACTLY) is not None
    }


def _differs(expected: Any, got: Any, off: Difference) -> Found:
    written = shown(expected), shown(got)
    if written[0] == written[1]:
        # They differ in digits that are not shown: for once all are.
        written = shown(expected, exactly=True), shown(got, exactly=True)
    return {
        "how": "differs",
        "expected": written[0],
        "got": written[1],
        "difference": off.name,
        "values": cast("object", off.values),
    }
