"""Putting a phrase together from the parts of its source lines."""

from __future__ import annotations

import re

from mlmath_tutor.render.prose.nodes import Formula, Inline, Link, Phrase, Words
from mlmath_tutor.render.runs import Style, cells

_BLANKS = re.compile(r"[ \t\n\r]+")


class PhraseBuilder:
    """Collects the parts of a phrase and joins its source lines."""

    def __init__(self) -> None:
        self.styles: list[Style] = ["text"]
        self._parts: list[Inline] = []
        self._target: str | None = None
        self._linked: list[Words | Formula] = []
        self._last = ""  # the character before
        self._broken = False  # … and whether a source line ended there

    def words(self, text: str, style: Style) -> None:
        """Add `text`, after what joins it to the line before."""
        text = _BLANKS.sub(" ", text)
        if not text:
            return
        self._join(text[0])
        self._last = text[-1]
        into = self._into
        before = into[-1] if into else None
        if isinstance(before, Words) and before.style == style != "code":
            into[-1] = Words(before.text + text, style)
        else:
            into.append(Words(text, style))

    def formula(self, latex: str) -> None:
        """Add a formula, which is spaced like a Latin letter."""
        self._join("x")
        self._last = "x"
        self._into.append(Formula(latex))

    def newline(self) -> None:
        """End a source line."""
        self._broken = True

    def open_link(self, target: str) -> None:
        """Begin a link."""
        self._target = target

    def close_link(self) -> None:
        """Finish the link begun last."""
        self._parts.append(Link(self._target or "", tuple(self._linked)))
        self._target, self._linked = None, []

    def finish(self) -> Phrase:
        """Return what was collected."""
        return tuple(self._parts)

    @property
    def _into(self) -> list[Inline] | list[Words | Formula]:
        return self._parts if self._target is None else self._linked

    def _join(self, following: str) -> None:
        """Join the source line that ended, if one did, to `following`."""
        broken, self._broken = self._broken, False
        if broken and self._last and _spaced(self._last, following):
            self._into.append(Words(" ", self.styles[-1]))


def _spaced(before: str, after: str) -> bool:
    """Tell whether two source lines are joined with a space.

    Never between Japanese characters, nor beside full-width punctuation; always between Latin
    ones; and between a Japanese and a Latin letter, where the text has a space inside a line too.
    """
    wide = [char for char in (before, after) if cells(char) == 2]
    return len(wide) < 2 and all(char.isalnum() for char in wide)
