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
MARK = 2  # cells of the focus mark
LEAST_NAME, NAME_GAP = 6, 2  # cells of the shortest column of names, and after it
LEAST_TRACK = 4
VALUE = 10  # cells of the value shown


class Knobs:
    """Values being changed: which parameter is in hand, and where each stands."""

    def __init__(self, params: Mapping[str, Parameter]) -> None:
        self._params = dict(params)
        self.values: dict[str, Value] = {name: p.value for name, p in params.items()}
        self._at = 0

    def __bool__(self) -> bool:
        return bool(self._params)

    def __len__(self) -> int:
        return len(self._params)

    @property
    def changed(self) -> dict[str, Value]:
        """The values that differ from the shipped ones."""
        return {n: v for n, v in self.values.items() if v != self._params[n].value}

    def take(self, values: Mapping[str, Value]) -> bool:
        """Put values as they were; return whether all of them are still possible."""
        fits = all(
            name in self._params and self._params[name].allows(value)
            for name, value in values.items()
        )
        if fits:
            self.values |= values
        return fits

    def next(self, by: int = 1) -> None:
        """Take the next (or, with -1, the previous) parameter in hand."""
        self._at = (self._at + by) % len(self._params)

    def hold(self, row: int) -> None:
        """Take the parameter of a row in hand."""
        self._at = row

    def reset(self) -> None:
        """Go back to the shipped values."""
        self.values = {name: p.value for name, p in self._params.items()}

    def move(self, steps: int) -> bool:
        """Move the parameter in hand by `steps`; return whether its value changed."""
        return self._put(moved(self._parameter, self.values[self._name], steps))

    def put(self, column: int, width: int) -> bool:
        """Put the knob in hand under a column of its row; return whether its value changed."""
        start, track, _ = self.columns(width)
        part = (column - start) / max(1, track - 1)
        return self._put(value_at(self._parameter, part))

    def is_on_track(self, column: int, width: int) -> bool:
        """Whether a column of a row is on the slider, not on its name or value."""
        start, track, _ = self.columns(width)
        return start <= column < start + track

    def _put(self, value: Value) -> bool:
        before, self.values[self._name] = self.values[self._name], value
        return value != before

    @property
    def _name(self) -> str:
        return list(self._params)[self._at]

    @property
    def _parameter(self) -> Parameter:
        return self._params[self._name]

    def columns(self, width: int) -> tuple[int, int, int]:
        """Return the cells of mark and name, of the slider, and of the value."""
        names = max([LEAST_NAME, *(cells(name) for name in self._params)])
        label = MARK + names + NAME_GAP
        return label, max(LEAST_TRACK, width - label - VALUE), VALUE

    def lines(self, width: int, signs: Signs, *, focused: bool) -> list[Line]:
        """Return one row a parameter: name, slider, value."""
        label, track, end = self.columns(width)
        rows: list[Line] = []
        for number, (name, parameter) in enumerate(self._params.items()):
            here = focused and number == self._at
            come = round(position(parameter, self.values[name]) * (track - 1))
            rows.append(
                (
                    Span(f"{signs.here} " if here else " " * MARK, "next", bold=True),
                    Span(
                        name + " " * (label - MARK - cells(name)),
                        "bright" if here else "fg",
                        bold=here,
                    ),
                    Span(signs.fill * come, "maths"),
                    Span(signs.knob, "next" if here else "fg"),
                    Span(signs.rule * (track - 1 - come), "line"),
                    Span(f"{shown(self.values[name]):>{end}}", "bright"),
                )
            )
        return rows


def moved(parameter: Parameter, value: Value, steps: int) -> Value:
    """Return `value` moved by `steps` along the parameter's scale, kept inside its range."""
    if parameter.choice:
        at = parameter.choice.index(value) + steps
        return parameter.choice[max(0, min(len(parameter.choice) - 1, at))]
    assert isinstance(value, int | float)
    if parameter.scale == "linear" and parameter.step:
        low, _ = _ends(parameter)
        place = round((value - low) / parameter.step + steps)
        return _inside(parameter, round(low + place * parameter.step, 10))
    new = value_at(parameter, position(parameter, value) + steps / STEPS)
    if new == value and isinstance(value, int):
        # Where a step is less than one, whole numbers go one by one.
        return _inside(parameter, value + (1 if steps > 0 else -1))
    return new


def value_at(parameter: Parameter, part: float) -> Value:
    """Return the value that stands `part` (0 to 1) of the way along the parameter's scale."""
    part = max(0.0, min(1.0, part))
    if parameter.choice:
        return parameter.choice[round(part * (len(parameter.choice) - 1))]
    low, high = _ends(parameter)
    if parameter.scale == "log":
        return _inside(parameter, float(f"{low * (high / low) ** part:.3g}"))
    step = parameter.step or (high - low) / STEPS
    if not step:
        return parameter.value
    return _inside(parameter, round(low + round(part * (high - low) / step) * step, 10))


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


def _inside(parameter: Parameter, value: float) -> Value:
    """Return `value` kept inside the range, whole where the parameter is."""
    low, high = _ends(parameter)
    value = max(low, min(high, value))
    return round(value) if isinstance(parameter.value, int) else value


def _ends(parameter: Parameter) -> tuple[float, float]:
    assert parameter.low is not None
    assert parameter.high is not None
    return parameter.low, parameter.high


def shown(value: Value) -> str:
    """Return a value as the learner reads it."""
    if isinstance(value, bool | str):
        return str(value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)
