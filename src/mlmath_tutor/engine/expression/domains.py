"""Where a variable lives: an interval, and whether it takes whole numbers only."""

from __future__ import annotations

import math
from dataclasses import dataclass

# An unbounded domain is probed where numbers are easy to follow.
_FAR = 5.0
_FAR_INTEGER = 12.0


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
        low, high = self.window
        if math.isnan(low) or math.isnan(high):
            raise ValueError(f"no number lies between {self.low} and {self.high}")
        if (math.ceil(low) > math.floor(high)) if self.integer else low >= high:
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def window(self) -> tuple[float, float]:
        """The finite interval inside the domain that points are drawn from."""
        far = _FAR_INTEGER if self.integer else _FAR
        low, high = self.low, self.high
        if math.isinf(low) and low < 0:
            low = -far if math.isinf(high) else min(-far, high - 2 * far)
        if math.isinf(high) and high > 0:
            high = max(far, low + 2 * far)
        return low, high


REAL = Domain()
POSITIVE = Domain(low=0.0)
INTEGER = Domain(integer=True)
NATURAL = Domain(low=1.0, integer=True)
