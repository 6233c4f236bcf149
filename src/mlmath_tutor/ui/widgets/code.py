"""A program as rows: restrained colours, line numbers that are drawn and never copied."""

from __future__ import annotations

from collections.abc import Iterator

from mlmath_tutor.content.listing import Listing

from ..ink import Line, Span, padded
from ..theme import Signs, Tone

NUMBERS = 4  # cells of the line numbers and the gap after them


def code_lines(
    listing: Listing,
    width: int,
    signs: Signs,
    *,
    folded: str = "",
    only_focus: bool = False,
    marked: int | None = None,
) -> list[Line]:
    """Return the program's rows on the code ground.

    Args:
        listing: the program.
        width: cells of a row.
        signs: the glyphs.
        folded: the words (`{lines}` filled in) that stand for a folded plotting cell,
            or "" to show everything.
        only_focus: show the essential lines only (a low screen).
        marked: a line whose number is red, counted from 1.
    """
    inked_lines = list(highlighted(listing.code))
    rows: list[Line] = []
    has_focus = any(cell.kind == "focus" for cell in listing.cells)
    for cell in listing.cells:
        numbers = range(cell.first, cell.first + cell.count)
        if only_focus and has_focus and cell.kind != "focus" and marked not in numbers:
            continue
        if folded and cell.kind == "plot" and marked not in numbers:
            words = folded.format(lines=cell.count)
            rows.append((Span(" " * NUMBERS), Span(f"{signs.hidden * 3} {words}", "muted")))
            continue
        rows.extend(_numbered(n, inked_lines[n - 1], marked=n == marked) for n in numbers)
    return [padded(row, width, "sunken") for row in rows]


def _numbered(number: int, line: Line, *, marked: bool) -> Line:
    tone: Tone = "bad" if marked else "muted"
    return (Span(f"{number:>{NUMBERS - 1}} ", tone, bold=marked), *line)


def highlighted(code: str) -> Iterator[Line]:
    """Yield the lines of a program: keywords bold, strings and numbers blue, comments muted."""
    # Imported when the first program is shown: the home screen has none.
    from pygments.lexers.python import PythonLexer
    from pygments.token import Comment, Keyword, Literal, Operator
    from pygments.token import is_token_subtype as within

    line: list[Span] = []
    for kind, text in PythonLexer(stripnl=False).get_tokens(code):
        if within(kind, Comment):
            style: tuple[Tone, bool] = ("muted", False)
        elif within(kind, Keyword) or within(kind, Operator.Word):
            style = ("bright", True)
        elif within(kind, Literal):  # strings and numbers
            style = ("maths", False)
        else:
            style = ("fg", False)
        first, *others = text.split("\n")
        if first:
            line.append(Span(first, *style))
        for other in others:
            yield tuple(line)
            line = [Span(other, *style)] if other else []
    if line:
        yield tuple(line)
