"""LaTeX source → tokens: commands, characters and stretches of white space."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from wcwidth import wcwidth

from .errors import MathError

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+|[ \t\r\n!-~]?)"
    r"|(?P<comment>%[^\n]*\n?)"
    r"|(?P<space>[ \t\r\n]+)"
    r"|(?P<character>[!-~])"
    r"|(?P<foreign>.)",
    re.DOTALL,
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VIRAMA = 9  # Unicode's combining class of signs that join two letters


class Kind(Enum):
    """What a token is to TeX."""

    COMMAND = auto()
    CHARACTER = auto()
    SPACE = auto()


class Token(NamedTuple):
    """One token at offset `pos` of the source; `text` is a command's name without its backslash."""

    kind: Kind
    text: str
    pos: int

    def is_character(self, text: str) -> bool:
        """Say whether this is the character `text`."""
        return self.kind is Kind.CHARACTER and self.text == text

    def is_command(self, *names: str) -> bool:
        """Say whether this is one of the commands `names`."""
        return self.kind is Kind.COMMAND and self.text in names

    @property
    def source(self) -> str:
        """The token as it would be written."""
        return "\\" + self.text if self.kind is Kind.COMMAND else self.text


def tokenize(latex: str) -> tuple[list[Token], list[MathError]]:
    """Return the tokens of `latex` and the characters that do not belong in a formula.

    A comment ends at its line. A combining mark joins the character before it, so that one
    token is what a reader sees as one character. What has no width of its own to rely on
    (control characters, surrogates, private use, halves of flags) becomes U+FFFD and is
    reported; invisible format characters are left out.
    """
    tokens: list[Token] = []
    problems: list[MathError] = []
    for match in _TOKEN.finditer(latex):
        kind, start = match.lastgroup, match.start()
        if kind == "command":
            name = match["command"]
            tokens.append(Token(Kind.COMMAND, " " if name.isspace() else name, start))
        elif kind == "character":
            tokens.append(Token(Kind.CHARACTER, match["character"], start))
        elif kind == "space":
            tokens.append(Token(Kind.SPACE, " ", start))
        elif kind == "foreign":
            _add_foreign(match["foreign"], start, tokens, problems)
    return tokens, problems


def _add_foreign(char: str, pos: int, tokens: list[Token], problems: list[MathError]) -> None:
    """Add a character outside ASCII's printable ones."""
    category = unicodedata.category(char)
    if category == "Zs":
        tokens.append(Token(Kind.SPACE, " ", pos))
    elif category == "Cf" or _is_variation_selector(char):
        return
    elif category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or _needs_neighbours(char):
        problems.append(MathError(f"character U+{ord(char):04X} has no place in a formula", pos))
        tokens.append(Token(Kind.CHARACTER, REPLACEMENT, pos))
    elif wcwidth(char) > 0:
        tokens.append(Token(Kind.CHARACTER, char, pos))
    elif tokens and tokens[-1].kind is Kind.CHARACTER and tokens[-1].text not in "{}&#$^_":
        last = tokens[-1]
        joined = unicodedata.normalize("NFC", last.text + char)
        tokens[-1] = Token(Kind.CHARACTER, joined, last.pos)
    else:
        problems.append(MathError(f"U+{ord(char):04X} has nothing to combine with", pos))


def _is_variation_selector(char: str) -> bool:
    return 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


def _needs_neighbours(char: str) -> bool:
    """Say whether a character's width depends on those beside it: halves of flags, viramas."""
    if ord(char) in _FLAG_LETTERS or ord(char) in _SKIN_TONES:
        return True
    return unicodedata.combining(char) == _VIRAMA
