"""The real program with a course of somebody else: no process before the learner agrees."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mlmath_tutor.config import SettingsFile
from screen import Screen, Starter

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

QUESTION = "Run the programs of this course?"


def children(pid: int) -> list[str]:
    """Return the process ids that a process has started and that are still there."""
    return [
        child
        for task in Path("/proc", str(pid), "task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def go_to_the_exploration(screen: Screen) -> None:
    """Open the lesson and go to its exploration, whose result is recorded."""
    screen.sees("A small course", "▸")
    screen.send(" ")
    screen.sees("You will be able to")
    screen.send("c")
    screen.sees("Move the number of tosses")
    for _ in range(4):
        screen.send("j")
    screen.send("\r")
    screen.sees("▸ Explore")


def test_no_process_is_started_before_the_learner_agrees(start: Starter) -> None:
    screen = start()
    go_to_the_exploration(screen)
    screen.sees("standard deviation 0.0500")
    assert children(screen.pid) == []
    screen.send(" ")
    screen.sees(QUESTION)
    assert children(screen.pid) == []
    screen.send("\x1b")
    screen.sees("Nothing was run")
    assert children(screen.pid) == []
    screen.send(" ")
    screen.sees(QUESTION)
    screen.send("y")
    screen.sees("✓")
    assert children(screen.pid) != []


def test_trust_for_this_call_asks_nothing(start: Starter) -> None:
    screen = start("--trust")
    go_to_the_exploration(screen)
    screen.send(" ")
    screen.sees("✓")
    assert SettingsFile(start.home / "settings.toml").settings.trusted == {}
