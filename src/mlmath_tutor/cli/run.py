"""`mlmath run EXAMPLE|FILE.py`: runs a program and prints what it writes and draws."""

from __future__ import annotations

import argparse
import ast
import asyncio
import json
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import asdict, dataclass
from pathlib import Path

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.parameters import Value
from mlmath_tutor.engine.runner import (
    Failure,
    Figure,
    Job,
    Limit,
    RunEvent,
    Runner,
    Summary,
    Text,
)
from mlmath_tutor.engine.runner.parameters import ParameterError, literals, set_values
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.i18n import Lang, say
from mlmath_tutor.render.figures import Palette, describe, draw

NAME = "run"
HELP = "run an example or a Python file: output, and figures in text or in words"

_SIZE = re.compile(r"(\d{1,3})x(\d{1,3})")
_SMALLEST = (12, 5)
_DEFAULT_SIZE = (80, 24)
_WIDEST = 100
_TIME_LIMIT = 124

Size = tuple[int, int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument("program", metavar="EXAMPLE|FILE.py", help="id, label or file")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        dest="settings",
        help="replace the value of a top-level assignment; may be repeated",
    )
    parser.add_argument("--size", metavar="COLSxROWS", type=_size, help="size of a figure in cells")
    parser.add_argument("--describe", action="store_true", help="figures in words")
    parser.add_argument("--json", action="store_true", help="print one event a line")


def main(args: argparse.Namespace, context: Context) -> int:
    """Run a program; return 0 when it ended well, 124 at a time limit, else 1."""
    name, source = _program(args.program, context)
    code = _with_settings(source, args.settings, context)
    telling: _Json | _Plain
    if args.json:
        telling = _Json(context.lang, args.size)
    else:
        size = None if args.describe else args.size or _usual_size()
        telling = _Plain(context.lang, size, braille=not context.ascii_signs)
    ended = asyncio.run(_run(Job(code, name), telling))
    return 0 if ended == "ok" else _TIME_LIMIT if ended == "time" else 1


def _size(text: str) -> Size:
    found = _SIZE.fullmatch(text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if size[0] < _SMALLEST[0] or size[1] < _SMALLEST[1]:
        least = "x".join(map(str, _SMALLEST))
        raise argparse.ArgumentTypeError(f"needs COLSxROWS of at least {least}, such as 80x24")
    return size


def _usual_size() -> Size:
    if not sys.stdout.isatty():
        return _DEFAULT_SIZE
    return min(shutil.get_terminal_size().columns, _WIDEST), _DEFAULT_SIZE[1]


def _program(name: str, context: Context) -> tuple[str, str]:
    """Return the file name and the code of the example or file that is meant."""
    path = Path(name)
    if path.suffix == ".py":
        try:
            return path.name, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise CommandError(context.say("runs.no-file", name=name, why=why)) from error
    course = context.course()
    block = course.program(name)
    if block is None:
        raise CommandError(context.say("runs.no-program", name=name))
    file = Path(block.file).name if block.file else "example.py"
    return file, listing(course.programs[block.id], context.lang).code


def _with_settings(code: str, settings: Sequence[str], context: Context) -> str:
    """Return `code` with the values of `NAME=VALUE` set."""
    try:
        known = literals(code) if settings else {}
        return set_values(code, dict(_setting(each, known, context) for each in settings))
    except ParameterError as error:
        names = ", ".join(literals(code)) if error.trouble == "missing" else ""
        words = context.say(f"runs.set.{error.trouble}", name=error.name, names=names)
        raise CommandError(words) from error


def _setting(text: str, known: dict[str, Value], context: Context) -> tuple[str, Value]:
    name, equals, written = text.partition("=")
    if not equals or not name.isidentifier():
        raise CommandError(context.say("runs.set.form", text=text))
    if isinstance(known.get(name), str):
        return name, written
    try:
        value = ast.literal_eval(written.strip())
    except (ValueError, SyntaxError):
        value = written
    return name, value if isinstance(value, bool | int | float | str) else written


async def _run(job: Job, telling: _Json | _Plain) -> str:
    runner = Runner()
    ended = ""
    async with aclosing(runner.run(job)) as events:
        async for event in events:
            telling.tell(event)
            if isinstance(event, Summary):
                ended = event.ended
    return ended


@dataclass
class _Plain:
    """Prints for people: output as it comes, figures, and why the program did not end well.

    Attributes:
        size: of the figures, None for descriptions.
        braille: whether the terminal can show braille; else figures are of ASCII.
    """

    lang: Lang
    size: Size | None
    braille: bool = True
    held: Figure | None = None

    def tell(self, event: RunEvent) -> None:
        """Print one event; of an animation only its last picture."""
        if self.held is not None and not (
            isinstance(event, Figure) and event.number == self.held.number
        ):
            self._draw(self.held)
            self.held = None
        match event:
            case Text(stream=stream, text=text):
                print(text, end="", flush=True, file=sys.stderr if stream == "err" else sys.stdout)
            case Figure():
                self.held = event
            case Failure() | Limit():
                self._explain(event)
            case Summary(dropped=dropped) if dropped:
                print(say(self.lang, "runs.dropped", count=dropped), file=sys.stderr)

    def _draw(self, figure: Figure) -> None:
        if self.size is None:
            print("\n".join(describe(figure.spec, self.lang)), flush=True)
        else:
            palette = Palette.plain(braille=self.braille)
            rows = draw(figure.spec, *self.size, palette).text().split("\n")
            print("\n".join(row.rstrip() for row in rows), flush=True)

    def _explain(self, ending: Failure | Limit) -> None:
        sys.stdout.flush()
        if isinstance(ending, Failure) and ending.missing:
            words = say(self.lang, "runs.needs", **ending.hint_values)
            print(f"mlmath: {words}", file=sys.stderr)
            return
        if isinstance(ending, Failure) and ending.traceback:
            print(ending.traceback, end="", file=sys.stderr)
        if explained := explanation(ending):
            print(say(self.lang, explained.key, **explained.values), file=sys.stderr)


@dataclass
class _Json:
    """Prints for programs: one event a line.

    Attributes:
        size: of the figures; None leaves out their `rows`.
    """

    lang: Lang
    size: Size | None

    def tell(self, event: RunEvent) -> None:
        """Print one event."""
        kind = type(event).__name__.lower()
        print(json.dumps({"event": kind, **self._fields(event)}, ensure_ascii=False), flush=True)

    def _fields(self, event: RunEvent) -> dict[str, object]:
        match event:
            case Figure():
                return self._figure(event)
            case Failure() | Limit():
                explained = explanation(event)
                words = say(self.lang, explained.key, **explained.values) if explained else None
                return {**asdict(event), "explanation": words}
            case _:
                return asdict(event)

    def _figure(self, figure: Figure) -> dict[str, object]:
        from mlmath_tutor.figspec import encode

        fields: dict[str, object] = {
            "number": figure.number,
            "spec": encode(figure.spec),
            "description": "\n".join(describe(figure.spec, self.lang)),
        }
        if self.size is not None:
            picture = draw(figure.spec, *self.size, Palette.plain())
            fields["rows"] = picture.text().split("\n")
        return fields
