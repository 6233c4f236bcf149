"""The words of the command line: options before or after them, errors for people."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor import __version__
from mlmath_tutor.cli.main import COMMANDS, main

SMALL = Path(__file__).parents[1] / "data" / "small"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MLMATH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    return tmp_path / "home"


def exit_code(*words: str) -> int:
    try:
        return main(words)
    except SystemExit as ended:
        assert isinstance(ended.code, int)
        return ended.code


def test_help_lists_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--help") == 0
    told = capsys.readouterr().out
    assert all(f"\n  {word} " in told for word in COMMANDS)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--version") == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("word", COMMANDS)
def test_every_word_explains_itself(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(word, "--help") == 0
    assert f"mlmath {word}" in capsys.readouterr().out


def test_a_wrong_word_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("chekc") == 2
    assert "Did you mean `mlmath check`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "ja", "--course", str(SMALL), "read", "1.1"),
        ("read", "1.1", "--lang", "ja", "--course", str(SMALL)),
        ("--course", str(SMALL), "read", "--lang", "ja", "coin"),
    ],
)
def test_options_stand_before_or_after_the_word(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(*words) == 0
    assert "硬貨を 100 回投げたら" in capsys.readouterr().out


def test_the_app_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--course", str(SMALL)) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_a_course_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("list", "--course", str(tmp_path / "nowhere")) == 2
    told = capsys.readouterr().err
    assert "nowhere" in told
    assert "--course DIR" in told
