"""The parameters of a program as sliders for keys and mouse."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mlmath_tutor.content.parameters import Parameter, Value
from mlmath_tutor.render.runs import cells

from ..ink import Line, Span
from ..theme import Signs

STEPS = 50  # steps from one end to the other where the course names no step
BIG = 10  # steps of a move with shift
VALUE = 10  # cells of the value shown


class Knobs:
    """Values being changed: which parameter is in hand, and where each stands."""

    def __init__(self, params: Mapping[str, Parameter]) -> None:
        self._params = dict(params)
        self.values: dict[str, Value] = {name: p.value for name, p in params.items()}
        self._at = 0

    def __bool__(self) -> bool:
        return bool(self._params)

    @property
    def changed(self) -> dict[str, Value]:
        """The values that differ from the shipped ones."""
        return {n: v for n, v in self.values.items() if v != self._params[n].value}

    def take(self, values: Mapping[str, Value]) -> bool:
        """Put values as they were; return whether all of them are still possible."""
        fits = all(
            name in self._params and _fits(self._params[name], value)
            for name, value in values.items()
        )
        if fits:
            self.values |= values
        return fits

    def next(self) -> None:
        """Take the next parameter in hand."""
        self._at = (self._at + 1) % len(self._params)

    def reset(self) -> None:
        """Go back to the shipped values."""
        self.values = {name: p.value for name, p in self._params.items()}

    def move(self, steps: int) -> bool:
        """Move the parameter in hand by `steps`; return whether its value changed."""
        name = list(self._params)[self._at]
        before = self.values[name]
        self.values[name] = moved(self._params[name], before, steps)
        return self.values[name] != before

    def lines(self, width: int, signs: Signs, *, focused: bool) -> list[Line]:
        """Return one row a parameter: name, slider, value."""
        label = max(cells(name) for name in self._params) + 4
        rows: list[Line] = []
        for number, (name, parameter) in enumerate(self._params.items()):
            here = focused and number == self._at
            mark = Span(f"{signs.here} " if here else "  ", "next", bold=True)
            text = Span(f"{name:<{label - 2}}", "bright" if here else "fg", bold=here)
            value = Span(f"{shown(self.values[name]):>{VALUE}}", "bright")
            track = max(4, width - label - VALUE)
            part = position(parameter, self.values[name])
            come = round(part * (track - 1))
            slider = (
                Span(signs.fill * come, "maths"),
                Span(signs.knob, "next" if here else "fg"),
                Span(signs.rule * (track - 1 - come), "line"),
            )
            rows.append((mark, text, *slider, value))
        return rows


def moved(parameter: Parameter, value: Value, steps: int) -> Value:
    """Return `value` moved by `steps` along the parameter's scale, kept inside its range."""
    if parameter.choice:
        at = parameter.choice.index(value) + steps
        return parameter.choice[max(0, min(len(parameter.choice) - 1, at))]
    low, high = _ends(parameter)
    assert isinstance(value, int | float)
    if parameter.scale == "log":
        part = math.log(value / low) / math.log(high / low) + steps / STEPS
        new = low * (high / low) ** max(0.0, min(1.0, part))
        new = float(f"{new:.3g}")
    else:
        step = parameter.step or (high - low) / STEPS
        new = round(low + round((value - low) / step + steps) * step, 10)
    new = max(low, min(high, new))
    return round(new) if isinstance(parameter.value, int) else new


def position(parameter: Parameter, value: Value) -> float:
    """Return where `value` stands between the ends, from 0 to 1."""
    if parameter.choice:
        return parameter.choice.index(value) / max(1, len(parameter.choice) - 1)
    low, high = _ends(parameter)
    assert isinstance(value, int | float)
    if high == low:
        return 0.0
    if parameter.scale == "log":
        return math.log(value / low) / math.log(high / low)
    return (value - low) / (high - low)


def _fits(parameter: Parameter, value: Value) -> bool:
    if parameter.choice:
        return value in parameter.choice
    low, high = _ends(parameter)
    return isinstance(value, int | float) and low <= value <= high


def _ends(parameter: Parameter) -> tuple[float, float]:
    assert parameter.low is not None
    assert parameter.high is not None
    return parameter.low, parameter.high


def shown(value: Value) -> str:
    """Return a value as the learner reads it."""
    if isinstance(value, bool | str):
        return str(value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)
