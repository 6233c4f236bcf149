"""Figures in cells: `draw` for the eye, `describe` for the ear.

NumPy and plotext are loaded when the first figure is drawn, not when this is imported.
"""

from __future__ import annotations

from mlmath_tutor.figspec import Figure
from mlmath_tutor.i18n import Lang

from .picture import RGB, Palette, Picture, Span

__all__ = ["RGB", "Palette", "Picture", "Span", "describe", "draw", "panel_levels", "wanted_rows"]


def draw(figure: Figure, cols: int, rows: int, palette: Palette) -> Picture:
    """Return `figure` as `rows` rows of exactly `cols` cells.

    Below 12 by 5 cells nothing can be recognised; callers say the description instead.

    Raises:
        ValueError: `cols` or `rows` is not positive.
    """
    from .drawing import drawn

    return drawn(figure, cols, rows, palette)


def describe(figure: Figure, lang: Lang) -> tuple[str, ...]:
    """Return what `figure` shows, in sentences of `lang`.

    Titles and axes come first, then each layer from the one the text is about on, then
    where lines cross. A layer without finite data is passed over.
    """
    from .describing import described

    return described(figure, lang)


def wanted_rows(figure: Figure, cols: int) -> int:
    """Return a number of rows that suits `figure` at a width of `cols` cells."""
    from .layout import suitable_rows

    return suitable_rows(figure, cols)


def panel_levels(figure: Figure, cols: int) -> int:
    """Return how many panels of `figure` stand one over the other at a width of `cols` cells."""
    from .layout import levels

    return levels(figure, cols)
