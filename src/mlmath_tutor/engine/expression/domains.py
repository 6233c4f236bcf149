"""Where a variable lives: an interval, and whether it takes whole numbers only."""

from __future__ import annotations

import math
from dataclasses import dataclass

# How far an unbounded domain is probed at first: where numbers are easy to follow.
NEAR = 5.0


@dataclass(frozen=True, slots=True)
class Domain:
    """The values a variable may take.

    The ends of an interval of real numbers do not belong to it; those of whole numbers do.

    Attributes:
        low: the lower end; may be minus infinity.
        high: the upper end; may be infinity.
        integer: whether only whole numbers count.

    Raises:
        ValueError: there is nothing between the ends.
    """

    low: float = -math.inf
    high: float = math.inf
    integer: bool = False

    def __post_init__(self) -> None:
        low, high = self.window()
        if math.isnan(low) or math.isnan(high):
            raise ValueError(f"no number lies between {self.low} and {self.high}")
        if (math.ceil(low) > math.floor(high)) if self.integer else low >= high:
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    def window(self, far: float = NEAR) -> tuple[float, float]:
        """Return a finite interval inside the domain, to draw points from.

        Where the domain has no end, the interval goes as far as `far` from 0 or a little
        beyond the other end; for whole numbers twice as far.
        """
        far = 2 * far if self.integer else far
        low, high = self.low, self.high
        if low == -math.inf:
            low = min(-far, high - 2 * far) if high < math.inf else -far
        if high == math.inf:
            high = max(far, low + 2 * far) if self.low > -math.inf else far
        return low, high


REAL = Domain()
POSITIVE = Domain(low=0.0)
INTEGER = Domain(integer=True)
NATURAL = Domain(low=1.0, integer=True)
