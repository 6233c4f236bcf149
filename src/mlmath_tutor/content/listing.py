"""A program as the learner sees and runs it: one language's comments, cells known, no marks.

What is shown is what runs, so that line numbers on the screen are those of a traceback.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mlmath_tutor.i18n import Lang

CellKind = Literal["maths", "plot", "focus"]

MARK = re.compile(r"# %%\s*(\w*)\s*")
COMMENT = re.compile(r"(?P<indent>\s*)# (?P<lang>ja|en):\s?(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a listing: `first` is its first line (from 1), `count` its lines.

    A `plot` cell is folded until asked for; `focus` marks the lines that a low screen shows.
    """

    kind: CellKind
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What is shown and run (`code`, ends with a newline), and its cells in order.

    `lines` gives, for each line shown, its line in the source (from 1).
    """

    code: str
    cells: tuple[Cell, ...]
    lines: tuple[int, ...]


def listing(source: str, lang: Lang) -> Listing:
    """Return the listing of `source` for a reader of `lang`.

    Taken out: a docstring at the top, `# %%` lines, and `# ja:` or `# en:` comments of the
    other language; the reader's own become plain comments. Blank lines stay, except at the
    beginning and the end.
    """
    kinds: list[CellKind] = []
    lines: list[str] = []
    numbers: list[int] = []
    kind: CellKind = "maths"
    for number, line, is_code in _lines(source):
        if is_code and (mark := MARK.fullmatch(line)):
            kind = "plot" if mark[1] == "plot" else "focus" if mark[1] == "focus" else "maths"
            continue
        if is_code and (comment := COMMENT.fullmatch(line)):
            if comment["lang"] != lang:
                continue
            line = f"{comment['indent']}# {comment['words']}".rstrip()
        if lines or line.strip():
            lines.append(line)
            kinds.append(kind)
            numbers.append(number)
    while lines and not lines[-1].strip():
        lines.pop()
    code = "\n".join(lines) + "\n" if lines else ""
    return Listing(code, tuple(_cells(lines, kinds)), tuple(numbers[: len(lines)]))


def _lines(source: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the lines after the docstring with their numbers, and whether each can be a mark.

    Inside a string that goes over several lines, no line is a comment or a mark. Source that does
    not compile is taken line by line.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        tree = ast.Module([], [])
    inside = {
        number
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and node.end_lineno
        for number in range(node.lineno + 1, node.end_lineno + 1)
    }
    top = 0
    if ast.get_docstring(tree, clean=False) is not None:
        top = tree.body[0].end_lineno or 0
    for number, line in enumerate(source.splitlines(), 1):
        if number > top:
            yield number, line, number not in inside


def _cells(lines: list[str], kinds: list[CellKind]) -> Iterator[Cell]:
    """Group consecutive lines of one kind; blank lines at the edges belong to no cell."""
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and kinds[end] == kinds[start]:
            continue
        first, last = start, end
        while first < last and not lines[first].strip():
            first += 1
        while last > first and not lines[last - 1].strip():
            last -= 1
        if first < last:
            yield Cell(kinds[start], first + 1, last - first)
        start = end
