"""A Matplotlib backend whose `show` hands figures over as data.

Chosen by `MPLBACKEND=module://mlmath_tutor.engine.runner.child.backend`. Figures can be
saved as always (by Agg); nothing is drawn for the screen here: the spec of each figure goes
to `deliver`, which the process that runs the learner's program sets.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from mlmath_tutor.figspec import encode

from .figure_axes import figure_spec
from .figure_fonts import add_japanese_font

deliver: Callable[[int, dict[str, object]], None] | None = None
"""Takes the number of a figure, unique in this process, and its encoded spec."""

_numbers = itertools.count(1)

add_japanese_font()


class FigureManagerSpec(FigureManagerBase):
    """Keeps the number under which its figure is delivered."""

    def __init__(self, canvas: FigureCanvasAgg, num: int | str) -> None:
        super().__init__(canvas, num)
        self.delivery = next(_numbers)

    def show(self) -> None:
        """Deliver this figure (`fig.show()`)."""
        _hand_over(self)

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """Deliver all open figures (`plt.show()`)."""
        show(block=block)


# Matplotlib is not typed: its classes are Any to mypy.
class FigureCanvasSpec(FigureCanvasAgg):  # type: ignore[misc]
    """Agg, with a manager that delivers figures as data."""

    manager_class = FigureManagerSpec

    def draw_idle(self, *_arguments: object, **_options: object) -> None:
        """Do nothing: what is drawn for a screen (`plt.pause`, `plt.draw`) nobody would see."""


FigureCanvas = FigureCanvasSpec
FigureManager = FigureManagerSpec


def show(*, block: bool | None = None) -> None:
    """Deliver all open figures, then close them; `block=False` (`plt.pause`) leaves them open."""
    for manager in Gcf.get_all_fig_managers():
        _hand_over(manager)
        if block is not False:
            Gcf.destroy(manager)


def show_remaining() -> None:
    """Deliver the figures that are still open when a program has ended."""
    show()


def _hand_over(manager: FigureManagerBase) -> None:
    if deliver is None:
        warnings.warn("figures are not shown here; save them with savefig", stacklevel=3)
        return
    if not manager.canvas.figure.axes:
        return
    number = manager.delivery if isinstance(manager, FigureManagerSpec) else next(_numbers)
    deliver(number, encode(figure_spec(manager.canvas.figure)))
