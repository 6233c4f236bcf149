"""Expressions as text: in LaTeX to be shown, and in plain characters to be read again."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from .functions import FUNCTIONS
from .names import latex_of_name
from .nodes import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)

# How tightly an expression holds together: a sum, a sign, a product, a power, one thing.
_SUM, _SIGN, _PRODUCT, _POWER, _ATOM = range(5)


def latex(expression: Expression) -> str:
    """Return `expression` in LaTeX, as it was read, with the brackets it needs."""
    match expression:
        case Number(written=written):
            mantissa, _, exponent = written.partition("e")
            return rf"{mantissa} \times 10^{{{exponent}}}" if exponent else mantissa
        case Constant(name=name):
            return r"\pi" if name == "pi" else "e"
        case Symbol(name=name):
            return latex_of_name(name)
        case Negative(of=of):
            return f"-{_held(of, _PRODUCT)}"
        case Sum(terms=terms):
            return _joined_terms([latex(term) for term in terms])
        case Product(factors=factors):
            return _joined_factors(factors)
        case Quotient(numerator=above, denominator=below):
            return rf"\frac{{{latex(above)}}}{{{latex(below)}}}"
        case Power(base=base, exponent=exponent):
            return _latex_of_power(base, exponent)
        case Call(function=function, arguments=arguments):
            return _latex_of_call(function, arguments)
        case _:
            assert_never(expression)


def _joined_terms(terms: list[str]) -> str:
    """Return the sum of `terms`; one that begins with a minus sign is subtracted."""
    signed = (f" - {term[1:]}" if term.startswith("-") else f" + {term}" for term in terms[1:])
    return terms[0] + "".join(signed)


def _firmness(expression: Expression) -> int:
    match expression:
        case Sum():
            return _SUM
        case Negative():
            return _SIGN
        case Product():
            return _PRODUCT
        case Number(written=written):
            return _PRODUCT if "e" in written else _ATOM
        case Power() | Quotient():
            return _POWER
        case Call(function=function):
            return _POWER if function == "factorial" else _ATOM
        case Constant() | Symbol():
            return _ATOM
        case _:
            assert_never(expression)


def _held(expression: Expression, firmness: int) -> str:
    """Return `expression` in LaTeX, in brackets if it is not firm enough."""
    written = latex(expression)
    return written if _firmness(expression) >= firmness else _bracketed(written)


def _bracketed(written: str) -> str:
    return rf"\left({written}\right)"


def _joined_factors(factors: tuple[Expression, ...]) -> str:
    r"""Return a product in LaTeX: 2xy, but 2 \cdot 3, x \cdot 2 and \ln(x) \cdot y."""
    written = _held(factors[0], _PRODUCT)
    for before, factor in pairwise(factors):
        held = _held(factor, _PRODUCT)
        touching = _is_bare(before) and not _begins_with_number(factor)
        written += (" " if touching else r" \cdot ") + held
    return written


def _is_bare(expression: Expression) -> bool:
    """Return whether a factor may follow without a sign: a number, a letter or its power."""
    if isinstance(expression, Power):
        return isinstance(expression.base, Number | Symbol | Constant)
    return isinstance(expression, Number | Symbol | Constant | Quotient | Sum)


def _begins_with_number(expression: Expression) -> bool:
    match expression:
        case Number() | Quotient():
            return True
        case Power(base=first):
            return _begins_with_number(first)
        case Product(factors=factors):
            return _begins_with_number(factors[0])
        case Call(function="factorial", arguments=arguments):
            return _begins_with_number(arguments[0])
        case _:
            return False


def _latex_of_power(base: Expression, exponent: Expression) -> str:
    raised = f"^{{{latex(exponent)}}}"
    if isinstance(base, Call) and base.function not in _WITHOUT_NAME:
        if _has_index(base):
            return _bracketed(latex(base)) + raised
        return FUNCTIONS[base.function].latex + raised + _latex_of_arguments(base.arguments)
    return _held(base, _ATOM) + raised


_WITHOUT_NAME = frozenset({"sqrt", "cbrt", "abs", "factorial", "binom"})


def _has_index(call: Call) -> bool:
    """Return whether something stands below the function's name."""
    return call.function in ("log2", "log10") or (
        call.function == "log" and len(call.arguments) > 1
    )


def _latex_of_call(function: str, arguments: tuple[Expression, ...]) -> str:
    name = FUNCTIONS[function].latex
    match function:
        case "sqrt" | "cbrt":
            return f"{name}{{{latex(arguments[0])}}}"
        case "abs":
            return rf"\left|{latex(arguments[0])}\right|"
        case "factorial":
            return f"{_held(arguments[0], _ATOM)}!"
        case "binom":
            return rf"\binom{{{latex(arguments[0])}}}{{{latex(arguments[1])}}}"
        case "log" if len(arguments) == 2:
            return rf"\log_{{{latex(arguments[0])}}}{_latex_of_arguments(arguments[1:])}"
        case _:
            return name + _latex_of_arguments(arguments)


def _latex_of_arguments(arguments: tuple[Expression, ...]) -> str:
    return _bracketed(", ".join(latex(argument) for argument in arguments))


def text(expression: Expression) -> str:
    """Return `expression` in plain characters, every sign written: `2*w*lambda`.

    Reading it again gives the same expression.
    """
    match expression:
        case Number(written=name) | Constant(name=name) | Symbol(name=name):
            return name
        case Negative(of=of):
            return f"-{_text_within(of, _PRODUCT)}"
        case Sum(terms=terms):
            first, *others = terms
            written = [_text_within(first, _SIGN)]
            written += [
                f" - {_text_within(term.of, _PRODUCT)}"
                if isinstance(term, Negative)
                else f" + {_text_within(term, _PRODUCT)}"
                for term in others
            ]
            return "".join(written)
        case Product(factors=factors):
            first, *others = factors
            start = text(first) if isinstance(first, Quotient) else _text_within(first, _POWER)
            return "*".join([start, *(_text_within(factor, _POWER) for factor in others)])
        case Quotient(numerator=above, denominator=below):
            flat = isinstance(above, Product | Quotient)
            start = text(above) if flat else _text_within(above, _POWER)
            return f"{start}/{_text_within(below, _POWER)}"
        case Power(base=base, exponent=exponent):
            return f"{_text_within(base, _ATOM)}^{_text_within(exponent, _POWER)}"
        case Call(function=function, arguments=arguments):
            return _text_of_call(function, arguments)
        case _:
            assert_never(expression)


def _text_of_call(function: str, arguments: tuple[Expression, ...]) -> str:
    if function == "factorial":
        inside = arguments[0]
        bare = isinstance(inside, Number | Symbol | Constant)
        return f"{text(inside)}!" if bare else f"({text(inside)})!"
    if function == "log" and len(arguments) == 2:
        return f"log_({text(arguments[0])})({text(arguments[1])})"
    return f"{function}({', '.join(text(argument) for argument in arguments)})"


def _text_within(expression: Expression, firmness: int) -> str:
    """Return `expression` as text, in brackets if it would be read differently without."""
    written = text(expression)
    match expression:
        case Quotient():
            own = _PRODUCT
        case Number() | Call():
            own = _ATOM
        case _:
            own = _firmness(expression)
    return written if own >= firmness else f"({written})"
