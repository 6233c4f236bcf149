"""Figures in cells: `draw` for the eye, `describe` for the ear."""

from __future__ import annotations

from .describing import describe
from .drawing import draw
from .layout import wanted_rows
from .picture import RGB, Palette, Picture, Span

__all__ = ["RGB", "Palette", "Picture", "Span", "describe", "draw", "wanted_rows"]
