"""`mlmath check`: the course as a test-suite."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from mlmath_tutor.check.course import check_loaded
from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.locating import CourseNotFoundError, find_course
from mlmath_tutor.content.schema import write_schemas

NAME = "check"
HELP = "check a course: files, links, both languages, formulas, programs, questions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="a folder with lessons/ and quizzes/"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object for each finding")
    parser.add_argument(
        "--record", action="store_true", help="rewrite the recorded output of the programs"
    )
    parser.add_argument("--no-run", action="store_true", help="leave out what runs programs")
    parser.add_argument(
        "--schema", type=Path, metavar="DIR", help="write JSON Schemas for editors, and stop"
    )


def main(args: argparse.Namespace, context: Context) -> int:
    """Print the findings as they are made; return 1 if there are any.

    Raises:
        CommandError: there is no course, or the disk refuses.
    """
    try:
        if args.schema:
            for file in write_schemas(args.schema):
                print(file)
            return 0
        return _check(_root(args.path, context), args)
    except OSError as error:
        raise CommandError(str(error), code=1) from error


def _root(path: Path | None, context: Context) -> Path:
    if path is None:
        return context.course_root()
    try:
        return find_course(path, {})
    except CourseNotFoundError as error:
        places = "\n".join(f"  {place}" for place in error.places)
        raise CommandError(context.say("cli.no-course", places=places)) from error


def _check(root: Path, args: argparse.Namespace) -> int:
    loaded = load(root)
    count = 0
    for finding in check_loaded(loaded, run=not args.no_run, record=args.record):
        print(_line(finding, as_json=args.json), flush=True)
        count += 1
    if count:
        print(f"{count} finding{'s' * (count > 1)}", file=sys.stderr)
    elif loaded.course is not None and not args.json:
        print(_checked(loaded.course, ran=not args.no_run))
    return 1 if count else 0


def _line(finding: Finding, *, as_json: bool) -> str:
    if not as_json:
        return finding.said(Path.cwd())
    return json.dumps(
        {
            "file": str(finding.file),
            "line": finding.line,
            "message": finding.message,
            "code": finding.code,
        },
        ensure_ascii=False,
    )


def _checked(course: Course, *, ran: bool) -> str:
    written = [section for section in course.sections if section.written]
    questions = len(course.questions)
    programs = f"{len(course.programs)} programs {'run' if ran else 'read'}"
    return (
        f"{course.root}: {len(written)} of {len(course.sections)} sections written,"
        f" {questions} questions, {programs}: nothing to correct"
    )
