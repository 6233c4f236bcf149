"""The functions that can be typed: how they are written, and what they are applied to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """How a function is written.

    Attributes:
        latex: its name in LaTeX.
        fewest: the smallest number of arguments.
        most: the largest number of arguments.
        inverse: the function that `f^-1` means, if that is not 1/f.
    """

    latex: str
    fewest: int = 1
    most: int = 1
    inverse: str | None = None


def _upright(name: str) -> Function:
    return Function(rf"\operatorname{{{name}}}")


FUNCTIONS: dict[str, Function] = {
    "exp": Function(r"\exp"),
    "ln": Function(r"\ln"),
    "log": Function(r"\log", most=2),
    "log2": Function(r"\log_{2}"),
    "log10": Function(r"\log_{10}"),
    "sqrt": Function(r"\sqrt"),
    "cbrt": Function(r"\sqrt[3]"),
    "abs": Function(r"\operatorname{abs}"),
    "sin": Function(r"\sin", inverse="arcsin"),
    "cos": Function(r"\cos", inverse="arccos"),
    "tan": Function(r"\tan", inverse="arctan"),
    "cot": Function(r"\cot"),
    "sec": Function(r"\sec"),
    "csc": Function(r"\csc"),
    "arcsin": Function(r"\arcsin"),
    "arccos": Function(r"\arccos"),
    "arctan": Function(r"\arctan"),
    "sinh": Function(r"\sinh", inverse="arsinh"),
    "cosh": Function(r"\cosh", inverse="arcosh"),
    "tanh": Function(r"\tanh", inverse="artanh"),
    "arsinh": _upright("arsinh"),
    "arcosh": _upright("arcosh"),
    "artanh": _upright("artanh"),
    "sigmoid": Function(r"\sigma"),
    "softplus": _upright("softplus"),
    "relu": _upright("ReLU"),
    "sign": _upright("sign"),
    "max": Function(r"\max", fewest=2, most=20),
    "min": Function(r"\min", fewest=2, most=20),
    "binom": Function(r"\binom", fewest=2, most=2),
    "factorial": Function("!"),
}

# Other spellings; a declared name goes before them.
ALIASES: dict[str, str] = {
    "√": "sqrt",
    "∛": "cbrt",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "asinh": "arsinh",
    "acosh": "arcosh",
    "atanh": "artanh",
    "sgn": "sign",
    "σ": "sigmoid",
    "sigma": "sigmoid",
    "logistic": "sigmoid",
    "ReLU": "relu",
    # LaTeX's fraction, which the reader turns into a quotient.
    "frac": "frac",
}

# Written without brackets, these take in the next thing only: √2x is (√2)x, but sin 2x is sin(2x).
TIGHT = frozenset({"sqrt", "cbrt"})
