"""What is wrong with a course: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault. `line` counts from 1; 0 means the file as a whole. `code` names the rule."""

    file: Path
    line: int
    message: str
    code: str

    def said(self, root: Path) -> str:
        """Return `file:line: what, and what to do`, with the file relative to `root`."""
        try:
            shown = self.file.relative_to(root)
        except ValueError:
            shown = self.file
        return f"{shown}:{self.line}: {self.message}"
