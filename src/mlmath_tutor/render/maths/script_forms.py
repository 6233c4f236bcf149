"""Which scripts can be written with Unicode's raised and lowered characters."""

from __future__ import annotations

from collections.abc import Mapping

from .nodes import Group, Node, Operator, Space, Symbol, Text
from .symbols.scripts import LONGEST


def text_of(node: Node) -> str | None:
    """Return a node as characters without spaces; None when it has structure."""
    match node:
        case Symbol() | Operator() | Text():
            return node.text.replace(" ", "")
        case Space():
            return ""
        case Group():
            parts = [text_of(item) for item in node.items]
            return None if None in parts else "".join(part for part in parts if part)
    return None


def converted(node: Node, forms: Mapping[str, str]) -> str | None:
    """Return a script in raised or lowered characters; None when one is lacking."""
    text = text_of(node)
    if not text or len(text) > LONGEST or any(char not in forms for char in text):
        return None
    return "".join(forms[char] for char in text)
