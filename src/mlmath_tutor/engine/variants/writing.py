r"""How a value is written into a question: `{{x}}`, `{{x:3}}`, `{{x:.2}}`, `{{x:+}}`, `{{x:frac}}`.

Without a format a number stands as it is, which is to be a short decimal. A number is the
same everywhere; how it is set apart from its neighbours depends on where it stands.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

from .values import Matrix

MOST_DECIMALS = 15
# What a reader takes in without a format: 0.3465735902799727 needs one.
SHORT = 7
_SMALLEST, _LARGEST = Fraction(1, 10_000), 10**7
_FORMAT = re.compile(r"(?P<sign>\+)?(?:(?P<digits>[1-9])|\.(?P<decimals>[0-9])|(?P<frac>frac))?")


class FormatError(ValueError):
    """There is no such format."""


@dataclass(frozen=True, slots=True)
class Format:
    """How to write a number.

    Attributes:
        signed: whether a plus is written, too.
        digits: significant digits, or None.
        decimals: digits behind the point, or None.
        fraction: whether as a fraction in lowest terms.
    """

    signed: bool = False
    digits: int | None = None
    decimals: int | None = None
    fraction: bool = False

    @property
    def rounds(self) -> bool:
        """Whether it writes less than the number is."""
        return self.digits is not None or self.decimals is not None


def read_format(text: str) -> Format:
    """Read what stands behind the colon.

    Raises:
        FormatError: it is no format.
    """
    found = _FORMAT.fullmatch(text)
    if found is None:
        raise FormatError(
            f"`:{text}` is no format: write `:3` (digits), `:.2` (decimals), `:frac` or `:+`"
        )
    return Format(
        signed=found["sign"] is not None,
        digits=int(found["digits"]) if found["digits"] else None,
        decimals=int(found["decimals"]) if found["decimals"] else None,
        fraction=found["frac"] is not None,
    )


def is_short(number: Fraction) -> bool:
    """Return whether a number can be shown whole: few digits, and no more to come."""
    decimal = exact_decimal(number)
    return decimal is not None and len(decimal.strip("-").replace(".", "").strip("0")) <= SHORT


def exact_decimal(number: Fraction) -> str | None:
    """Return the whole number as a decimal, or None if it does not end within 15 decimals."""
    for decimals in range(MOST_DECIMALS + 1):
        scaled = number * 10**decimals
        if scaled.denominator == 1:
            return _fixed(number, decimals)
    return None


def plain(number: Fraction, how: Format) -> str:
    """Return a number in ASCII, as in a program or as learners type it."""
    if how.fraction:
        return _signed(str(number), number, how)
    return _signed(_decimal(number, how), number, how)


def latex(number: Fraction, how: Format) -> str:
    r"""Return a number in LaTeX."""
    if how.fraction and number.denominator != 1:
        sign = "-" if number < 0 else ""
        written = rf"{sign}\frac{{{abs(number.numerator)}}}{{{number.denominator}}}"
    elif how.fraction:
        written = str(number)
    else:
        mantissa, e, exponent = _decimal(number, how).partition("e")
        written = rf"{mantissa}\times10^{{{int(exponent)}}}" if e else mantissa
    return _signed(written, number, how)


def plain_rows(matrix: Matrix, how: Format) -> str:
    """Return a matrix in ASCII: `[[1, 2], [3, 4]]`."""
    rows = (", ".join(plain(cell, how) for cell in row) for row in matrix)
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def latex_rows(matrix: Matrix, how: Format) -> str:
    r"""Return a matrix in LaTeX, in square brackets."""
    body = r"\\".join("&".join(latex(cell, how) for cell in row) for row in matrix)
    return rf"\begin{{bmatrix}}{body}\end{{bmatrix}}"


def _signed(written: str, number: Fraction, how: Format) -> str:
    return f"+{written}" if how.signed and number >= 0 else written


def _decimal(number: Fraction, how: Format) -> str:
    """Return a decimal, with an exponent where it would be long."""
    if how.decimals is not None:
        return _fixed(number, how.decimals)
    if how.digits is None:
        return exact_decimal(number) or repr(float(number))
    if number and not _SMALLEST <= abs(number) < _LARGEST:
        with localcontext(Context(prec=how.digits, rounding=ROUND_HALF_UP)):
            rounded = Decimal(number.numerator) / Decimal(number.denominator)
        return f"{rounded:.{how.digits - 1}e}".replace("e+", "e")
    return _fixed(number, _decimals_for(number, how.digits))


def _decimals_for(number: Fraction, digits: int) -> int:
    """Return how many decimals show so many significant digits, after rounding."""
    if not number:
        return digits - 1
    decimals = digits - 1 - math.floor(math.log10(abs(number)))
    carried = abs(_rounded(number, decimals)) >= Fraction(10) ** (digits - decimals)
    return decimals - 1 if carried else decimals


def _rounded(number: Fraction, decimals: int) -> Fraction:
    """Return the nearest number of so many decimals; halves go away from 0, as in school."""
    scaled = abs(number) * Fraction(10) ** decimals
    nearest = math.floor(scaled + Fraction(1, 2)) / Fraction(10) ** decimals
    return -nearest if number < 0 else nearest


def _fixed(number: Fraction, decimals: int) -> str:
    rounded = _rounded(number, decimals)
    sign = "-" if rounded < 0 else ""
    if decimals <= 0:
        return f"{sign}{abs(int(rounded))}"
    digits = f"{abs(int(rounded * 10**decimals)):0{decimals + 1}d}"
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"
