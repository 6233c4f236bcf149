"""An answer that was shown as graded is there on the next start, however the program ended."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.small_course import course
from mlmath_tutor.engine.events import Answered
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.store import Store

HERE = Path(__file__).parents[1]
PYTHONPATH = os.pathsep.join([str(HERE.parent / "src"), str(HERE)])

# Answers the open quiz, or a new one, and says what was graded once it was.
QUIZ = """
import json, sys
from pathlib import Path
from engine.small_course import QUESTIONS, course
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.store import Store, random_id

ANSWERS = {"coin.fair": "root", "coin.claims": "mean exact", "coin.deviation": "0.0025"}


class Recorder:
    def record(self, payload):
        progress.apply(store.append(payload))


store = Store(Path(sys.argv[1]))
progress = Progress(course(), store.events())
session = Session.resume(progress, course(), "coin", Recorder())
if session is None:
    session = Session.start(random_id(), "coin", QUESTIONS, 5, Recorder())
while True:
    question = session.question.id
    verdict = session.submit(ANSWERS[question])
    told = [question, len(session.attempts), verdict.note]
    sys.stdout.write("graded " + json.dumps(told) + "\\n")
    sys.stdout.flush()
    if len(session.attempts) % 3 == 0:
        session.hint()
        session.mark()
        session.advance()
    if session.finished:
        session = Session.start(random_id(), "coin", QUESTIONS, 5, Recorder())
"""


class Silent:
    def record(self, payload: object) -> None:
        raise AssertionError("coming back records nothing")


def start(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", QUIZ, str(home)],
        env={**os.environ, "PYTHONPATH": PYTHONPATH},
        stdout=subprocess.PIPE,
        bufsize=0,
    )


def read_line(child: subprocess.Popen[bytes]) -> bytes:
    assert child.stdout is not None
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([child.stdout], [], [], 60)
        assert ready, "the quiz says nothing"
        byte = child.stdout.read(1)
        if not byte:
            return line
        line += byte
    return line


def graded(home: Path) -> list[Answered]:
    store = Store(home)
    assert store.trouble is None
    assert store.troubles == ()
    answers = [e.what for e in store.events() if isinstance(e.what, Answered)]
    store.close()
    return answers


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_an_answer_shown_as_graded_survives_kill_9_at_once(tmp_path: Path) -> None:
    kept = 0
    for _ in range(20):
        child = start(tmp_path)
        line = read_line(child)
        child.send_signal(signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL
        question, attempts, note = json.loads(line.removeprefix(b"graded "))
        answers = graded(tmp_path)
        assert (question, note) == (answers[kept].question, answers[kept].note)
        kept = len(answers)
        store = Store(tmp_path)
        session = Session.resume(Progress(course(), store.events()), course(), "coin", Silent())
        store.close()
        assert session is not None
        assert (
            len([a for a in answers if a.quiz == session.run and a.question == question])
            >= attempts
        )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_kill_9_at_any_moment_loses_nothing_that_was_shown(tmp_path: Path) -> None:
    source = random.Random(0)
    kept = 0
    for _ in range(20):
        child = start(tmp_path)
        said = read_line(child)
        time.sleep(source.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert child.stdout is not None
        said += child.stdout.read()
        shown = [json.loads(line.removeprefix(b"graded ")) for line in said.splitlines()]
        answers = graded(tmp_path)
        new = answers[kept:]
        assert len(shown) <= len(new) <= len(shown) + 1
        assert [(a.question, a.note) for a in new[: len(shown)]] == [(q, n) for q, _, n in shown]
        kept = len(answers)
