"""A quiz of a course from elsewhere: its code runs only after somebody has agreed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from mlmath_tutor.cli import trying
from mlmath_tutor.cli.main import main
from mlmath_tutor.engine.evidence import Evidence, Trial

KINDS = Path(__file__).parents[1] / "data" / "kinds"
RIGHT = "[4 2; 2 1]"
UNREADABLE = 3


class Typed(io.StringIO):
    """What is typed on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[Trial]:
    """Return the trials that were run; none is really run."""
    trials: list[Trial] = []

    def note(trial: Trial) -> Evidence:
        trials.append(trial)
        return Evidence(ended="failure")

    monkeypatch.setattr(trying, "_try_out", note)
    return trials


def answer(home: Path, question: str, typed: str, *more: str, lang: str = "en") -> int:
    common = ["--course", str(KINDS), "--home", str(home), "--lang", lang]
    return main([*common, "quiz", question, "--answer", typed, "--json", *more])


def test_a_piped_answer_runs_nothing_and_says_what_allows_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tried: list[Trial],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert answer(tmp_path, "kinds.construct", RIGHT) == UNREADABLE
    told = capsys.readouterr()
    assert json.loads(told.out)["valid"] is False
    assert "was not run" in json.loads(told.out)["feedback"]
    assert "--trust" in told.err
    assert str(KINDS) in told.err
    assert tried == []


def test_an_answer_that_needs_no_run_needs_no_trust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert answer(tmp_path, "kinds.spot", "2") == 0
    assert "--trust" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "runs"), [("y\n", 1), ("はい\n", 1), ("n\n", 0), ("\n", 0), ("", 0)]
)
def test_on_a_terminal_the_learner_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tried: list[Trial],
    typed: str,
    runs: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(typed))
    answer(tmp_path, "kinds.construct", RIGHT)
    told = capsys.readouterr()
    assert "y runs them" in told.err
    assert str(KINDS) in told.err
    json.loads(told.out)
    assert len(tried) == runs


def test_the_answer_is_kept_and_trust_for_a_call_is_not(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tried: list[Trial],
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(""))
    answer(tmp_path, "kinds.construct", RIGHT, "--trust")
    assert len(tried) == 1
    assert "y runs them" not in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", Typed("y\n"))
    answer(tmp_path, "kinds.construct", RIGHT)
    assert "y runs them" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    answer(tmp_path, "kinds.construct", RIGHT)
    assert len(tried) == 3


def test_running_a_file_or_an_example_is_itself_the_consent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    small = KINDS.with_name("small")
    assert main(["--course", str(small), "--home", str(tmp_path), "run", "coin.moving"]) == 0
    assert "standard deviation 0.0500" in capsys.readouterr().out
