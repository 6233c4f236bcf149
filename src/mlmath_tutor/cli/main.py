"""The command line: `mlmath` opens the app, every other word is a command of its own module.

Only the module of the word given is imported: the app starts fast, and nothing but
the app imports Textual.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from mlmath_tutor import __version__
from mlmath_tutor.cli.context import CommandError, Context

# word: module in this package
COMMANDS: dict[str, str] = {
    "next": "open",
    "list": "list",
    "read": "read",
    "run": "run",
    "quiz": "quiz",
    "progress": "progress",
    "check": "check",
    "math": "math",
    "doctor": "doctor",
}


def _common_options(*, keep_unset: bool) -> argparse.ArgumentParser:
    """Return the options that work everywhere, before or after the word."""
    parser = argparse.ArgumentParser(add_help=False)
    unset = None if keep_unset else argparse.SUPPRESS
    group = parser.add_argument_group("everywhere")
    group.add_argument("--course", type=Path, metavar="DIR", default=unset, help="course folder")
    group.add_argument("--home", type=Path, metavar="DIR", default=unset, help="data folder")
    group.add_argument("--lang", choices=("ja", "en"), default=unset, help="language")
    group.add_argument(
        "--trust",
        action="store_true",
        default=False if keep_unset else argparse.SUPPRESS,
        help="run this course's code, this call",
    )
    return parser


def _module(word: str) -> ModuleType:
    return importlib.import_module(f"mlmath_tutor.cli.{COMMANDS[word]}")


def _top_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mlmath",
        parents=[_common_options(keep_unset=True)],
        description="Without a word: open the app where you left off.",
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="store_true", help="show this and exit")
    parser.add_argument("--version", action="version", version=f"mlmath-tutor {__version__}")
    parser.add_argument("word", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _print_help(parser: argparse.ArgumentParser) -> None:
    print(parser.format_help())
    print("words:")
    for word in COMMANDS:
        print(f"  {word:<10}{_module(word).HELP}")
    print("\n`mlmath WORD --help` tells more.")


def _parse(argv: Sequence[str]) -> tuple[str | None, argparse.Namespace]:
    """Return the word and all its arguments; exits with 2 on wrong words, as argparse does."""
    top = _top_parser()
    args = top.parse_args(argv)
    word: str | None = args.word
    if word is None:
        if args.help:
            _print_help(top)
            top.exit(0)
        return None, args
    if word not in COMMANDS:
        import difflib

        near = difflib.get_close_matches(word, COMMANDS, n=1)
        hint = f" Did you mean `mlmath {near[0]}`?" if near else " `mlmath --help` lists the words."
        top.exit(2, f"mlmath: there is no word `{word}`.{hint}\n")
    module = _module(word)
    parser = argparse.ArgumentParser(
        prog=f"mlmath {word}",
        parents=[_common_options(keep_unset=False)],
        description=module.HELP,
    )
    module.add_arguments(parser)
    rest = ["--help"] if args.help else _with_minus_signs(args.rest)
    return word, parser.parse_args(rest, namespace=args)


def _with_minus_signs(rest: Sequence[str]) -> list[str]:
    """Return the arguments so that an answer may begin with a minus sign: -1/x is no option."""
    words = list(rest)
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        if word == "--answer" and following.startswith("-") and not following.startswith("--"):
            words[at : at + 2] = [f"--answer={following}"]
            break
    return words


def _speak_utf8() -> None:
    """Use UTF-8 for output whatever the locale says, so that mathematics can be printed."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `mlmath` and return its exit code."""
    _speak_utf8()
    word, args = _parse(sys.argv[1:] if argv is None else argv)
    context = Context(course=args.course, home=args.home, lang=args.lang, trust=args.trust)
    module = _module(word) if word else importlib.import_module("mlmath_tutor.cli.open")
    try:
        code: int = module.main(args, context)
        sys.stdout.flush()
    except CommandError as error:
        print(f"mlmath: {error.message}", file=sys.stderr)
        return error.code
    except BrokenPipeError:
        # The reader (`head`, a pager) has had enough; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code
