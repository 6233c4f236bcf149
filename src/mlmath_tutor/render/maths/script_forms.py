"""Which scripts can be written with Unicode's raised and lowered characters.

There is no lowered θ, f or capital letter. Where one subscript of a kind has to go into a row of
its own, all of that kind do, so that p_φ stands beside p_θ and W_hi beside W_hf in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .glyphs import Glyphs
from .nodes import Group, Node, Operator, Scripts, Space, Symbol, Text, children
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


class ScriptForms:
    """The raised and lowered characters of one formula.

    Args:
        glyphs: the set in use.
        nodes: the formula, looked through for subscripts that have no lowered form.
    """

    def __init__(self, glyphs: Glyphs, nodes: Sequence[Node]) -> None:
        self._raised = glyphs.superscripts
        self._lowered = glyphs.subscripts
        self._refused = frozenset(
            kind
            for sub in _subscripts(nodes)
            if (kind := _kind(sub)) and _converted(sub, self._lowered) is None
        )

    def sup(self, node: Node) -> str | None:
        """Return a superscript in raised characters; None when one is lacking."""
        return _converted(node, self._raised)

    def sub(self, node: Node) -> str | None:
        """Return a subscript in lowered characters; None when it needs a row."""
        if self._refused and _kind(node) in self._refused:
            return None
        return _converted(node, self._lowered)


def _converted(node: Node, forms: Mapping[str, str]) -> str | None:
    text = text_of(node)
    if not text or len(text) > LONGEST or any(char not in forms for char in text):
        return None
    return "".join(forms[char] for char in text)


def _subscripts(nodes: Iterable[Node]) -> Iterator[Node]:
    rest = list(nodes)
    while rest:
        node = rest.pop()
        if isinstance(node, Scripts) and node.sub is not None:
            yield node.sub
        rest.extend(children(node))


def _kind(sub: Node) -> str:
    """Return the kind a subscript belongs to: Greek letters, or words of one style and case."""
    text = text_of(sub) or ""
    if len(text) == 1 and "α" <= text <= "ϖ":
        return "greek"
    if len(text) < 2 or not text.isalpha():
        return ""
    return f"{_style(sub)} {'upper' if text.isupper() else 'lower'}"


def _style(node: Node) -> str:
    if isinstance(node, Group):
        return _style(node.items[0]) if node.items else ""
    return node.style if isinstance(node, Symbol | Text) else ""
