"""Making a forked process look as if it had just been started."""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
from pathlib import Path


def begin(folder: Path) -> None:
    """Make `folder` the home of this process, and let it draw random numbers of its own."""
    place = str(folder)
    os.environ.update(dict.fromkeys(("HOME", "TEMP", "TMP", "TMPDIR", "USERPROFILE"), place))
    tempfile.tempdir = None  # it remembers the one of the process that forked
    draw_anew()
    gc.enable()


def draw_anew() -> None:
    """Begin a new sequence in every source of random numbers that is loaded."""
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if torch := sys.modules.get("torch"):
        torch.default_generator.seed()
