"""The runs of one program: what is shown, what is under way, what comes next.

A run that follows a slider shows nothing until it is complete: the page stands still and
only figures and numbers move. While it is under way the newest value waits, and values in
between are never run, so that nothing piles up.
"""

from __future__ import annotations

import time

from mlmath_tutor.engine.runner import Job, RunEvent

from ..ink import Span
from ..study import Study
from .outcome import SECONDS_SHOWN, Outcome, Phase

PATIENCE = 2.0  # seconds after which a run that follows a slider is shown unfinished, or let go


class Runs:
    """One run at a time, and the newest wish."""

    def __init__(self, shown: Outcome) -> None:
        self.shown = shown
        """What the learner sees: the last run, or the one under way."""
        self.again = False
        """Whether another run must follow: something changed meanwhile."""
        self._coming: Outcome | None = None
        self._started = 0.0
        self._frame = 0

    @property
    def under_way(self) -> bool:
        """Whether a run is under way."""
        return self._coming is not None

    @property
    def seconds(self) -> float:
        """How long the run under way has taken so far."""
        return time.monotonic() - self._started

    @property
    def takes_long(self) -> bool:
        """Whether a run is under way long enough to be spoken of."""
        return self.under_way and self.seconds >= SECONDS_SHOWN

    def begin(self, job: Job, *, behind: bool) -> None:
        """Begin a run; `behind` keeps the last outcome in view until this one is complete."""
        self.again = False
        self._coming = Outcome(job=job)
        self._coming.start()
        self._started = time.monotonic()
        if not behind or self.shown.phase is not Phase.ENDED:
            self._show()

    def take(self, event: RunEvent) -> bool:
        """Take in what the run tells; return whether that changes what is shown."""
        assert self._coming is not None
        self._coming.take(event)
        if self._coming.phase is not Phase.ENDED:
            return self.shown is self._coming
        limit = self._coming.limit
        if not (self.again and limit is not None and limit.kind == "cancelled"):
            # A run let go for a newer one is not worth a look.
            self._show()
        self._coming = None
        return True

    def tick(self) -> bool:
        """Move the running mark; return whether that changes what is shown."""
        if self._coming is None:
            return False
        self._frame += 1
        self._coming.seconds = self.seconds
        if self.seconds > PATIENCE:
            self._show()
        return self.seconds >= SECONDS_SHOWN

    def _show(self) -> None:
        assert self._coming is not None
        if self.shown is not self._coming:
            # What the learner opened stays open.
            self._coming.unfolded = self.shown.unfolded
            self.shown = self._coming

    def state(self, study: Study) -> tuple[Span, ...]:
        """Return the state that stands at the right of a heading."""
        outcome = self.shown
        if self._coming is not None and self._coming.seconds >= SECONDS_SHOWN:
            outcome = self._coming
        return outcome.state(study, self._frame)
