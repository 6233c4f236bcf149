"""A prepared walk of one parameter, shown frame by frame: what changes is seen as motion."""

from __future__ import annotations

import msgspec

from .parameters import Parameter, Value


class Replay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The walk of the parameter `name`: its `values`, or `steps` of them from `from` to `to`.

    Between `from` and `to` (keys `low` and `high` here) the frames are spaced evenly on the
    parameter's own scale; both ends are frames. For an iterative algorithm the parameter is
    the number of its steps, and each frame is a run.
    """

    name: str
    values: tuple[Value, ...] = ()
    low: float | int | None = msgspec.field(name="from", default=None)
    high: float | int | None = msgspec.field(name="to", default=None)
    steps: int | None = None

    def __post_init__(self) -> None:
        ends = (self.low, self.high, self.steps)
        if self.values:
            if any(end is not None for end in ends):
                raise ValueError("has `values` and `from`, `to` or `steps`: keep one way")
            if len(self.values) < 2:
                raise ValueError("needs at least 2 `values`")
        elif None in ends:
            raise ValueError("needs `values`, or `from`, `to` and `steps`")
        elif self.steps is not None and self.steps < 2:
            raise ValueError("needs at least 2 `steps`")

    def frames(self, parameter: Parameter) -> tuple[Value, ...]:
        """Return the values of the walk in order, each one that `parameter` can take.

        Raises:
            ValueError: one of them is not.
        """
        frames = self.values or self._between(parameter)
        for value in frames:
            if not parameter.allows(value):
                raise ValueError(f"replays `{self.name}` at {value!r}, which it cannot take")
        return frames

    def _between(self, parameter: Parameter) -> tuple[Value, ...]:
        assert self.low is not None
        assert self.high is not None
        assert self.steps is not None
        if parameter.choice or isinstance(parameter.value, bool | str):
            raise ValueError(f"replays `{self.name}`, a choice: give its `values`")
        if parameter.scale == "log" and min(self.low, self.high) <= 0:
            raise ValueError("needs `from` and `to` above 0 on a log scale")
        last = self.steps - 1
        frames = [self._at(step / last, parameter) for step in range(self.steps)]
        # Whole numbers that fall together are one frame.
        return tuple(dict.fromkeys(frames))

    def _at(self, part: float, parameter: Parameter) -> Value:
        """Return the value a `part` (0 to 1) of the way along the parameter's scale."""
        assert self.low is not None
        assert self.high is not None
        if parameter.scale == "log":
            value = float(f"{self.low * (self.high / self.low) ** part:.3g}")
        else:
            value = round(self.low + (self.high - self.low) * part, 10)
        return round(value) if isinstance(parameter.value, int) else value
