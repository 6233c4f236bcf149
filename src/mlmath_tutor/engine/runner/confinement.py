"""What a program cannot do on this system, as it is said to the learner before it runs."""

from __future__ import annotations

from typing import Literal

Confinement = Literal["writes-and-tcp", "writes", "none"]
"""Kept from writing outside its folder, and from TCP connections; from writing only; neither."""

_REFUSES_TRUNCATION, _REFUSES_TCP = 3, 4  # the versions of Landlock


def confinement() -> Confinement:
    """Return what programs are kept from here."""
    # Imported here: ctypes is not needed until somebody asks.
    from .child import landlock

    version = landlock.known_version()
    if version >= _REFUSES_TCP:
        return "writes-and-tcp"
    return "writes" if version >= _REFUSES_TRUNCATION else "none"
