"""However the app ends, the terminal is left in order and the learner's place is kept."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from screen import LEAVE_ALTERNATE_SCREEN, SHOW_CURSOR, SMALL, Screen, Starter

HOME_SCREEN = "A small course"
QUIZ = "Take the quiz"


def open_quiz(screen: Screen) -> None:
    """Open the quiz of the first section by the palette."""
    screen.sees(HOME_SCREEN, "▸")
    screen.send("\x10")  # ctrl+p
    screen.sees("Search for a command")
    screen.send("quiz")
    screen.sees(QUIZ)
    screen.send("\r")
    screen.sees("1 / 3")


def stored_answers(home: Path) -> int:
    with sqlite3.connect(home / "progress.sqlite") as connection:
        found: int = connection.execute(
            "select count(*) from event where kind='answer'"
        ).fetchone()[0]
    return found


VERDICTS = ("✓", "✗", "choices are right")
HOW_SURE = "How sure are you?"
AN_ANSWER = "1\r"  # an option, an option to be confirmed, or a number: to any question


def test_kill_in_a_quiz_loses_no_answer_that_was_shown_as_graded(start: Starter) -> None:
    screen = start()
    open_quiz(screen)
    for answers in range(1, 5):
        screen.sees("help")
        screen.send(AN_ANSWER)
        if HOW_SURE in screen.sees_one_of(HOW_SURE, *VERDICTS):
            screen.send("d")
        screen.sees_one_of(*VERDICTS)
        screen.signal(signal.SIGKILL)
        assert screen.ends() == -signal.SIGKILL
        assert stored_answers(start.home) == answers
        screen = start("next")
        screen.sees_one_of(*VERDICTS)
        screen.send(" ")  # try again, or the next question
        screen.sees_none_of(*VERDICTS)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_restores_the_terminal(start: Starter, number: int) -> None:
    screen = start()
    screen.sees(HOME_SCREEN)
    screen.signal(number)
    assert screen.ends() == 128 + number
    assert LEAVE_ALTERNATE_SCREEN in screen.raw
    assert SHOW_CURSOR in screen.raw


def test_quitting_and_starting_again_goes_on_there(start: Starter) -> None:
    screen = start()
    screen.sees(HOME_SCREEN, "Begin")
    screen.send(" ")
    screen.sees("You toss a coin 100 times")
    screen.send("jjjj")
    screen.sees("▸ Derivation")
    screen.send(" ")
    screen.sees("2 / 3")
    screen.send("\x11")  # ctrl+q
    assert screen.ends() == 0
    again = start()
    again.sees("Continue", "step 2")
    again.send(" ")
    again.sees("▸ Derivation", "2 / 3")


def test_two_apps_on_one_data_folder(start: Starter) -> None:
    one, other = start(), start()
    open_quiz(one)
    open_quiz(other)
    one.send("1")
    one.sees("1  ▪")
    other.send("2")
    other.sees("2  ▪")
    one.send("\x11")
    other.send("\x11")
    assert (one.ends(), other.ends()) == (0, 0)
    assert stored_answers(start.home) == 2


def test_a_data_folder_that_cannot_be_written_is_said_and_the_app_goes_on(start: Starter) -> None:
    start.home.write_text("a file where the folder should be")
    screen = start()
    screen.sees(HOME_SCREEN)
    screen.send(" ")
    screen.sees("You toss a coin 100 times", "not being saved")
    screen.send("\x11")
    assert screen.ends() == 0


def test_a_corrupt_progress_file_is_set_aside_and_said(start: Starter) -> None:
    start.home.mkdir()
    (start.home / "progress.sqlite").write_bytes(b"this is no database" * 400)
    screen = start()
    screen.sees(HOME_SCREEN, "damaged")
    screen.send("\x11")
    assert screen.ends() == 0
    assert list(start.home.glob("progress.corrupt-*"))


def test_a_broken_section_is_left_out_and_said(start: Starter, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    section = course / "lessons" / "ch1-chance" / "1-coin.yaml"
    section.write_text(section.read_text().replace("kind: prose", "kind: poem", 1))
    screen = start(course=course)
    screen.sees(HOME_SCREEN, "mlmath check")


def test_a_broken_course_is_said_in_a_sentence_before_the_screen_is_touched(
    start: Starter, tmp_path: Path
) -> None:
    course = tmp_path / "course"
    (course / "lessons").mkdir(parents=True)
    (course / "lessons" / "course.yaml").write_text("id: [")
    screen = start(course=course)
    assert screen.ends() == 1
    assert b"course.yaml:2" in screen.raw
    assert b"\x1b[?1049h" not in screen.raw
    assert b"Traceback" not in screen.raw


def test_a_course_that_is_not_there_names_the_places_looked_at(
    start: Starter, tmp_path: Path
) -> None:
    screen = start(course=tmp_path / "nowhere")
    assert screen.ends() == 2
    assert b"nowhere" in screen.raw
    assert b"--course DIR" in screen.raw


def test_a_tiny_terminal_says_what_it_needs(start: Starter) -> None:
    screen = start(size=(20, 5))
    screen.sees("too small")
    screen.send("\x11")
    assert screen.ends() == 0
