"""`mlmath math`: a formula as a picture, one by one or many at once."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.render.maths import MathError, Typesetter
from mlmath_tutor.render.runs import Row, plain, row_cells

NAME = "math"
HELP = "typesets a LaTeX formula"

BATCH_WIDTH = 80  # cells, whatever the terminal: the answers are read by programs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument("latex", nargs="?", metavar="LATEX", help="left out: standard input")
    parser.add_argument("--inline", action="store_true", help="on one row, as in running text")
    parser.add_argument("--width", type=_cells, metavar="N", help="cells of a line")
    parser.add_argument(
        "--batch",
        action="store_true",
        help="read one JSON string a line, print one JSON object a line; unknown commands are "
        "errors",
    )


def _cells(text: str) -> int:
    """Read the value of `--width`."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of cells")
    return int(text)


def main(args: argparse.Namespace, context: Context) -> int:
    """Print the formula, or an answer to each line; return 1 if a formula has a fault."""
    _read_utf8()
    setter = _typesetter(context)
    if args.batch:
        width = args.width or BATCH_WIDTH
        for line in _lines(args.latex):
            answer = _answer(setter, line, width, inline=args.inline)
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        return 0
    latex = sys.stdin.read() if args.latex is None else args.latex
    width = args.width or shutil.get_terminal_size().columns
    rows, _ = _drawn(setter, latex, width, inline=args.inline)
    print("\n".join(row.rstrip() for row in rows))
    problems = setter.problems(latex)
    for problem in problems:
        print(f"mlmath: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _read_utf8() -> None:
    """Read formulas as UTF-8 whatever the locale says."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _typesetter(context: Context) -> Typesetter:
    """Return a typesetter with the course's macros, or with none where there is no course."""
    chosen = context.settings.settings.glyphs
    return Typesetter(_macros(context), "unicode" if chosen == "auto" else chosen)


def _macros(context: Context) -> Mapping[str, str]:
    try:
        context.course_root()
    except CommandError:
        if context.course_folder is not None:
            raise  # a course was named: not finding it is an error
        return {}
    return context.course().macros


def _lines(latex: str | None) -> Iterator[str]:
    """Yield the lines of a batch; LATEX given as an argument is a batch of one."""
    if latex is not None:
        yield json.dumps(latex)
        return
    for line in sys.stdin:
        if line.strip():
            yield line


def _answer(setter: Typesetter, line: str, width: int, *, inline: bool) -> dict[str, object]:
    """Return what `--batch` says about one line."""
    try:
        latex = json.loads(line)
    except json.JSONDecodeError as error:
        return {"ok": False, "error": f"not JSON: {error.msg}", "pos": error.pos}
    if not isinstance(latex, str):
        return {"ok": False, "error": "not a JSON string", "pos": 0}
    problems: tuple[MathError, ...] = setter.problems(latex)
    if problems:
        return {"ok": False, "error": problems[0].message, "pos": problems[0].pos}
    rows, cells = _drawn(setter, latex, width, inline=inline)
    return {"ok": True, "rows": rows, "width": cells}


def _drawn(setter: Typesetter, latex: str, width: int, *, inline: bool) -> tuple[list[str], int]:
    """Return the rows of a picture and how many cells each of them takes."""
    if inline:
        row: Row = tuple(run for piece in setter.inline(latex) for run in piece)
        return [plain(row)], row_cells(row)
    box = setter.display(latex, width)
    return [plain(row) for row in box.rows], box.width
