"""Every command that is one symbol: its character, its atom class, its style."""

from __future__ import annotations

from typing import NamedTuple

from ...runs import Style
from ..nodes import Atom
from . import delimiters, letters, operators, ordinary, relations


class Entry(NamedTuple):
    """What a command or a character stands for."""

    text: str
    atom: Atom
    style: Style = "maths"


def _entries(table: dict[str, str], atom: Atom) -> dict[str, Entry]:
    return {name: Entry(text, atom) for name, text in table.items()}


COMMANDS: dict[str, Entry] = {
    **{
        name: Entry(text, Atom.ORD, "var" if text.islower() else "maths")
        for name, text in letters.GREEK.items()
    },
    **_entries(ordinary.ORDINARY, Atom.ORD),
    **_entries(ordinary.DOTS, Atom.INNER),
    **_entries(operators.BINARY, Atom.BIN),
    **_entries(relations.RELATIONS, Atom.REL),
    **_entries(relations.ARROWS, Atom.REL),
    **_entries(delimiters.OPEN_COMMANDS, Atom.OPEN),
    **_entries(delimiters.CLOSE_COMMANDS, Atom.CLOSE),
    **_entries(delimiters.BAR_COMMANDS, Atom.ORD),
    "colon": Entry(":", Atom.PUNCT),
    "vdots": Entry("⋮", Atom.ORD),
    "ddots": Entry("⋱", Atom.ORD),
    "ell": Entry("ℓ", Atom.ORD, "var"),
    "imath": Entry("ı", Atom.ORD, "var"),
    "jmath": Entry("ȷ", Atom.ORD, "var"),
}

CHARACTERS: dict[str, Entry] = {
    "-": Entry("−", Atom.BIN),
    "−": Entry("−", Atom.BIN),
    "*": Entry("∗", Atom.BIN),
    "+": Entry("+", Atom.BIN),
    "`": Entry("‘", Atom.ORD),
    **{char: Entry(char, Atom.REL) for char in "=<>:"},
    **{char: Entry(char, Atom.PUNCT) for char in ",;"},
    **{char: Entry(char, Atom.OPEN) for char in "(["},
    **{char: Entry(char, Atom.CLOSE) for char in ")]!?"},
}
# Authors also type the characters themselves: ≤ means what \le means, and → is a relation
# before it is a sign in running text.
for _entry in sorted(COMMANDS.values(), key=lambda entry: entry.atom is Atom.ORD):
    if not _entry.text.isascii() and len(_entry.text) == 1:
        CHARACTERS.setdefault(_entry.text, _entry)
