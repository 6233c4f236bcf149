"""Takes a list apart for breaking: braces opened, one-row fences and words in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..nodes import Atom, Fence, Group, Node, Scripts, Symbol, Text
from ..spacing import Item
from .mode import Mode

if TYPE_CHECKING:
    from .setter import Setter

# a break is allowed before these: a Japanese character that may begin a line, or a new word
_WORD = re.compile(
    r"[ ]*(?:[^ \u3041-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]+"
    r"|[\u3041-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f])"
    r"[、。，．）」』】〕！？：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々\)\],.;:!?]*"
)
_OPENING = frozenset("（「『【〔([")


def pieces(setter: Setter, items: Sequence[Item], mode: Mode) -> list[Item]:
    """Return the items with everything opened that a line may end in."""
    out: list[Item] = []
    for item in items:
        out.extend(_opened(setter, item, mode))
    return out


def _opened(setter: Setter, item: Item, mode: Mode) -> list[Item]:
    node = item.node
    if isinstance(node, Text):
        return _words(setter, item, node)
    if isinstance(node, Group) and len(node.items) > 1:
        inner = setter.items(node.items, mode)
        return _set_in(setter, inner, item, mode, 0)
    fence = node.base if isinstance(node, Scripts) else node
    if isinstance(fence, Fence) and not fence.middles and _is_flat(item):
        return _fence(setter, item, fence, mode)
    return [item]


def _is_flat(item: Item) -> bool:
    return not item.box.core_above and not item.box.core_below


def _set_in(setter: Setter, inner: list[Item], outer: Item, mode: Mode, deeper: int) -> list[Item]:
    for item in inner:
        item.depth += outer.depth + deeper
    if inner and not deeper:
        inner[0].gap = outer.gap
    return [piece for item in inner for piece in _opened(setter, item, mode)]


def _fence(setter: Setter, item: Item, fence: Fence, mode: Mode) -> list[Item]:
    """Return a one-row fence as its brackets and what is between them."""
    left, right = Symbol(fence.left, Atom.OPEN), Symbol(fence.right, Atom.CLOSE)
    closing: Node = right
    if isinstance(item.node, Scripts):
        closing = replace(item.node, base=right)
    inner = _set_in(setter, setter.items(fence.parts[0], mode), item, mode, 1)
    if not inner:
        return [item]
    opened = Item(left, setter.pen.text(fence.left), Atom.OPEN, Atom.OPEN, item.gap, item.depth)
    opened.opens = True
    closed = Item(closing, setter.box(closing, mode), Atom.CLOSE, Atom.CLOSE, 0, item.depth)
    closed.closes = True
    return [opened, *inner, closed]


def _words(setter: Setter, item: Item, text: Text) -> list[Item]:
    """Return words one by one, Japanese by characters, with what may not begin a line."""
    parts = _WORD.findall(text.text)
    if not parts or "".join(parts) != text.text.rstrip(" "):
        return [item]
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1][-1] in _OPENING:
            joined[-1] += part
        else:
            joined.append(part)
    trailing = len(text.text) - len(text.text.rstrip(" "))
    joined[-1] += " " * trailing
    out: list[Item] = []
    for index, part in enumerate(joined):
        shown = part.lstrip(" ")
        blanks = len(part) - len(shown)
        gap = blanks if index else item.gap + blanks
        box = setter.pen.text(shown, text.style)
        out.append(Item(replace(text, text=shown), box, Atom.ORD, Atom.ORD, gap, item.depth))
    return out
