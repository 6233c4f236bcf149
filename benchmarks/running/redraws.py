"""Redraws that follow a slider, and what of them takes how long, beside Matplotlib's own Agg."""

from __future__ import annotations

import asyncio
import io
import time
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, redirect_stdout
from typing import NamedTuple

import msgspec

from mlmath_tutor import figspec
from mlmath_tutor.engine.runner import Failure, Figure, Job, RunEvent, Runner, messages
from mlmath_tutor.engine.runner.child.figure_axes import figure_spec
from mlmath_tutor.engine.runner.frames import FrameReader, pack
from mlmath_tutor.engine.runner.parameters import set_values
from mlmath_tutor.ui.widgets.figure import draw_lines

from .app import App
from .first_output import EXAMPLES
from .turns import UNCOUNTED, Times, in_turn
from .warm import ProgramError

SIZE = (100, 30)
"""Columns and rows of the figure drawn."""
KEPT, FRESH, AGG, APP = "kept", "fresh", "agg", "app"
BUILD, SPEC, SEND, DRAW = "build", "spec", "send", "draw"
IN_A_ROW = 15  # redraws in a turn: a slider is not moved once alone
_STEPS = 150  # of 0.01, after which the slider begins anew
_THEME = "kokuban"
_DRAWN = r"drawn for [-0-9.]+"
"""What each program prints: so each value that was drawn is seen in a frame of the app."""
_HELD = 1.0  # seconds

Run = Callable[[Job], AsyncGenerator[RunEvent, None]]


class Slider(NamedTuple):
    """A figure, its program, and the parameter that is moved by 0.01 from its shipped value."""

    title: str
    file: str
    parameter: str
    start: float

    def codes(self, turn: int) -> list[str]:
        """Return the program with the values that the slider comes to in a turn."""
        source = (EXAMPLES / self.file).read_text("utf-8")
        steps = range(turn * IN_A_ROW, (turn + 1) * IN_A_ROW)
        values = (round(self.start + 0.01 * (step % _STEPS + 1), 10) for step in steps)
        return [set_values(source, {self.parameter: value}) for value in values]


SLIDERS = (
    Slider("A curve", "curve.py", "sigma", 0.5),
    Slider("A map with contours", "surface.py", "rho", -0.9),
    Slider("A Gaussian mixture", "mixture.py", "gap", 1.0),
)


class Redraws(NamedTuple):
    """The seconds of each way to redraw a figure, and of the parts of ours, turn by turn."""

    slider: Slider
    ways: Times
    parts: Times


async def redraws(keeping: Runner, forking: Runner, app: App, turns: int) -> AsyncIterator[Redraws]:
    """Yield the times of one figure after the other. The app is at the block before them.

    Args:
        keeping: a warm runner, to redraw in the process of the run before.
        forking: another one, to redraw in a new process each time.
        app: the app.
        turns: how often each way is measured.
    """
    for slider in SLIDERS:
        parts: Times = {part: [] for part in (BUILD, SPEC, SEND, DRAW)}

        async def kept(turn: int, slider: Slider = slider) -> float:
            return await _redrawn(keeping.run_again, slider.codes(turn))

        async def fresh(turn: int, slider: Slider = slider) -> float:
            return await _redrawn(forking.run, slider.codes(turn))

        async def agg(turn: int, slider: Slider = slider, parts: Times = parts) -> float:
            return sum(_saved_by_agg(code, parts) for code in slider.codes(turn)) / IN_A_ROW

        async def in_app(turn: int) -> float:
            # Up and down again, so that the end of the slider is not reached.
            return await asyncio.to_thread(app.hold, "lh"[turn % 2], _DRAWN, _HELD)

        app.reach(slider.title)
        app.press(" ", _DRAWN)
        times = await in_turn({KEPT: kept, FRESH: fresh, AGG: agg, APP: in_app}, turns)
        counted = {part: taken[UNCOUNTED * IN_A_ROW :] for part, taken in parts.items()}
        yield Redraws(slider, times, counted)


async def _redrawn(run: Run, codes: Sequence[str]) -> float:
    """Return the seconds from a value to the cells of its figure, on average."""
    start = time.perf_counter()
    for code in codes:
        drawn = None
        async with aclosing(run(Job(code))) as events:
            async for event in events:
                match event:
                    case Figure(spec=spec):
                        drawn = spec
                    case Failure(traceback=traceback):
                        raise ProgramError(traceback)
        if drawn is None:
            raise ProgramError("no figure")
        draw_lines(drawn, *SIZE, _THEME)
    return (time.perf_counter() - start) / len(codes)


def _saved_by_agg(code: str, parts: Times) -> float:
    """Return the seconds to build the figure and to save it as PNG, both in this process.

    The same figure is then taken through what ours does with it, and `parts` gets the seconds.
    """
    import matplotlib.pyplot as plt

    stopwatch = Stopwatch()
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that Agg shows nothing
        exec(compile(code, "example.py", "exec"), {"__name__": "__main__"})
    building = stopwatch.lap()
    figure = plt.gcf()
    figure.savefig(io.BytesIO(), format="png")
    saving = stopwatch.lap()
    encoded = figspec.encode(figure_spec(figure))
    parts[BUILD].append(building)
    parts[SPEC].append(stopwatch.lap())
    frame = pack({"kind": "figure", "number": 1, "spec": encoded})
    (payload,) = FrameReader().feed(frame)
    message = messages.read(payload)
    assert isinstance(message, messages.FigureMessage)
    decoded = figspec.decode(msgspec.json.decode(message.spec))
    parts[SEND].append(stopwatch.lap())
    draw_lines(decoded, *SIZE, _THEME)
    parts[DRAW].append(stopwatch.lap())
    plt.close("all")
    return building + saving


class Stopwatch:
    """Tells the seconds since it was last asked."""

    def __init__(self) -> None:
        self._last = time.perf_counter()

    def lap(self) -> float:
        """Return the seconds since the last lap began, and begin another."""
        before, self._last = self._last, time.perf_counter()
        return self._last - before
