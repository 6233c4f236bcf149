"""Cutting the paths of this machine out of what a learner reads."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_SITE_PACKAGES = re.compile(r"(?:[A-Za-z]:)?[/\\][^\s'\"()]*?(?:site|dist)-packages[/\\]")
_STANDARD_LIBRARY = re.compile(r"(?:[A-Za-z]:)?[/\\][^\s'\"()]*?[/\\]python3\.\d+[/\\]")


def without_paths(text: str, folder: Path) -> str:
    """Return `text` with paths cut down to the part a reader knows.

    Files of the run's `folder` keep their name, those of libraries their place inside
    the library.
    """
    text = _STANDARD_LIBRARY.sub("", _SITE_PACKAGES.sub("", text))
    for place in (str(folder), sys.prefix, sys.base_prefix):
        if len(place) > 1:
            text = text.replace(f"{place}/", "").replace(f"{place}\\", "")
    return text
