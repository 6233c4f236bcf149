"""Programs whose figures are too many, too large, or full of what cannot be drawn."""

from __future__ import annotations

import pytest

from .expected import FINE, crowded

MILLION = """
import matplotlib.pyplot as plt, numpy as np
plt.scatter(np.random.rand(1_000_000), np.random.rand(1_000_000)); plt.show()
"""
NOT_FINITE = """
import matplotlib.pyplot as plt, numpy as np
plt.plot([1, 2, np.nan, 4], [1, np.inf, 2, 3]); plt.show()
"""
LOG_OF_NEGATIVE = """
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [-1, 0, 1]); plt.yscale("log"); plt.show()
"""
IMPORT_ONLY = "import matplotlib.pyplot as plt"


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        pytest.param(MILLION, 1, id="a million points"),
        pytest.param(NOT_FINITE, 1, id="values that are not finite"),
        pytest.param(LOG_OF_NEGATIVE, 1, id="logarithm of negative values"),
        pytest.param(IMPORT_ONLY, 0, id="nothing drawn"),
    ],
)
async def test_figures_arrive_whatever_is_in_them(hold, code, figures):
    ran = await hold(code, FINE, memory=1 << 30)
    assert len(ran.figures) == figures


ALWAYS_NEW = """
import matplotlib.pyplot as plt
for n in range(10_000):
    plt.plot([1, 2, n % 7]); plt.show()
"""
ALWAYS_THE_SAME = """
import matplotlib.pyplot as plt
for n in range(100):
    plt.cla(); plt.plot([1, 2, n % 7]); plt.pause(0.0001)
"""


async def test_ten_thousand_figures(hold):
    ran = await hold(ALWAYS_NEW, crowded(3))
    assert len(ran.figures) == 40


async def test_an_animation_of_a_hundred_pictures(hold):
    """Some may be left out, but not the last one."""
    ran = await hold(ALWAYS_THE_SAME, FINE)
    assert {figure.number for figure in ran.figures} == {1}
    assert len(ran.figures) <= 101
    assert ran.figures[-1].spec.axes[0].ylim == pytest.approx((0.95, 2.05))  # of 1, 2, 99 % 7
