"""Expressions as learners type them: `2w*λ`, `xy(a+b)`, `6√(3)`, `sin^2 x`, `log_2(8)`, `|x|`.

    sum      = [ sign ] product { sign [ sign ] product }
    product  = signed { ("*" | "/") signed | power }
    signed   = [ sign ] signed | power
    power    = postfix [ "^" signed ] ;  postfix = atom [ "!" ]
    atom     = number | name | bracket | "|" sum "|" | function

Multiplication may be left out, and is then no stronger than division: `1/2x` is (1/2)x. A
function without brackets takes in the product that follows, up to a bracket, a sign or
another function: `sin 2x cos y` is sin(2x)·cos(y), `sin 2(x+y)` and `ln 2 (x+y)` are what
they look like. Reading takes time linear in the length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeVar

from .errors import UnreadableError
from .functions import FUNCTIONS, TIGHT
from .names import Names
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
    walk,
)
from .tokens import Token, tokens

LONGEST = 300
# Levels of the tree. Written as text, each takes two levels of reading at most: its brackets
# and the function or exponent they belong to.
DEEPEST = 24
_DEEPEST_READING = 2 * DEEPEST + 2
_MOST_DIGITS = 60
_LARGEST_POWER_OF_TEN = 300

Inside = TypeVar("Inside")

_CLOSING = {"(": ")", "[": "]", "{": "}", "|": "|"}
_OPENING = frozenset("([{")
# `x log2` without anything behind it is the logarithm of 2.
_MAY_STAND_ALONE = frozenset({"log2", "log10"})


def read(text: str, symbols: Iterable[str]) -> Expression:
    """Read `text` as an expression in `symbols`.

    Args:
        text: as typed.
        symbols: the declared names, such as `x`, `x_1`, `lambda`; also a mapping from them.

    Raises:
        UnreadableError: it is none.
    """
    if len(text) > LONGEST:
        raise UnreadableError("too-long", LONGEST, {"most": LONGEST})
    typed = text.rstrip().rstrip(".。")
    expression = _Reader(tokens(typed, Names(symbols))).whole()
    if max(depth for _, depth in walk(expression)) > DEEPEST:
        raise UnreadableError("too-deep", len(text))
    return expression


class _Reader:
    """Reads tokens by the grammar above, one method a rule."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._here = 0
        self._depth = 0
        self._open: list[Token] = []
        self._lists: set[Token] = set()

    @property
    def _next(self) -> Token:
        return self._tokens[self._here]

    def _take(self) -> Token:
        token = self._next
        self._here += 1
        return token

    def _is_sign(self, *signs: str) -> bool:
        return self._next.kind == "sign" and self._next.text in signs

    def _is_over(self) -> bool:
        return self._next.kind == "end"

    def whole(self) -> Expression:
        if self._is_over():
            raise UnreadableError("empty", 0)
        expression = self._sum()
        if not self._is_over():
            raise self._unexpected(self._next)
        return expression

    def _sum(self) -> Expression:
        terms = [self._term()]
        while self._is_sign("+", "-"):
            terms.append(self._term())
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _term(self) -> Expression:
        """Read a product with the sign before it: -ab is -(ab)."""
        negative = self._is_sign("-")
        if self._is_sign("+", "-"):
            self._take()
        product = self._product()
        return Negative(product) if negative else product

    def _product(self) -> Expression:
        factors = [self._signed()]
        while True:
            if self._is_sign("*"):
                self._take()
                factors.append(self._signed())
            elif self._is_sign("/"):
                self._take()
                factors = [Quotient(_product_of(factors), self._signed())]
            elif self._begins_factor():
                factors.append(self._power())
            else:
                return _product_of(factors)

    def _begins_factor(self) -> bool:
        """Return whether a factor follows without a sign."""
        token = self._next
        if token.kind == "number":
            before = self._tokens[self._here - 1]
            # 2 3 may be 23, and x2 may be x² or x_2; (x+1)2 and x 2 are products.
            if before.kind == "number" or (token.touching and before.kind != "sign"):
                raise UnreadableError("operator-missing", token.at)
            return True
        if token.kind == "sign":
            closes = bool(self._open) and self._open[-1].text == "|"
            return token.text in _OPENING or (token.text == "|" and not closes)
        return token.kind != "end"

    def _signed(self) -> Expression:
        if self._is_sign("+", "-"):
            sign = self._take()
            of = self._deeper(self._signed)
            return Negative(of) if sign.text == "-" else of
        return self._power()

    def _power(self) -> Expression:
        base = self._postfix()
        if self._is_sign("^"):
            self._take()
            return Power(base, self._deeper(self._signed))
        return base

    def _postfix(self) -> Expression:
        base = self._atom()
        if self._is_sign("!"):
            self._take()
            base = Call("factorial", (base,))
            if self._is_sign("!"):
                raise UnreadableError("operator-missing", self._next.at)
        return base

    def _atom(self) -> Expression:
        token = self._next
        if token.kind == "number":
            return _number(self._take())
        if token.kind == "symbol":
            return Symbol(self._take().text)
        if token.kind == "constant":
            return Constant(self._take().text)
        if token.kind == "function":
            return self._deeper(self._function)
        if self._is_sign("|"):
            return Call("abs", (self._bracket(self._sum),))
        if self._is_sign(*_OPENING):
            return self._bracket(self._sum)
        raise self._unexpected(token)

    def _unexpected(self, token: Token) -> UnreadableError:
        if token.kind == "end":
            if self._open:
                return UnreadableError("bracket-missing", self._open[-1].at)
            return UnreadableError("incomplete", token.at)
        if self._is_decimal_comma(self._here):
            return UnreadableError("decimal-comma", token.at)
        if token.text in ")]}":
            if not self._open:
                return UnreadableError("bracket-extra", token.at)
            if token.text != _CLOSING[self._open[-1].text]:
                values = {"sign": token.text, "opening": self._open[-1].text}
                return UnreadableError("bracket-other", token.at, values)
        return UnreadableError("operand-missing", token.at, {"sign": token.text})

    def _function(self) -> Expression:
        name = self._take()
        if name.text == "frac":
            return Quotient(self._group(), self._group())
        if name.text == "binom" and self._is_sign("{"):
            return Call("binom", (self._group(), self._group()))
        if name.text == "sqrt" and self._is_sign("["):
            return self._root()
        base: tuple[Expression, ...] = ()
        if name.text == "log" and self._is_sign("_"):
            self._take()
            base = (self._atom(),)
        exponent: Expression | None = None
        if self._is_sign("^"):
            self._take()
            exponent = self._signed()
        return _raised(*self._applied(name, base), exponent)

    def _applied(
        self, name: Token, base: tuple[Expression, ...]
    ) -> tuple[str, tuple[Expression, ...]]:
        """Read what the function `name` is applied to; return the function and all of that."""
        if name.text in _MAY_STAND_ALONE and not self._begins_operand():
            return "log", (Number(Fraction(name.text[3:]), name.text[3:]),)
        if not self._is_sign(*_OPENING):
            arguments: tuple[Expression, ...] = (self._bare_argument(name),)
        else:
            if FUNCTIONS[name.text].most > 1:
                self._lists.add(self._next)
            arguments = self._bracket(self._arguments)
        self._count(name, len(arguments))
        return name.text, (*base, *arguments)

    def _count(self, name: Token, given: int) -> None:
        """Refuse too few or too many arguments; the base of `log` is not typed as one."""
        function = FUNCTIONS[name.text]
        most = 1 if name.text == "log" else function.most
        if not function.fewest <= given <= most:
            wanted = function.fewest if given < function.fewest else most
            values = {"name": name.text, "wanted": wanted, "given": given}
            raise UnreadableError("arguments", name.at, values)

    def _arguments(self) -> tuple[Expression, ...]:
        arguments = [self._sum()]
        while self._is_sign(",") and not self._is_decimal_comma(self._here):
            self._take()
            arguments.append(self._sum())
        return tuple(arguments)

    def _group(self) -> Expression:
        """Read one part of LaTeX's fractions: something in braces, or a single thing."""
        if self._is_sign("{"):
            return self._bracket(self._sum)
        if self._next.kind in ("number", "symbol", "constant"):
            return self._atom()
        raise UnreadableError("fraction", self._next.at)

    def _root(self) -> Expression:
        r"""Read \\sqrt[n]{x}, and sqrt[x] all the same."""
        index = self._bracket(self._sum)
        if not self._is_sign("{"):
            return Call("sqrt", (index,))
        return Power(self._bracket(self._sum), Quotient(Number(Fraction(1), "1"), index))

    def _begins_operand(self) -> bool:
        token = self._next
        if token.kind == "sign":
            return token.text in _OPENING
        return token.kind != "end"

    def _bare_argument(self, name: Token) -> Expression:
        if not (self._begins_operand() or self._is_sign("-", "|")):
            raise UnreadableError("argument-missing", self._next.at, {"name": name.text})
        factors = [self._signed()]
        while name.text not in TIGHT and self._continues_argument(factors):
            factors.append(self._power())
        return _product_of(factors)

    def _continues_argument(self, factors: list[Expression]) -> bool:
        if not self._begins_factor():
            return False
        if self._next.kind == "number":
            raise UnreadableError("operator-missing", self._next.at)  # is ln x 2 ln(2x)?
        if self._next.kind == "sign":
            return self._next.touching and all(isinstance(f, Number) for f in factors)
        return self._next.kind != "function"

    def _bracket(self, rule: Callable[[], Inside]) -> Inside:
        opening = self._take()
        self._open.append(opening)
        inside = self._deeper(rule)
        if not self._is_sign(_CLOSING[opening.text]):
            raise self._unexpected(self._next)
        self._take()
        self._open.pop()
        return inside

    def _deeper(self, rule: Callable[[], Inside]) -> Inside:
        if self._depth >= _DEEPEST_READING:
            raise UnreadableError("too-deep", self._next.at)
        self._depth += 1
        inside = rule()
        self._depth -= 1
        return inside

    def _is_decimal_comma(self, here: int) -> bool:
        """Return whether a comma stands between numbers where nothing is listed."""
        around = self._tokens[max(here - 1, 0) : here + 2]
        kinds = [token.kind for token in around]
        listed = self._open and self._open[-1] in self._lists
        return (
            self._tokens[here].text == "," and kinds == ["number", "sign", "number"] and not listed
        )


def _product_of(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _raised(
    function: str, arguments: tuple[Expression, ...], exponent: Expression | None
) -> Expression:
    """Return the call with the exponent written between name and argument: sin^2 x, sin^-1 x."""
    inverse = FUNCTIONS[function].inverse
    if inverse and isinstance(exponent, Negative) and _is_one(exponent.of):
        return Call(inverse, arguments)
    call = Call(function, arguments)
    return call if exponent is None else Power(call, exponent)


def _is_one(expression: Expression) -> bool:
    return isinstance(expression, Number) and expression.value == 1


def _number(token: Token) -> Number:
    mantissa, _, exponent = token.text.lower().partition("e")
    exponent = str(int(exponent[:5])) if exponent else ""
    too_long = len(mantissa) > _MOST_DIGITS
    if too_long or (exponent and abs(int(exponent)) > _LARGEST_POWER_OF_TEN):
        raise UnreadableError("too-large", token.at)
    mantissa = f"0{mantissa}" if mantissa.startswith(".") else mantissa.rstrip(".")
    written = f"{mantissa}e{exponent}" if exponent else mantissa
    return Number(Fraction(written), written)
