"""Mathematics as text: LaTeX set in two dimensions, in any terminal.

`Typesetter` reads LaTeX as people write it and returns pictures made of rows of styled runs:
`display` for formulas on lines of their own, `inline` for those in running text. It knows
neither Textual nor Rich.
"""

from __future__ import annotations

from .box import Box
from .errors import MathError
from .glyphs import GlyphSet
from .mentions import mentions
from .typesetter import Typesetter

__all__ = ["Box", "GlyphSet", "MathError", "Typesetter", "mentions"]
