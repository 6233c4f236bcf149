"""Nodes → boxes, two-dimensional."""

from __future__ import annotations

from .mode import Mode
from .setter import Setter

__all__ = ["Mode", "Setter"]
