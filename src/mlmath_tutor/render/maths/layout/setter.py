"""Draws any node: the place where the kinds of nodes meet their layouts."""

from __future__ import annotations

from collections.abc import Sequence

from ..box import Box
from ..linear import Linear
from ..nodes import (
    Accent,
    Arrow,
    Atom,
    Branch,
    Fence,
    Fraction,
    Frame,
    Group,
    Leaf,
    Node,
    Root,
    Scripts,
    Space,
    Stack,
    Switch,
    Table,
)
from ..pen import Pen
from ..script_forms import ScriptForms
from ..spacing import Item, compose, joined
from . import accents, fences, fractions, roots, scripts, stacks, tables
from .breaking import broken
from .mode import Mode


class Setter:
    """The layout of one formula.

    Attributes:
        pen: draws the smallest pieces.
        forms: says which scripts are characters.
        linear: draws what must stay on one row, such as a fraction in an exponent.
    """

    def __init__(self, pen: Pen, nodes: Sequence[Node]) -> None:
        self.pen = pen
        self.forms = ScriptForms(pen.glyphs, nodes)
        self.linear = Linear(pen, self.forms)
        self._known: dict[tuple[int, Mode], tuple[Node, Box]] = {}

    def row(self, nodes: Sequence[Node], mode: Mode, after: Atom | None = None) -> Box:
        """Return a list on one line, or on several where the mode's limit asks for it."""
        items = self.items(nodes, mode, after)
        box = joined(items)
        if mode.limit is None or box.width <= mode.limit:
            return box
        return broken(self, items, mode)

    def items(self, nodes: Sequence[Node], mode: Mode, after: Atom | None = None) -> list[Item]:
        """Return the atoms of a list, each drawn at its natural size."""
        free = mode.within(None)
        boxes: dict[int, Box] = {}
        for index, node in enumerate(nodes):
            if isinstance(node, Switch):
                free = free.switched(node.display)
            elif not isinstance(node, Space):
                boxes[index] = self.box(node, free)
        scripts.grow_integrals(self, nodes, boxes, free)
        drawn = iter(boxes.values())
        return compose(nodes, lambda _: next(drawn), tight=mode.script, after=after)

    def box(self, node: Node, mode: Mode) -> Box:
        """Return one node.

        What is drawn is remembered with its node: breaking asks again and again for the same
        parts, and nested ones would take exponential time.
        """
        if isinstance(node, Leaf):
            return self.linear.box(node)
        key = (id(node), mode)
        if key not in self._known:
            self._known[key] = (node, self._drawn(node, mode))
        return self._known[key][1]

    def _drawn(self, node: Branch, mode: Mode) -> Box:
        match node:
            case Group():
                return self.row(node.items, mode)
            case Fraction():
                return fractions.fraction(self, node, mode)
            case Root():
                return roots.root(self, node, mode)
            case Scripts():
                return scripts.scripts(self, node, mode)
            case Fence():
                return fences.fence(self, node, mode)
            case Accent():
                return accents.accent(self, node, mode)
            case Stack():
                return stacks.stack(self, node, mode)
            case Arrow():
                return stacks.arrow(self, node, mode)
            case Frame():
                return stacks.frame(self, node, mode)
            case Table():
                return tables.table(self, node, mode)
