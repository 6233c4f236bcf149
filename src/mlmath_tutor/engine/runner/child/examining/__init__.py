"""Examining an answer where it can do no harm: what grading asks, found by computing.

What is found is handed on as one JSON text of bounded length. The app judges; here it is
only measured.
"""

from __future__ import annotations

import importlib
import json

LONGEST = 18_000  # characters


def examine(examination: str, matter: str) -> str:
    """Return what the examination found, as JSON in ASCII.

    Args:
        examination: the module of this package that examines.
        matter: what it is given, as JSON.

    Raises:
        ValueError: what was found is too long to be handed on.
    """
    module = importlib.import_module(f"{__name__}.{examination}")
    found = json.dumps(module.findings(json.loads(matter)), allow_nan=False)
    if len(found) > LONGEST:
        raise ValueError(f"the findings take {len(found)} characters")
    return found
