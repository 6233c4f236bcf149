"""`mlmath doctor`: what works here, and what to do about what does not."""

from __future__ import annotations

import argparse
import asyncio
import importlib.metadata
import importlib.util
import json
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mlmath_tutor import __version__
from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.terminal import Terminal, probe

NAME = "doctor"
HELP = "tell what works here, and what to do about what does not"

PACKAGES = (
    "textual",
    "plotext",
    "numpy",
    "scipy",
    "scikit-learn",
    "torch",
    "matplotlib",
    "msgspec",
    "PyYAML",
    "fsrs",
)
OPTIONAL = {"torch"}
COMFORTABLE = (60, 20)  # columns, rows


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at: its name, what was found, and what to do if it does not work."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--json."""
    parser.add_argument("--json", action="store_true", help="one JSON object")


def main(args: argparse.Namespace, context: Context) -> int:
    """Print what was found; 1 if something needed does not work."""
    found = diagnose(context)
    if args.json:
        rows = [
            {"name": d.name, "ok": d.ok, "found": d.found, "advice": d.advice or None}
            for d in found
        ]
        system = {"python": platform.python_version(), "system": platform.platform()}
        print(json.dumps({"version": __version__, **system, "checks": rows}, ensure_ascii=False))
    else:
        for each in found:
            print(f"{'ok ' if each.ok else '!! '} {each.name:<14} {each.found}")
            if each.advice:
                print(f"    {'':<14} {each.advice}")
    return 0 if all(each.ok for each in found) else 1


def diagnose(context: Context) -> list[Diagnosis]:
    """Look at everything the tutor stands on."""
    return [
        Diagnosis("version", ok=True, found=f"mlmath-tutor {__version__}, {_python()}"),
        *_terminal(probe(), context),
        *(_package(name, context) for name in PACKAGES),
        _data_folder(context.home, context),
        _course(context),
        _worker(context),
    ]


def _python() -> str:
    return f"Python {platform.python_version()} ({sys.executable})"


def _terminal(terminal: Terminal, context: Context) -> list[Diagnosis]:
    size = f"{terminal.columns}×{terminal.rows}"
    small = terminal.columns < COMFORTABLE[0] or terminal.rows < COMFORTABLE[1]
    advice = context.say("doctor.small", columns=COMFORTABLE[0], rows=COMFORTABLE[1])
    width = terminal.ambiguous_width
    apart = context.say("doctor.combining") if terminal.combining is False else ""
    wide = context.say("doctor.wide") if terminal.plain_signs else ""
    unicode_output = "utf" in terminal.encoding.lower()
    encoding_advice = "" if unicode_output else context.say("doctor.encoding")
    return [
        Diagnosis("size", ok=True, found=size, advice=advice if small else ""),
        Diagnosis("colours", ok=True, found=terminal.colours),
        Diagnosis("ambiguous", ok=True, found="?" if width is None else str(width), advice=wide),
        Diagnosis("combining", ok=True, found=_yes(terminal.combining), advice=apart),
        Diagnosis("encoding", unicode_output, terminal.encoding, encoding_advice),
    ]


def _yes(known: bool | None) -> str:
    return "?" if known is None else "yes" if known else "no"


def _package(name: str, context: Context) -> Diagnosis:
    try:
        return Diagnosis(name, ok=True, found=importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        key = "doctor.optional" if name in OPTIONAL else "doctor.install"
        advice = context.say(key, name=name)
        return Diagnosis(name, name in OPTIONAL, context.say("doctor.missing"), advice)


def _data_folder(home: Path, context: Context) -> Diagnosis:
    """Try to write where progress is kept; nothing is left behind."""
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest) as scratch:
            scratch.write(b"\0" * 4096)
    except OSError as error:
        advice = context.say("doctor.folder")
        return Diagnosis("data folder", ok=False, found=f"{home}: {error.strerror}", advice=advice)
    return Diagnosis("data folder", ok=True, found=str(home))


def _course(context: Context) -> Diagnosis:
    try:
        course = context.course()
    except CommandError as error:
        return Diagnosis("course", ok=False, found=error.message)
    written = sum(section.written is not None for section in course.sections)
    found = context.say("doctor.course", written=written, sections=len(course.sections))
    faults = len(context.loaded.findings)
    advice = context.say("doctor.findings", count=faults) if faults else ""
    return Diagnosis("course", not faults, f"{context.course_root()}: {found}", advice)


def _worker(context: Context) -> Diagnosis:
    """Run one line of Python as an example would be run."""
    from mlmath_tutor.engine.runner import Failure, Job, Runner, Summary, Text

    async def run() -> tuple[str, float]:
        runner, text, seconds = Runner(), "", 0.0
        async for event in runner.run(Job("print(6 * 7)")):
            if isinstance(event, Text):
                text += event.text
            elif isinstance(event, Failure):
                text += event.message
            elif isinstance(event, Summary):
                seconds = event.wall
        await runner.close()
        return text, seconds

    text, seconds = asyncio.run(run())
    if text.strip() != "42":
        return Diagnosis("worker", ok=False, found=text, advice=context.say("doctor.worker"))
    return Diagnosis("worker", ok=True, found=f"{seconds:.2f} s")
