"""Figures in cells: `draw` for the eye, `describe` for the ear."""

from __future__ import annotations

from .drawing import draw, wanted_rows
from .picture import RGB, Palette, Picture, Span

__all__ = ["RGB", "Palette", "Picture", "Span", "draw", "wanted_rows"]
