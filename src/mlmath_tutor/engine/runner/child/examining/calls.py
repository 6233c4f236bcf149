"""Calling a function of the learner's: watched, timed, and without a trace in what judges it."""

from __future__ import annotations

import builtins
import copy
import math
import random
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType, ModuleType
from typing import Any

import numpy as np

from mlmath_tutor.engine.runner.child.examining.comparing import foreign_type

_MOST_CALLS = 50
_AGAIN = 0.2  # seconds
_PERMANENT: tuple[ModuleType, ...] = (builtins, math, np, np.linalg, random)


class CallTimeout(BaseException):
    """A call took too long. Not an `Exception`, so that a bare handler rarely swallows it."""


class ForeignValue(BaseException):
    """A call returned something that is no plain data."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Names:
    """The names of Python and NumPy as they were; a program may have put others in their place."""

    def __init__(self) -> None:
        self._before = [(vars(module), dict(vars(module))) for module in _PERMANENT]

    def put_back(self) -> None:
        """Give every name its meaning back."""
        for now, before in self._before:
            now.update(before)


@dataclass
class Call:
    """One call: the arguments before it, and after; what was returned, or raised."""

    arguments: tuple[Any, ...]
    named: dict[str, Any]
    after: tuple[Any, ...]
    returned: Any = None
    raised: BaseException | None = None


class Watched:
    """A function of the learner's, to be called by the author's checks.

    Args:
        function: what the learner wrote.
        seconds: a call may take.
        names: put back after every call.
    """

    def __init__(self, function: Callable[..., Any], seconds: float, names: Names) -> None:
        self._function = function
        self._seconds = seconds
        self._names = names
        self.calls: list[Call] = []
        """The first calls, in order."""
        self.last: Call | None = None

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call it.

        Raises:
            CallTimeout: it took too long.
            ForeignValue: it returned an object that is no plain data.
            BaseException: what it raised.
        """
        call = Call(copy.deepcopy(arguments), copy.deepcopy(named), arguments)
        self.last = call
        if len(self.calls) < _MOST_CALLS:
            self.calls.append(call)
        try:
            with time_limit(self._seconds):
                call.returned = self._function(*arguments, **named)
        except BaseException as error:
            call.raised = error
            raise
        finally:
            self._names.put_back()
        if (name := foreign_type(call.returned)) is not None:
            raise ForeignValue(name)
        # The check may change what it is given; what was returned stays.
        return copy.deepcopy(call.returned)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `CallTimeout` after `seconds`; where the system has no timers the run's limit holds."""
    in_main = threading.current_thread() is threading.main_thread()
    if not (hasattr(signal, "setitimer") and in_main):
        yield
        return

    def too_late(_number: int, _frame: FrameType | None) -> None:
        raise CallTimeout

    before = signal.signal(signal.SIGALRM, too_late)
    # Again and again: a handler that catches everything may swallow the first one.
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
