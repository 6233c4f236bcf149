"""Typed characters in their plain form: full width, superscripts, look-alikes, LaTeX's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .errors import UnreadableError

_SAME = str.maketrans(
    {
        **dict.fromkeys("−–—‒―ー﹣", "-"),
        **dict.fromkeys("×·⋅∙•・✕✖∗＊", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("∣│", "|"),
        **dict.fromkeys("′’ʹ´‵", "'"),
        "ˆ": "^",
        "。": ".",
        "、": ",",
    }
)
# Of spaces, sizes and the signs around a formula nothing is left.
_SPACES = dict.fromkeys((*",;:!> ", "(", ")", "[", "]", "quad", "displaystyle", "textstyle"), " ")
_SIZES = dict.fromkeys(("left", "right", "big", "bigl", "bigr", "Big", "Bigl", "Bigr"), "")
_LATEX_WORDS = {
    **_SPACES,
    **_SIZES,
    **dict.fromkeys(("cdot", "times", "ast"), "*"),
    **dict.fromkeys(("vert", "lvert", "rvert", "mid"), "|"),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), " frac "),
    "div": "/",
    "log": "log",
    "prime": "'",
    "{": "{",
    "}": "}",
}
_FORMULA_SIGN = re.compile(r"^\s*(\${1,2})|(\${1,2})\s*$")
_UPRIGHT = re.compile(r"\\(?:operatorname\*?|mathrm|mathit|mathbf|mathsf|text)\s*\{(\w*)\}")
# \frac12 is a half.
_DIGITS_OVER = re.compile(r"(\\[dtc]?frac)\s*(\d)(?:\s*(\d)|(?=\s*\{))")
_LATEX = re.compile(r"\\([A-Za-z]+|[^A-Za-z])")
_PRIMES_ABOVE = re.compile(r"\^(?:('+)|\{\s*('+)\s*\})")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain characters, and where each of them came from.

    Attributes:
        text: what is read.
        places: for each character of `text` its place in what was typed.
    """

    text: str
    places: tuple[int, ...]


def plain(typed: str) -> Plain:
    """Return `typed` in plain characters.

    A run of superscripts becomes `^( … )`; a run of subscripts `_…` and a blank.

    Raises:
        UnreadableError: a fraction such as ½ stands right behind a digit.
    """
    characters = list(_characters(typed))
    text = "".join(character for character, _ in characters)
    return _without_latex(Plain(text, tuple(at for _, at in characters)))


def _characters(typed: str) -> Iterator[tuple[str, int]]:
    level = ""
    for at, sign in enumerate(typed):
        wanted = _level(sign)
        if wanted != level:
            yield from ((c, at) for c in _AFTER[level] + _BEFORE[wanted])
            level = wanted
        shown = unicodedata.normalize("NFKC", sign).translate(_SAME)
        if "FRACTION" in unicodedata.name(sign, "") and len(shown) > 1:
            if at and typed[at - 1].isdigit():
                raise UnreadableError("operator-missing", at)  # 2½ is not 21/2
            shown = f"({shown})"
        yield from ((c, at) for c in shown)
    yield from ((c, len(typed)) for c in _AFTER[level])


_BEFORE = {"": "", "<super>": "^(", "<sub>": "_"}
_AFTER = {"": "", "<super>": ")", "<sub>": " "}


def _level(sign: str) -> str:
    kind = unicodedata.decomposition(sign).partition(" ")[0]
    return kind if kind in _BEFORE else ""


_BRACED_BELOW = re.compile(r"_\{(\w+)\}")


def _without_latex(read: Plain) -> Plain:
    r"""Return `read` without LaTeX's words and signs, and without the braces of `x_{1}`."""
    if "\\" not in read.text and not {"$", "{"} & set(read.text):
        return read
    for pattern, replacement in _REWRITTEN:
        read = _rewritten(read, pattern, replacement)
    return read


def _rewritten(read: Plain, pattern: re.Pattern[str], replacement: Replacement) -> Plain:
    """Return `read` with what matches replaced; all of a replacement stands where it began."""
    pieces: list[tuple[str, int]] = []
    end = 0
    for found in pattern.finditer(read.text):
        start = found.start()
        pieces.extend(zip(read.text[end:start], read.places[end:start], strict=True))
        pieces.extend((c, read.places[start]) for c in replacement(found))
        end = found.end()
    pieces.extend(zip(read.text[end:], read.places[end:], strict=True))
    return Plain("".join(c for c, _ in pieces), tuple(at for _, at in pieces))


def _digits_in_braces(found: re.Match[str]) -> str:
    name, above, below = found.groups()
    return f"{name}{{{above}}}" + (f"{{{below}}}" if below else "")


def _in_plain_words(found: re.Match[str]) -> str:
    word = found[1]
    return _LATEX_WORDS.get(word, f" {word} " if word.isalpha() else found[0])


Replacement = Callable[[re.Match[str]], str]
_REWRITTEN: tuple[tuple[re.Pattern[str], Replacement], ...] = (
    (_FORMULA_SIGN, lambda _: " "),
    (_UPRIGHT, lambda found: f" {found[1]} "),
    (_DIGITS_OVER, _digits_in_braces),
    (_LATEX, _in_plain_words),
    (_PRIMES_ABOVE, lambda found: found[1] or found[2]),
    (_BRACED_BELOW, lambda found: f"_{found[1]} "),
)
