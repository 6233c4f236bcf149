"""Typed characters in their plain form: full width, superscripts, look-alikes, LaTeX's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import UnreadableError

_SAME = str.maketrans(
    {
        **dict.fromkeys("−–—‒―ー﹣", "-"),
        **dict.fromkeys("×·⋅∙•・✕✖∗＊", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("∣│", "|"),
        "ˆ": "^",
        "。": ".",
    }
)
# \frac{a}{b} is read as ({a}/{b}); of spaces and sizes nothing is left.
_LATEX_WORDS = {"cdot": "*", "times": "*", "div": "/", "left": "", "right": "", "log": "log"}
_LATEX = re.compile(r"\\(?:([A-Za-z]+)|[,;:! ])")


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
    r"""Return `read` without backslashes and without the braces of `x_{1}`."""
    for pattern in (_LATEX, _BRACED_BELOW):
        pieces: list[tuple[str, int]] = []
        end = 0
        for found in pattern.finditer(read.text):
            start = found.start()
            pieces.extend(zip(read.text[end:start], read.places[end:start], strict=True))
            pieces.extend((c, read.places[start]) for c in _replacement(found))
            end = found.end()
        pieces.extend(zip(read.text[end:], read.places[end:], strict=True))
        read = Plain("".join(c for c, _ in pieces), tuple(at for _, at in pieces))
    return read


def _replacement(found: re.Match[str]) -> str:
    word = found.group(1)
    if found.re is _BRACED_BELOW:
        return f"_{word} "
    return _LATEX_WORDS.get(word, f" {word} ") if word else " "
