"""Tokens → nodes: LaTeX's mathematics as people write it."""

from __future__ import annotations

from ..errors import MathError
from ..macros import Macros
from ..nodes import Formula
from .parser import Parser

__all__ = ["parse"]


def parse(latex: str, macros: Macros) -> tuple[Formula, tuple[MathError, ...]]:
    """Return the formula and what in it could not be understood.

    A command nobody knows is a `Trouble` node and one of the reported problems.

    Raises:
        MathError: the formula has no structure: a brace or an environment is never closed,
            an argument is missing.
    """
    parser = Parser(latex, dict(macros))
    formula = parser.formula()
    return formula, tuple(sorted(parser.problems, key=lambda problem: problem.pos))
