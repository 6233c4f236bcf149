"""Formulas on one row, as they stand in running text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from ..runs import Run, plain
from .box import Box, beside, blank
from .brackets import is_enclosed
from .nodes import (
    Accent,
    Arrow,
    Atom,
    Branch,
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
    TableKind,
    Text,
    Trouble,
)
from .operands import (
    denominator_needs_brackets,
    is_bare_radicand,
    is_name,
    is_single,
    is_sum,
    items_of,
    numerator_needs_brackets,
)
from .pen import Pen
from .script_forms import ScriptForms, text_of
from .spacing import Item, compose, joined
from .symbols.accents import COMBINING, LINES_OVER, LINES_UNDER, SPOKEN
from .symbols.delimiters import BARS

_LINES = {True: "\u0305", False: "\u0332"}  # over, under: they join from cell to cell
_STROKE = "\u0336"
_PRIMES = frozenset("′″‴")


class Linear:
    """Draws nodes one row high, with as few brackets as the reading allows."""

    def __init__(self, pen: Pen, forms: ScriptForms) -> None:
        self.pen = pen
        self.forms = forms
        self._known: dict[tuple[int, bool], tuple[Node, Box]] = {}

    def row(self, nodes: Sequence[Node], tight: bool = False) -> Box:
        """Return a list on one row."""
        return joined(self.items(nodes, tight))

    def items(self, nodes: Sequence[Node], tight: bool = False) -> list[Item]:
        """Return the atoms of a list with the gaps between them.

        A conditional bar is tight here: a row of text has no room for its two cells.
        """
        items = compose(nodes, lambda node: self.box(node, tight), tight=tight)
        for left, right in pairwise(items):
            if _is_condition(left) or _is_condition(right):
                right.gap = 0
        return items

    def box(self, node: Node, tight: bool = False) -> Box:
        """Return one node on one row; what has parts is drawn once and remembered."""
        match node:
            case Symbol() | Text():
                return self.pen.text(node.text, node.style)
            case Operator():
                return self.pen.text(node.text)
            case Trouble():
                return self.pen.text(node.source, "trouble")
            case Space() | Switch():
                return blank(max(0, node.cells) if isinstance(node, Space) else 0)
        key = (id(node), tight)
        if key not in self._known:
            self._known[key] = (node, self._drawn(node, tight))
        return self._known[key][1]

    def _drawn(self, node: Branch, tight: bool) -> Box:
        match node:
            case Group():
                return self.row(node.items, tight)
            case Fraction():
                return self._fraction(node, tight)
            case Root():
                return self._root(node, tight)
            case Scripts():
                return self._scripts(node, tight)
            case Fence():
                return self._fence(node, tight)
            case Accent():
                return self._accent(node, tight)
            case Stack():
                return self._stack(node, tight)
            case Arrow():
                return self._arrow(node)
            case Frame():
                return self._frame(node, tight)
            case Table():
                return self._table(node)

    def _in(self, left: str, body: Box, right: str) -> list[Box]:
        return [self.pen.text(left), body, self.pen.text(right)]

    def _bracketed(self, body: Box) -> Box:
        return beside(self._in("(", body, ")"))

    def _fraction(self, node: Fraction, tight: bool) -> Box:
        if not node.bar:
            return self._without_bar(node, tight)
        over = self._operand(node.over, tight, numerator_needs_brackets)
        under = self._operand(node.under, tight, denominator_needs_brackets)
        return beside([over, self.pen.text("/"), under])

    def _without_bar(self, node: Fraction, tight: bool) -> Box:
        """Return a binomial coefficient as C(n, k), anything else as a list in its brackets."""
        name = "C" if node.left == "(" else ""
        parts = [self.box(node.over, tight), self.pen.text(", "), self.box(node.under, tight)]
        left, right = node.left or "(", node.right or ")"
        return beside([self.pen.text(name + left), *parts, self.pen.text(right)])

    def _operand(
        self, node: Node, tight: bool, needs_brackets: Callable[[Sequence[Item]], bool]
    ) -> Box:
        box = self.box(node, tight)
        return self._bracketed(box) if needs_brackets(self.items(items_of(node), tight)) else box

    def _root(self, node: Root, tight: bool) -> Box:
        body, parts, bare = self.box(node.body, tight), [self.pen.text("√")], True
        if node.index is not None:
            raised = self.forms.sup(node.index)
            if raised is not None:
                parts.insert(0, self.pen.text(raised))
            else:
                parts += self._in("[", self.box(node.index, True), "]")
                bare = False
        bare = bare and self.pen.glyphs.root == "√" and is_bare_radicand(node.body)
        return beside([*parts, body if bare else self._bracketed(body)])

    def _scripts(self, node: Scripts, tight: bool) -> Box:
        base = self.box(node.base, tight)
        if isinstance(node.base, Fraction | Stack) or is_sum(node.base):
            base = self._bracketed(base)
        parts = [base]
        if node.sub is not None:
            parts.append(self._script(node.sub, "_", self.forms.sub(node.sub)))
        if node.sup is not None:
            parts.append(self._script(node.sup, "^", self.forms.sup(node.sup)))
        return beside(parts)

    def _script(self, script: Node, mark: str, form: str | None) -> Box:
        if form is not None:
            return self.pen.text(form)
        box = self.box(script, True)
        if set(text_of(script) or "-") <= _PRIMES:
            return box
        marked = self.pen.text(mark)
        bare = is_name(script) or is_single(script) or self._is_enclosed(script)
        return beside([marked, box if bare else self._bracketed(box)])

    def _is_enclosed(self, node: Node) -> bool:
        """Say whether brackets of its own are around all of a node."""
        return isinstance(node, Group) and is_enclosed(self.items(node.items, tight=True))

    def _fence(self, node: Fence, tight: bool) -> Box:
        only = node.parts[0][0] if len(node.parts) == 1 and len(node.parts[0]) == 1 else None
        if isinstance(only, Table) and (node.left, node.right) in (("{", ""), ("", "}")):
            kind: TableKind = "cases" if only.kind == "array" else only.kind
            return self._table(replace(only, kind=kind, left="{", right="}"))
        parts: list[Box] = [self.pen.text(node.left)]
        for index, part in enumerate(node.parts):
            if index:
                parts.append(self.pen.text(node.middles[index - 1]))
            parts.append(
                _stripped(self.row(part, tight)) if node.middles else self.row(part, tight)
            )
        return beside([*parts, self.pen.text(node.right)])

    def _accent(self, node: Accent, tight: bool) -> Box:
        body = self.box(node.body, tight)
        letters = [c for c in plain(body.rows[0]) if not unicodedata.combining(c)]
        if self.pen.glyphs.combining:
            if len(letters) == 1:
                return self.marked(body, COMBINING[node.name])
            if node.name in LINES_OVER | LINES_UNDER and "".join(letters).isalnum():
                return self.marked(body, _LINES[node.name in LINES_OVER])
        name = SPOKEN.get(node.name, node.name)
        return beside([self.pen.text(name), self._bracketed(body)])

    def marked(self, body: Box, mark: str) -> Box:
        """Return a one-row box with a combining mark on each of its characters."""
        row = tuple(_marked_run(run, mark) for run in body.rows[0])
        return Box((row,), sum(self.pen.measure(run.text) for run in row), 0)

    def struck(self, body: Box) -> Box:
        """Return a box struck through, where that can be shown."""
        return (
            self.marked(body, _STROKE) if body.height == 1 and self.pen.glyphs.combining else body
        )

    def _stack(self, node: Stack, tight: bool) -> Box:
        base = self.box(node.base, tight)
        if node.over is None and node.under is None:
            return base
        if node.brace and not is_single(node.base):
            base = self._bracketed(base)
        parts = [base]
        for script, mark in ((node.under, "_"), (node.over, "^")):
            if script is not None:
                parts.append(self._script(script, mark, None))
        return beside(parts)

    def _arrow(self, node: Arrow) -> Box:
        labels = [self.box(label, True) for label in (node.over, node.under) if label is not None]
        labels = [label for label in labels if not label.is_blank]
        if not labels:
            return self.pen.text(node.head)
        parts = [self.pen.text(node.head + "[")]
        for index, label in enumerate(labels):
            parts += [self.pen.text("; "), label] if index else [label]
        return beside([*parts, self.pen.text("]")])

    def _frame(self, node: Frame, tight: bool) -> Box:
        body = self.box(node.body, tight)
        if node.kind == "boxed":
            return beside([self.pen.text("["), body, self.pen.text("]")])
        if node.kind == "vphantom":
            return blank(0)
        if node.kind == "cancel":
            return self.struck(body)
        return blank(body.width)

    def _table(self, node: Table) -> Box:
        """Return rows separated by semicolons: [1 2; 3 4]."""
        between = ", " if node.kind == "cases" else " "
        tight = node.kind in ("small", "stack")
        rows: list[Box] = []
        for index, row in enumerate(node.rows):
            rows += [self.pen.text("; ")] if index else []
            cells = [_stripped(self.row(cell, tight)) for cell in row.cells]
            seen = [cell for cell in cells if cell.width and not cell.is_blank]
            for number, cell in enumerate(seen):
                rows += [self.pen.text(between), cell] if number else [cell]
        left, right = node.left, node.right
        if node.kind == "cases":
            left, right = left or "{", right or "}"
        return beside([self.pen.text(left), *rows, self.pen.text(right)])


def _marked_run(run: Run, mark: str) -> Run:
    """Return the run with `mark` combined with each character that shows."""
    marked = "".join(
        cluster if cluster.isspace() else unicodedata.normalize("NFC", cluster + mark)
        for cluster in _clusters(run.text)
    )
    return run._replace(text=marked)


def _clusters(text: str) -> list[str]:
    """Split text into characters with the marks that belong to them."""
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _stripped(box: Box) -> Box:
    """Return a one-row box without the blanks at its ends."""
    runs = list(box.rows[0])
    width = box.width
    for end in (0, -1):
        if runs and not runs[end].text.strip():
            width -= len(runs.pop(end).text)
    return Box((tuple(runs),), width, 0)


def _is_condition(item: Item) -> bool:
    return isinstance(item.node, Symbol) and item.node.text in BARS and item.atom is Atom.REL
