r"""\text{…} and \intertext{…}: words, with formulas between dollar signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...runs import Style
from ..errors import MathError
from ..nodes import Group, Node, Text
from ..symbols.catalogue import COMMANDS as SYMBOLS
from ..symbols.ordinary import SPACES
from ..tokens import Kind, Token

if TYPE_CHECKING:
    from ..macros import Reader
    from .parser import Parser

_STYLES: dict[str, Style] = {
    "text": "text", "textrm": "text", "textnormal": "text", "textup": "text", "textsf": "text",
    "textsc": "text", "textmd": "text", "mbox": "text", "hbox": "text", "intertext": "text",
    "shortintertext": "text", "textbf": "strong", "textit": "emph", "emph": "emph",
    "textsl": "emph", "texttt": "code",
}  # fmt: skip
_PLAIN = {"ldots": "…", "dots": "…", "LaTeX": "LaTeX", "TeX": "TeX", "{": "{", "}": "}"}
# commands that leave the words after them as they are, and how many arguments come before those
_IGNORED = {"textcolor": 1, "color": 1, "colorbox": 1, "underline": 0, "uline": 0, "mathrm": 0}
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "=": "\u0304", "c": "\u0327",
    "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a",
}  # fmt: skip


class _Pieces:
    """Words and formulas in the order they come."""

    def __init__(self, style: Style, pos: int) -> None:
        self.style, self.pos = style, pos
        self.nodes: list[Node] = []
        self._words = ""

    def add(self, words: str) -> None:
        self._words += " " if words == " " and self._words.endswith(" ") else words
        self._words = self._words.replace("  ", " ")

    def add_nodes(self, nodes: list[Node]) -> None:
        self.flush()
        self.nodes.extend(nodes)

    def flush(self) -> None:
        if self._words:
            self.nodes.append(Text(self._words, self.style, self.pos))
            self._words = ""


def text_of(parser: Parser, tokens: list[Token], style: Style, pos: int) -> Node:
    """Return the words in `tokens`; a group where formulas or other styles stand among them."""
    pieces = _Pieces(style, pos)
    reader = parser.reader.branch(tokens)
    while (token := reader.peek_any()) is not None:
        reader.take()
        if token.kind is Kind.SPACE or token.is_character("~"):
            pieces.add(" ")
        elif token.is_character("$") or token.is_command("("):
            pieces.add_nodes(parser.branch(_until_formula_ends(reader, token)))
        elif token.kind is Kind.CHARACTER:
            pieces.add("" if token.text in "{}" else token.text)
        else:
            _command(parser, reader, token, pieces)
    pieces.flush()
    if len(pieces.nodes) == 1:
        return pieces.nodes[0]
    return Group(tuple(pieces.nodes), pos=pos)


def _until_formula_ends(reader: Reader, opening: Token) -> list[Token]:
    depth = 0
    taken: list[Token] = []
    while (token := reader.peek_any()) is not None:
        reader.take()
        closes = token.is_character("$") or (opening.text == "(" and token.is_command(")"))
        if closes and not depth:
            return taken
        depth += token.is_character("{") - token.is_character("}")
        taken.append(token)
    raise MathError(f"{opening.source} is never closed", opening.pos)


def _command(parser: Parser, reader: Reader, token: Token, pieces: _Pieces) -> None:
    name = token.text
    if name in _PLAIN:
        pieces.add(_PLAIN[name])
    elif name in SPACES or name == "\\":
        pieces.add(" " if SPACES.get(name, 1) > 0 else "")
    elif name in _ACCENTS:
        letter = "".join(t.text for t in reader.take_raw_argument())
        pieces.add(unicodedata.normalize("NFC", letter[:1] + _ACCENTS[name] + letter[1:]))
    elif name in _STYLES:
        inner = text_of(parser, reader.take_raw_argument(), _STYLES[name], token.pos)
        pieces.add_nodes([inner])
    elif name in _IGNORED:
        for _ in range(_IGNORED[name]):
            reader.take_raw_argument()
    elif name in SYMBOLS:
        pieces.add(SYMBOLS[name].text)
    elif parser.knows(name):
        pieces.add_nodes(_formula_in_text(parser, reader, token))
    else:
        pieces.add_nodes([parser.unknown(token)])


def _formula_in_text(parser: Parser, reader: Reader, token: Token) -> list[Node]:
    r"""Read a mathematical command that stands among words, such as \sqrt{2}, to its end."""
    rest: list[Token] = []
    while (following := reader.peek_any()) is not None and following.is_character("{"):
        reader.take()
        braces = following._replace(text="{"), following._replace(text="}")
        rest += [braces[0], *reader.take_until_brace(following.pos), braces[1]]
    return parser.branch([token, *rest])


def _text(parser: Parser, token: Token) -> Node:
    return text_of(parser, parser.reader.take_raw_argument(), _STYLES[token.text], token.pos)


COMMANDS: dict[str, Callable[[Parser, Token], Node]] = dict.fromkeys(_STYLES, _text)
