"""The space between neighbours: TeX's atom classes, in cells.

TeXbook, ch. 18, with thin, medium and thick space all one cell, and a few rules of its own
where one cell more or less decides whether a picture can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..runs import plain
from .box import Box, beside, blank
from .brackets import BEFORE_OPERAND, find_brackets
from .nodes import (
    Accent,
    Arrow,
    Atom,
    Fence,
    Fraction,
    Frame,
    Group,
    Node,
    Operator,
    Root,
    Scripts,
    Space,
    Stack,
    Switch,
    Symbol,
    Table,
    Text,
    Trouble,
)
from .symbols.delimiters import BARS

# rows: left neighbour; columns: right neighbour, in the order of Atom.
# 0 none, 1 one cell outside scripts, 2 one cell everywhere
_MATRIX = (
    (0, 2, 1, 1, 0, 0, 0, 1),  # ORD
    (2, 2, 0, 1, 0, 0, 0, 1),  # OP
    (1, 1, 0, 0, 1, 0, 0, 1),  # BIN
    (1, 1, 0, 0, 1, 0, 0, 1),  # REL
    (0, 0, 0, 0, 0, 0, 0, 0),  # OPEN
    (0, 2, 1, 1, 0, 0, 0, 1),  # CLOSE
    (1, 1, 1, 1, 1, 0, 0, 1),  # PUNCT
    (1, 2, 1, 1, 1, 0, 0, 1),  # INNER
)
_AFTER_UNARY = (Atom.REL, Atom.CLOSE, Atom.PUNCT)
_SIGNS = frozenset("+−±∓")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


@dataclass(slots=True)
class Item:
    """An atom of a list as it is drawn.

    Attributes:
        node: what it was; `box`: its picture.
        atom: its class as its left neighbour sees it, `right` as its right one does.
        gap: cells of space before it.
        depth: how many brackets are open around it.
        opens: whether it is an opening bracket; `closes`: a closing one.
        unary: whether it is a sign and not an operator.
        core: what its scripts, if any, are attached to.
    """

    node: Node
    box: Box
    atom: Atom
    right: Atom
    gap: int = 0
    depth: int = 0
    opens: bool = False
    closes: bool = False
    unary: bool = False
    core: Node = field(init=False)

    def __post_init__(self) -> None:
        self.core = core_of(self.node)


def atom_of(node: Node) -> Atom:
    """Return the class of a node."""
    match node:
        case Symbol():
            return node.atom
        case Operator():
            return Atom.OP
        case Group():
            if node.atom is not None:
                return node.atom
            inner = atom_of(node.items[0]) if len(node.items) == 1 else Atom.ORD
            return inner if inner in (Atom.OP, Atom.INNER) else Atom.ORD
        case Scripts():
            return atom_of(node.base)
        case Stack() if not node.brace:
            return Atom.OP if _is_word(node.base) else atom_of(node.base)
        case Fraction() | Table():
            return Atom.INNER
        case Fence():
            return Atom.OPEN if node.left else Atom.INNER
        case Arrow():
            return Atom.REL
        case Frame() if node.kind != "boxed":
            return atom_of(node.body)
    return Atom.ORD


def core_of(node: Node) -> Node:
    """Return what scripts, if any, are attached to."""
    return core_of(node.base) if isinstance(node, Scripts) else node


def _is_word(node: Node) -> bool:
    if not isinstance(node, Symbol | Text) or len(node.text) < 2:
        return False
    return node.text.isascii() and node.text.replace(" ", "").isalpha()


def compose(
    nodes: Sequence[Node],
    draw: Callable[[Node], Box],
    *,
    tight: bool = False,
    after: Atom | None = None,
) -> list[Item]:
    """Draw a list and decide every gap in it.

    Args:
        nodes: the list; switches of style in it are already applied.
        draw: returns a node's picture.
        tight: inside scripts, where relations and operators have no space around them.
        after: the class of what stands before the list.
    """
    items: list[Item] = []
    pending: list[int] = []
    for node in nodes:
        if isinstance(node, Space):
            pending.append(node.cells)
        elif not isinstance(node, Switch):
            item = _item(node, draw(node))
            item.gap = _explicit(pending)
            pending = []
            items.append(item)
    find_brackets(items)
    _find_unary(items, after)
    previous: Item | None = None
    for item in items:
        natural = _natural(previous, item, tight, after)
        item.gap = _combined(natural, item.gap)
        previous = item
    if pending and (gap := _explicit(pending)) > 0:
        space = Space(gap)
        items.append(Item(space, blank(gap), Atom.ORD, Atom.ORD))
    return items


def joined(items: Sequence[Item]) -> Box:
    """Set items on one line."""
    boxes: list[Box] = []
    for item in items:
        if item.gap > 0:
            boxes.append(blank(item.gap))
        boxes.append(item.box)
    return beside(boxes)


def _item(node: Node, box: Box) -> Item:
    atom = atom_of(node)
    item = Item(node, box, atom, atom)
    if isinstance(item.core, Fence):
        item.right = Atom.INNER if box.core_above + box.core_below else Atom.CLOSE
    return item


def _explicit(spaces: Sequence[int]) -> int:
    """Return what explicit spaces are worth: wide ones add up, thin ones do not."""
    wide = sum(cells for cells in spaces if cells > 1)
    return wide or (max(spaces) if spaces and max(spaces) > 0 else min(spaces, default=0))


def _combined(natural: int, explicit: int) -> int:
    return max(0, natural + explicit) if explicit < 0 else max(natural, explicit)


def _find_unary(items: list[Item], after: Atom | None) -> None:
    """Make an operator that has nothing on one side an ordinary symbol."""
    previous = after
    for index, item in enumerate(items):
        if item.atom is Atom.BIN:
            following = items[index + 1].atom if index + 1 < len(items) else Atom.CLOSE
            after_words = index > 0 and _is_sign_after_words(items[index - 1], items[index + 1 :])
            if previous in BEFORE_OPERAND or following in _AFTER_UNARY or after_words:
                item.atom = item.right = Atom.ORD
                item.unary = isinstance(item.core, Symbol) and item.core.text in _SIGNS
        previous = Atom.OPEN if item.opens else item.right


def _is_sign_after_words(words: Item, rest: Sequence[Item]) -> bool:
    return _ends_blank(words.node) and bool(rest) and not isinstance(rest[0].node, Text)


def _natural(left: Item | None, right: Item, tight: bool, after: Atom | None) -> int:
    """Return the space that two neighbours ask for."""
    if left is None:
        return 0 if after is None else _spaced(after, right.atom, tight)
    if (_is_integral(left) and _is_integral(right)) or _is_strut(left):
        return 0
    if left.unary and not (right.box.height > 1 and right.atom is Atom.INNER):
        return 0
    gap = _spaced(left.right, right.atom, tight)
    if isinstance(left.node, Root) and left.box.height > 1 and right.atom in (Atom.ORD, Atom.OPEN):
        return 1  # or the line would seem to go on
    if left.right is right.atom is Atom.REL and not tight and _is_bar(left, right):
        return 1
    if _is_applied(left, right, tight) or (not gap and _would_be_misread(left, right)):
        gap = 1
    if gap and not tight and (_pads(left, right, -1) or _pads(right, left, 0)):
        gap -= 1
    if _ends_blank(left.node) or _begins_blank(right.node):
        gap = 0
    return gap


def _is_bar(*items: Item) -> bool:
    return any(isinstance(item.node, Symbol) and item.node.text in BARS for item in items)


def _is_strut(item: Item) -> bool:
    return isinstance(item.node, Frame) and item.node.kind == "vphantom"


def _is_integral(item: Item) -> bool:
    return isinstance(item.core, Operator) and item.core.form == "integral"


def _spaced(left: Atom, right: Atom, tight: bool) -> int:
    code = _MATRIX[left][right]
    return 1 if code == 2 or (code == 1 and not tight) else 0


def _is_applied(left: Item, right: Item, tight: bool) -> bool:
    """Say whether an operator needs space before its argument's bracket."""
    if left.atom is not Atom.OP or tight:
        return False
    core = left.core
    if right.opens and right.atom is Atom.ORD:
        return True
    heavy = isinstance(core, Stack | Group) or (
        isinstance(core, Operator) and (core.form != "word" or core.limits)
    )
    return right.atom is Atom.OPEN and heavy and (core is not left.node or _is_large(core))


def _is_large(node: Node) -> bool:
    return isinstance(node, Stack) or (isinstance(node, Operator) and node.form != "word")


def _would_be_misread(left: Item, right: Item) -> bool:
    """Say whether two names would be read as one, or a factor as part of a one-row fraction."""
    if _is_slashed(left):
        return right.atom in (Atom.ORD, Atom.OP, Atom.OPEN, Atom.INNER)
    if _is_slashed(right):
        return left.right in (Atom.ORD, Atom.OP, Atom.CLOSE)
    return _would_run_together(left, right)


def _is_slashed(item: Item) -> bool:
    return isinstance(item.node, Fraction) and item.node.bar and item.box.height == 1


def _would_run_together(left: Item, right: Item) -> bool:
    before, after = _edge(left.box, -1), _edge(right.box, 0)
    if not (before.isalnum() and after.isalnum()):
        return False
    if isinstance(left.node, Scripts) and any(mark in plain(left.box.rows[0]) for mark in "_^"):
        return True
    return _shows_word(left) or _shows_word(right)


def _shows_word(item: Item) -> bool:
    core = item.core
    shown = plain(item.box.rows[item.box.baseline]).strip()
    if isinstance(core, Trouble) or (isinstance(core, Accent) and shown.endswith(")")):
        return True
    if isinstance(core, Text):
        return len(core.text) > 1 and core.text.isascii() and core.text not in _ORDINALS
    if not isinstance(core, Symbol | Operator):
        return False
    return len(core.text) > 1 or (core is item.node and len(shown) > 1)


def _edge(box: Box, index: int) -> str:
    row = box.rows[box.baseline]
    return row[index].text[index] if row else " "


def _pads(operator: Item, neighbour: Item, side: int) -> bool:
    """Say whether limits wider than their operator already leave a blank on that side."""
    if operator.right is not Atom.OP or operator.box.height == 1 or neighbour.box.height > 1:
        return False
    return _edge(operator.box, side) == " "


def _begins_blank(node: Node) -> bool:
    if isinstance(node, Group) and node.items:
        return _begins_blank(node.items[0])
    return isinstance(node, Text) and node.text.startswith(" ")


def _ends_blank(node: Node) -> bool:
    if isinstance(node, Group) and node.items:
        return _ends_blank(node.items[-1])
    return isinstance(node, Text) and node.text.endswith(" ")
