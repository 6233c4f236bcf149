"""The question before the programs of a course from elsewhere run, asked on a terminal."""

from __future__ import annotations

import sys

from mlmath_tutor.cli.context import Context
from mlmath_tutor.engine.trust import limits

YES = ("y", "yes", "ｙ", "はい")


def may_run(context: Context) -> bool:
    """Return whether the programs of the course may run; ask, if that is not known yet.

    The question goes to standard error and is answered on a terminal only: a line that is
    piped in is an answer to something else. The answer is kept for this version of the course.
    """
    trust = context.trust_in_course
    if trust.given:
        return True
    say = context.say
    told = sys.stderr
    if not sys.stdin.isatty():
        print(f"mlmath: {say('trust.needed', folder=trust.folder)}", file=told)
        return False
    course, most = context.course(), limits()
    print(file=told)
    if trust.changed:
        print(say("trust.changed"), file=told)
    for label, fact in (
        ("trust.course", course.file.title.said(context.lang)),
        ("trust.folder", str(trust.folder)),
        ("trust.programs", say("trust.count", count=len(course.programs))),
        ("trust.limits", say(most.key, **most.values)),
    ):
        print(f"{say(label)}: {fact}", file=told)
    print(say("trust.new"), file=told)
    print(say("trust.prompt"), end="", flush=True, file=told)
    agreed = sys.stdin.readline().strip().lower() in YES
    if agreed:
        trust.give()
    return agreed
