"""What is wrong with a course: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .text import INVISIBLE


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault. `line` counts from 1; 0 means the file as a whole. `code` names the rule."""

    file: Path
    line: int
    message: str
    code: str

    def said(self, root: Path) -> str:
        """Return `file:line: what, and what to do` as one line, with the file relative to `root`.

        A message may quote a course file: what could disturb a terminal is replaced.
        """
        try:
            shown = self.file.relative_to(root)
        except ValueError:
            shown = self.file
        message = INVISIBLE.sub("\ufffd", " ".join(self.message.split("\n")))
        return f"{shown}:{self.line}: {message}"
