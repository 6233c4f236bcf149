"""Figures on their way from the Matplotlib backend to the app."""

from __future__ import annotations

import importlib.machinery
import sys
import time
from collections.abc import Callable, Sequence
from types import ModuleType

from mlmath_tutor.engine.runner.child.libraries import BACKEND
from mlmath_tutor.engine.runner.child.wire import Wire

_SECONDS_BETWEEN = 1 / 30

Deliver = Callable[[int, dict[str, object]], None]


class FiguresExceeded(BaseException):
    """The program showed more figures than it may; raised on the line that showed one."""


class Order:
    """Numbers figures from 1, in the order in which they are first shown in a run."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}

    def place(self, delivery: int) -> int:
        """Return the number of the figure that the backend calls `delivery`."""
        return self._places.setdefault(delivery, len(self._places) + 1)


class Gallery:
    """Sends figures to the app, and thins out an animation to 30 pictures a second.

    Args:
        most: how many different figures may be shown.
        flush: sends the text that was written before the figure.
    """

    def __init__(self, wire: Wire, most: int, flush: Callable[[], None]) -> None:
        self._wire = wire
        self._most = most
        self._flush = flush
        self._order = Order()
        self._sent: dict[int, float] = {}
        self._held: dict[int, dict[str, object]] = {}

    def deliver(self, delivery: int, spec: dict[str, object]) -> None:
        """Send a figure, or hold it if an earlier state of it has only just been sent.

        Raises:
            FiguresExceeded: it is one figure too many.
        """
        number = self._order.place(delivery)
        if number not in self._sent and len(self._sent) >= self._most:
            raise FiguresExceeded
        if time.monotonic() - self._sent.get(number, -1.0) < _SECONDS_BETWEEN:
            self._held[number] = spec
            return
        self._send(number, spec)

    def finish(self) -> None:
        """Send what the backend has not shown yet, and what was held back."""
        show_remaining()
        for number, spec in list(self._held.items()):
            self._send(number, spec)

    def _send(self, number: int, spec: dict[str, object]) -> None:
        self._flush()
        self._held.pop(number, None)
        self._sent[number] = time.monotonic()
        self._wire.send("figure", number=number, spec=spec)


def show_remaining() -> None:
    """Have the backend deliver what a program has drawn and not shown."""
    if backend := sys.modules.get(BACKEND):
        backend.show_remaining()


class Drawing:
    """Matplotlib as a run finds it, so that the next run in this process finds it so too."""

    def __init__(self) -> None:
        matplotlib = sys.modules.get("matplotlib")
        # As Matplotlib itself does it: the way round would check each of 300 values.
        self._settings = dict.copy(matplotlib.rcParams) if matplotlib else None

    def restore(self) -> None:
        """Close what a run has left open, and take back its settings."""
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        if self._settings is not None:
            dict.update(sys.modules["matplotlib"].rcParams, self._settings)


def connect(deliver: Deliver) -> None:
    """Have the backend hand its figures to `deliver`: now if it is loaded, else once it is."""
    if backend := sys.modules.get(BACKEND):
        _set(backend, deliver)
    else:
        sys.meta_path.insert(0, _Connector(deliver))


def _set(backend: ModuleType, deliver: Deliver) -> None:
    backend.deliver = deliver  # type: ignore[attr-defined]


class _Connector:
    """Finder and loader: finds the backend as Python would, and connects it once it is executed.

    So a program that draws nothing does not pay for Matplotlib.
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._exec: Callable[[ModuleType], None] | None = None

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != BACKEND:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            self._exec = spec.loader.exec_module
            spec.loader = self  # type: ignore[assignment]  # importing the base class is slow
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:  # noqa: ARG002
        return None

    def exec_module(self, module: ModuleType) -> None:
        if self._exec is not None:
            self._exec(module)
        _set(module, self._deliver)
