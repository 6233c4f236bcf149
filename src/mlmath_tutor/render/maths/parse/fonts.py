r"""Fonts: what \mathbf, \mathcal, \mathrm and their kin do to the symbols inside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ...runs import Style
from ..nodes import Atom, Group, Node, Operator, Symbol
from ..symbols.letters import Alphabet, in_alphabet
from ..symbols.notation import names


@dataclass(frozen=True, slots=True)
class Font:
    """The font in force: an alphabet, a weight, a slope.

    `words` says that letters in a row make one word, as in \\mathrm{Cov}.
    """

    alphabet: Alphabet = ""
    bold: bool = False
    slope: Literal["", "upright", "italic"] = ""

    @property
    def words(self) -> bool:
        """Whether neighbouring letters belong together."""
        return bool(self.slope)

    def symbol(self, text: str, atom: Atom, style: Style, pos: int) -> Symbol:
        """Return a symbol in this font."""
        letter = atom is Atom.ORD and text.isalnum()
        if letter and self.alphabet:
            text, style = in_alphabet(text, self.alphabet), "maths"
        if letter and self.slope:
            style = "var" if self.slope == "italic" and not text.isdigit() else "maths"
        if self.bold:
            style = "strong"
        return Symbol(text, atom, style, pos)


PLAIN = Font()
UPRIGHT = Font(slope="upright")


def changed(font: Font, command: str) -> Font | None:
    """Return `font` after a font command; None when `command` is not one."""
    if command in _BOLD:
        return replace(font, bold=True, slope="" if command in _BOLD_SLANTED else font.slope)
    if command in _UPRIGHT:
        return replace(font, alphabet="", slope="upright")
    if command in _ITALIC:
        return replace(font, alphabet="", slope="italic")
    if command in _ALPHABETS:
        return replace(font, alphabet=_ALPHABETS[command])
    if command in ("mathnormal", "normalfont", "unboldmath"):
        return PLAIN
    return None


_BOLD = names("mathbf bold boldsymbol bm pmb symbf mathbfup boldmath bf bfseries mathbfit")
_BOLD_SLANTED = names("boldsymbol bm pmb")
_UPRIGHT = names("mathrm mathsf mathsfit mathtt mathup rm sf tt symrm symup mathsfup")
_ITALIC = names("mathit it symit mit")
_ALPHABETS: dict[str, Alphabet] = {
    "mathbb": "blackboard", "mathbbm": "blackboard", "mathds": "blackboard", "Bbb": "blackboard",
    "symbb": "blackboard", "mathcal": "script", "mathscr": "script", "cal": "script",
    "symcal": "script", "scr": "script",
    "mathfrak": "fraktur", "frak": "fraktur", "symfrak": "fraktur",
}  # fmt: skip
# these change the font up to the end of the group, the others take an argument
SWITCHES = names("rm sf tt bf it cal scr mit bfseries boldmath unboldmath normalfont")


def joined_words(items: list[Node]) -> list[Node]:
    """Join letters that stand side by side into words."""
    out: list[Node] = []
    for item in items:
        last = out[-1] if out else None
        if (
            isinstance(item, Symbol)
            and isinstance(last, Symbol)
            and item.atom is last.atom is Atom.ORD
            and item.style == last.style
            and item.text.isalpha()
            and last.text.isalpha()
        ):
            out[-1] = replace(last, text=last.text + item.text)
        else:
            out.append(item)
    return out


def word_of(node: Node) -> str | None:
    """Return the text of a node that is nothing but characters, else None."""
    if isinstance(node, Symbol | Operator):
        return node.text
    if isinstance(node, Group):
        words = [word_of(item) for item in node.items]
        return None if None in words else "".join(word for word in words if word)
    return None
