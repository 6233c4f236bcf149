"""The parsed formula: what an author wrote, before anything is drawn.

Every node is frozen and knows where in the source it came from (`pos`). Fonts are already
applied: a node holds the characters and the style it is drawn with. Positions do not count when
nodes are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from ..runs import Style


class Atom(IntEnum):
    """TeX's classes of atoms, which decide the space between neighbours (TeXbook, ch. 18)."""

    ORD = 0
    OP = 1
    BIN = 2
    REL = 3
    OPEN = 4
    CLOSE = 5
    PUNCT = 6
    INNER = 7


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character, or an upright word of several letters."""

    text: str
    atom: Atom = Atom.ORD
    style: Style = "maths"
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Operator:
    """A large operator or a function name; `limits` says where its scripts go in display."""

    text: str
    form: Literal["word", "big", "integral"] = "word"
    limits: bool = False
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Space:
    """An explicit space in cells; a negative one takes away from what would be there."""

    cells: int
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Items in braces; `atom` overrides the class they have together."""

    items: tuple[Node, ...]
    atom: Atom | None = None
    limits: bool = False
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """Words inside a formula, already free of markup; formulas in it stand beside it."""

    text: str
    style: Style = "text"
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fraction:
    """`over` on top of `under`; `size` is the command's own wish.

    Without `bar` and with delimiters it is a binomial coefficient.
    """

    over: Node
    under: Node
    size: Literal["auto", "display", "text"] = "auto"
    bar: bool = True
    left: str = ""
    right: str = ""
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or the one that `index` names."""

    body: Node
    index: Node | None = None
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript, a superscript or both."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fence:
    r"""\left … \middle … \right: `middles[i]` stands between `parts[i]` and `parts[i + 1]`."""

    left: str
    right: str
    parts: tuple[tuple[Node, ...], ...]
    middles: tuple[str, ...] = ()
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under a body: `hat`, `bar`, `vec`, `underline`, `overrightarrow` …"""

    name: str
    body: Node
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Stack:
    """A base with something over it, under it, or both; `brace` draws the horizontal brace."""

    base: Node
    over: Node | None = None
    under: Node | None = None
    brace: Literal["", "over", "under"] = ""
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as long as its labels; `head` is its short form, such as →."""

    head: str
    over: Node | None = None
    under: Node | None = None
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Frame:
    r"""A body with a treatment: \boxed, \phantom (with its two halves), \cancel."""

    kind: Literal["boxed", "phantom", "hphantom", "vphantom", "cancel"]
    body: Node
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Switch:
    r"""\displaystyle (`display`) or a smaller style, from here to the end of the group."""

    display: bool
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A part that could not be read, shown as its source."""

    source: str
    pos: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells.

    Attributes:
        cells: its cells; a single one when it `spans` the table, as \\intertext does.
        tag: its equation number.
        rule: whether a line is above it.
    """

    cells: tuple[tuple[Node, ...], ...]
    tag: Node | None = None
    rule: bool = False
    spans: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """An environment of rows; `columns` is the column specification where there is one.

    `kind` is what the layout tells apart; delimiters are those the environment brings. An `airy`
    table has a blank row between its rows, for the point of a brace.
    """

    kind: TableKind
    rows: tuple[TableRow, ...]
    columns: str = ""
    left: str = ""
    right: str = ""
    closing_rule: bool = False
    airy: bool = False
    pos: int = field(default=0, compare=False)


TableKind = Literal["matrix", "small", "cases", "aligned", "gathered", "lines", "array", "stack"]

Leaf = Symbol | Operator | Space | Text | Switch | Trouble
Branch = Group | Fraction | Root | Scripts | Fence | Accent | Stack | Arrow | Frame | Table
Node = Leaf | Branch


@dataclass(frozen=True, slots=True)
class Formula:
    """A whole formula and the equation number it carries."""

    items: tuple[Node, ...]
    tag: Node | None = None


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly inside a node."""
    match node:
        case Group():
            return node.items
        case Fraction():
            return node.over, node.under
        case Scripts():
            return _present(node.base, node.sub, node.sup)
        case Root():
            return _present(node.body, node.index)
        case Fence():
            return sum(node.parts, ())
        case Stack():
            return _present(node.base, node.over, node.under)
        case Arrow():
            return _present(node.over, node.under)
        case Accent() | Frame():
            return (node.body,)
        case Table():
            return tuple(item for row in node.rows for cell in row.cells for item in cell)
    return ()


def _present(*nodes: Node | None) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node is not None)
