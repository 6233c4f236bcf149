"""Saving one of a program's figures as a file, which goes to the app as a message."""

from __future__ import annotations

import base64
import io
import warnings
from typing import Any

from mlmath_tutor.engine.runner.child import gallery
from mlmath_tutor.engine.runner.child.job import Save
from mlmath_tutor.engine.runner.child.wire import Wire

_DOTS_PER_INCH = 150
_MISSING_GLYPH = "missing from"


class Saver:
    """Takes the place of the gallery: remembers the figure that is to be saved, as last shown."""

    def __init__(self, wire: Wire, save: Save) -> None:
        self._wire = wire
        self._save = save
        self._order = gallery.Order()
        self._figure: Any = None

    def deliver(self, delivery: int, spec: dict[str, object]) -> None:  # noqa: ARG002
        """Take note of a figure that is being shown."""
        if self._order.place(delivery) == self._save.number:
            self._figure = _figure_of(delivery)

    def finish(self) -> None:
        """Send the figure's file, and whether its fonts lack characters that stand in it."""
        gallery.show_remaining()
        if self._figure is None:
            return
        file = io.BytesIO()
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            self._figure.savefig(file, format=self._save.format, dpi=_DOTS_PER_INCH)
        self._wire.send(
            "saved",
            data=base64.b64encode(file.getvalue()).decode(),
            glyphs_missing=any(_MISSING_GLYPH in str(each.message) for each in heard),
        )


def _figure_of(delivery: int) -> Any:
    from matplotlib._pylab_helpers import Gcf

    for manager in Gcf.get_all_fig_managers():
        if getattr(manager, "delivery", None) == delivery:
            return manager.canvas.figure
    return None
