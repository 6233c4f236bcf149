"""A font with Japanese for figures that are saved."""

from __future__ import annotations

import matplotlib as mpl
from matplotlib import font_manager

JAPANESE = (
    "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "IPAGothic", "TakaoGothic", "VL Gothic",
    "Hiragino Sans", "Hiragino Maru Gothic Pro", "Yu Gothic", "Meiryo", "MS Gothic",
)  # fmt: skip


def add_japanese_font() -> str | None:
    """Let Matplotlib fall back to a Japanese font of this machine; return its name.

    Without one Matplotlib warns by itself when it saves a character it cannot draw.
    """
    known = {each.name for each in font_manager.fontManager.ttflist}
    found = next((name for name in JAPANESE if name in known), None)
    families = list(mpl.rcParams["font.family"])
    if found is not None and found not in families:
        mpl.rcParams["font.family"] = [*families, found]
    return found
