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
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if torch := sys.modules.get("torch"):
        torch.default_generator.seed()
    gc.enable()
