"""The characters pictures are drawn with, in three sets."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .spelling import ASCII_SPELLING
from .symbols.scripts import SUBSCRIPTS, SUPERSCRIPTS

GlyphSet = Literal["unicode", "narrow", "ascii"]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The drawing characters of one set; where there are three, top, middle, bottom.

    Attributes:
        rule: fraction bars and other horizontal lines.
        crossings: where lines of a table meet, row by row.
        overline: a line in the row above what it covers; `underline`: in the row under it.
        vertical: a tall bar; `double`: a tall norm.
        root: the one-row root sign; `corner`: where a tall root's line begins.
        spell: how to write a symbol the set does not have; empty when it has all.
        superscripts: characters with a raised form; `subscripts`: with a lowered one.
        combining: whether accents may be combining characters.
    """

    rule: str = "─"
    overline: str = "_"
    underline: str = "‾"
    vertical: str = "│"
    double: str = "║"
    slash: str = "╱"
    backslash: str = "╲"
    root: str = "√"
    corner: str = "┌"
    crossings: str = "┌┬┐├┼┤└┴┘"
    frame: str = "┌┐└┘"
    under_brace: str = "╰┬╯"
    over_brace: str = "╭┴╮"
    integral: str = "⌠⎮⌡"
    left_parenthesis: str = "⎛⎜⎝"
    right_parenthesis: str = "⎞⎟⎠"
    left_bracket: str = "⎡⎢⎣"
    right_bracket: str = "⎤⎥⎦"
    left_brace: str = "⎧⎨⎩"
    right_brace: str = "⎫⎬⎭"
    brace_extension: str = "⎪"
    spell: Mapping[str, str] = field(default_factory=dict)
    superscripts: Mapping[str, str] = field(default_factory=lambda: SUPERSCRIPTS)
    subscripts: Mapping[str, str] = field(default_factory=lambda: SUBSCRIPTS)
    combining: bool = True

    def spelled(self, text: str) -> str:
        """Return `text` in characters of this set; words of other languages stay."""
        if not self.spell or text.isascii():
            return text
        return "".join(_spelled(char, self.spell) for char in text)


def _spelled(char: str, spell: Mapping[str, str]) -> str:
    if char.isascii():
        return char
    if char in spell:
        return spell[char]
    plain = unicodedata.normalize("NFKD", char)
    return plain if plain.isascii() else char


GLYPHS: dict[GlyphSet, Glyphs] = {
    "unicode": Glyphs(),
    # every line is East Asian neutral: one cell wide in every terminal
    "narrow": Glyphs(
        rule="⎯",
        underline="⎯",
        vertical="⎜",
        double="⎜⎜",
        slash="/",
        backslash="\\",
        corner="⎡",
        crossings="⎡⎯⎤⎢⎯⎥⎣⎯⎦",
        frame="⎡⎤⎣⎦",
        under_brace="⎩⎯⎭",
        over_brace="⎧⎯⎫",
    ),
    "ascii": Glyphs(
        rule="-",
        underline="-",
        vertical="|",
        double="||",
        slash="/",
        backslash="\\",
        root="\\/",
        corner=" ",
        crossings="+++++++++",
        frame="++++",
        under_brace="\\v/",
        over_brace="/^\\",
        integral="/|/",
        left_parenthesis="/|\\",
        right_parenthesis="\\|/",
        left_bracket="[[[",
        right_bracket="]]]",
        left_brace="/<\\",
        right_brace="\\>/",
        brace_extension="|",
        spell=ASCII_SPELLING,
        superscripts={},
        subscripts={},
        combining=False,
    ),
}
