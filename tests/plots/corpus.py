"""Programs as people write them, run through the backend and over the wire."""

from __future__ import annotations

import contextlib
import io
import json
import warnings
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt

from mlmath_tutor import figspec
from mlmath_tutor.engine.runner.child import backend

FOLDER = Path(__file__).parents[1] / "data" / "plots"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.py")))


def figures(name: str) -> list[figspec.Figure]:
    """Return the figures that a program of the corpus shows, each as it last was."""
    shown: dict[int, Any] = {}
    code = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    before = backend.deliver
    backend.deliver = lambda number, spec: shown.update({number: json.dumps(spec)})
    try:
        with mpl.rc_context(), warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            plt.switch_backend(f"module://{backend.__name__}")
            exec(compile(code, f"{name}.py", "exec"), {"__name__": "__main__"})
            backend.show_remaining()
    finally:
        plt.close("all")
        backend.deliver = before
    return [figspec.decode(json.loads(spec)) for spec in shown.values()]
