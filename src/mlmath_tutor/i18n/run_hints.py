"""What common errors of a program mean, and what to do about them.

Python's own message stands above these sentences. A value in backquotes is code.
"""

from __future__ import annotations

from . import Catalogue, hints_arrays, hints_libraries, hints_python, hints_syntax

WORDS: Catalogue = (
    hints_arrays.WORDS | hints_libraries.WORDS | hints_python.WORDS | hints_syntax.WORDS
)
