"""A replay: one parameter walks its prepared path, and what it changes is seen as motion."""

from __future__ import annotations

from collections.abc import Sequence

from mlmath_tutor.content.parameters import Value
from mlmath_tutor.render.runs import cells

from ..ink import Line, Span, meter
from ..study import Study

SPEEDS = (1, 2, 4, 8, 16, 32)  # frames a second
NORMAL = 8


class Player:
    """Where a replay stands: the frame in hand, whether it plays, how fast.

    Args:
        name: the parameter that walks.
        frames: its values in order, at least two.
    """

    def __init__(self, name: str, frames: Sequence[Value]) -> None:
        self.name = name
        self.playing = False
        self.speed = NORMAL
        """Frames a second."""
        self._frames = tuple(frames)
        self._at: int | None = None

    def place(self, value: Value) -> int | None:
        """Return the frame (from 0) at which the parameter stands, None off the path."""
        if self._at is not None and self._frames[self._at] == value:
            return self._at
        return self._frames.index(value) if value in self._frames else None

    def play(self, value: Value) -> Value:
        """Begin to play; return the first value to show: the next one, or the path's start."""
        self.playing = True
        place = self.place(value)
        if place is None or place == len(self._frames) - 1:
            return self._go(0)
        return self._go(place + 1)

    def pause(self) -> None:
        """Stop where it is."""
        self.playing = False

    def step(self, by: int, value: Value) -> Value:
        """Return the value `by` frames on or back; the path's ends hold. It stops at the last."""
        place = self.place(value)
        if place is None:
            return self._go(0 if by > 0 else len(self._frames) - 1)
        reached = self._go(max(0, min(len(self._frames) - 1, place + by)))
        if self._at == len(self._frames) - 1:
            self.playing = False
        return reached

    def faster(self, by: int) -> None:
        """Take the next (1) or previous (-1) speed."""
        at = SPEEDS.index(self.speed) + by
        self.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, at))]

    def _go(self, place: int) -> Value:
        self._at = place
        return self._frames[place]

    def line(self, study: Study, value: Value, columns: tuple[int, int, int]) -> Line:
        """Return the row under the sliders: key, word or speed, meter, place.

        Args:
            study: for words and signs.
            value: where the parameter stands.
            columns: cells of the label (key included), of the meter, of the place.
        """
        label, track, end = columns
        place = self.place(value)
        count = len(self._frames)
        key = "." if study.still else "p"
        words = study.say("replay.name")
        if self.speed != NORMAL:
            words = study.say("replay.speed", speed=self.speed)
        part = 0.0 if place is None else place / (count - 1)
        shown = study.signs.todo if place is None else str(place + 1)
        return (
            Span(f"{key} ", "bright", bold=True),
            Span(words + " " * (label - 2 - cells(words)), "muted"),
            *meter(part, track, study.signs.fill, study.signs.rule),
            Span(f"{shown} / {count}".rjust(end), "muted"),
        )
