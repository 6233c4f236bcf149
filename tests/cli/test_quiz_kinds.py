"""Every kind of question without a screen: one answer graded, and a whole quiz line by line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from engine.kinds_course import question
from mlmath_tutor.cli.main import main
from mlmath_tutor.content.questions import Code

KINDS = Path(__file__).parents[1] / "data" / "kinds"


def run(home: Path, *words: str, lang: str = "en") -> int:
    common = ["--course", str(KINDS), "--home", str(home), "--lang", lang, "--trust"]
    return main([*common, "quiz", *words])


@pytest.mark.parametrize(
    ("question", "typed", "code", "note"),
    [
        ("kinds.order", "product log concave slope mean", 0, "right"),
        ("kinds.order", "log product concave slope mean", 1, "log"),
        ("kinds.order", "nothing", 3, "unreadable"),
        ("kinds.match", "1=a 2=b 3=c", 0, "right"),
        ("kinds.match", "1=a 2=c 3=b", 1, "absolute>flat+none>laplace"),
        ("kinds.match", "1=a", 3, "unreadable"),
        ("kinds.cloze", "3; possible", 0, "right"),
        ("kinds.cloze", "4; possible", 1, "1>number"),
        ("kinds.cloze", "x", 3, "unreadable"),
        ("kinds.matrix", "[2 1; 2 0]", 0, "right"),
        ("kinds.matrix", "[[2,2],[1,0]]", 1, "transpose"),
        ("kinds.matrix", "[2 1; 2", 3, "unreadable"),
        ("kinds.expression", "-1/(1+e^z)", 0, "right"),
        ("kinds.expression", "1/(1+e^z)", 1, "sign-of-inner"),
        ("kinds.expression", "2z", 1, "wrong"),
        ("kinds.expression", "q+1", 3, "unreadable"),
        ("kinds.variance", "s - 2m² + m²", 1, "form-no_like_terms"),
        ("kinds.derivation", "s - 2m² + m²\ns - m²", 0, "right"),
        ("kinds.derivation", "s - 2m² + m²; s + m²", 1, "line 2"),
        ("kinds.derivation", "s - 2m² + m²", 1, "unfinished"),
        ("kinds.derivation", "s - q", 3, "unreadable"),
        ("kinds.recall", "good", 0, "good"),
        ("kinds.recall", "no", 1, "no"),
        ("kinds.recall", "every distribution", 3, "to-compare"),
        ("kinds.spot", "2", 0, "gradient"),
        ("kinds.spot", "3", 1, "eigen"),
        ("kinds.spot", "9", 3, "unreadable"),
        ("kinds.repair", "2 4; -n/λ²", 0, "right"),
        ("kinds.repair", "2 5; n/λ²", 1, "why>constant+repair>sign"),
        ("kinds.repair", "2 4", 3, "unreadable"),
        ("kinds.construct", "[4 2; 2 1]", 0, "right"),
        ("kinds.construct", "[1 2; 2 1]", 1, "semidefinite"),
        ("kinds.construct", "[1 2 3]", 3, "unreadable"),
        ("kinds.eigenvector", "[-0.7071; -0.7071]", 0, "right"),
        ("kinds.eigenvector", "1 1", 1, "unit"),
        ("kinds.predict", "both", 0, "both"),
        ("kinds.predict", "same", 1, "same"),
    ],
)
def test_one_answer_of_each_kind(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    question: str,
    typed: str,
    code: int,
    note: str,
) -> None:
    for lang in ("en", "ja"):
        assert run(tmp_path, question, "--answer", typed, "--json", lang=lang) == code
        told = json.loads(capsys.readouterr().out)
        assert told["note"] == note
        assert told["feedback"]


def test_a_quiz_of_every_kind_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [
        "product log slope concave mean",
        "square=normal absolute=laplace none=flat",
        "3; possible",
        "sigmoid(z) - 1",
        "s - m²",
        "s - 2m^2 + m^2",
        "s - m^2",
        "[2 1; 2 0]",
        "",
        "1",
        "gradient",
        "2 4; -n/λ²",
        "[0 0; 0 0]",
        "-1/sqrt(2), -1/sqrt(2)",
        *question(Code).answer.splitlines(),
        ".",
        "both",
    ]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(typed) + "\n"))
    assert run(tmp_path, "1.1", "--seed", "1") == 0
    out = capsys.readouterr().out
    assert "Result: 14 of 14 right (14 at once)" in out
    assert "could not be read" not in out
    assert out.index("Compare what you recalled") < out.index("You had it.")


def test_what_there_is_to_answer_with_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(":s\n" * 13))
    run(tmp_path, "1.1")
    out = capsys.readouterr().out
    for words in (
        *("By independence", "Laplace", "possible / likely", "[1 2; 3 4]", "letters: m, s"),
        "return ____",
        "# the shapes are (2,) and (2, 1)\n    a, b = np.arange(2)",
    ):
        assert words in out


def test_a_counterexample_is_told_as_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "kinds.expression", "--answer", "1/(1+e^z)", "--json")
    witness = json.loads(capsys.readouterr().out)["witness"]
    assert witness["yours"] == pytest.approx(-witness["right"])
    assert -4 < witness["at"]["z"] < 4
    run(tmp_path, "kinds.expression", "--answer", "sigmoid(z)-1", "--json")
    assert json.loads(capsys.readouterr().out)["witness"] is None


@pytest.mark.parametrize(
    ("old", "new", "code", "note"),
    [
        ("", "", 0, "right"),
        ("axis=1", "axis=0", 1, "chain"),
        ("def cond_entropy(P):", "def cond_entropy(P)", 3, "unreadable"),
        ("import numpy", "____\nimport numpy", 3, "unreadable"),
    ],
)
def test_a_program_is_graded_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: int, note: str
) -> None:
    file = tmp_path / "answer.py"
    file.write_text(question(Code).answer.replace(old, new, 1), encoding="utf-8")
    assert run(tmp_path / "home", "kinds.code", "--answer", f"@{file}", "--json") == code
    assert json.loads(capsys.readouterr().out)["note"] == note


def test_a_program_is_taken_from_a_file_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answer.py"
    file.write_text(question(Code).answer, encoding="utf-8")
    typed = f"@{tmp_path}/nowhere.py\n@{file}\nq\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert run(tmp_path / "home", "kinds.code") == 0
    out = capsys.readouterr().out
    assert "nowhere.py" in out.replace("\n", "")
    assert "Result: 1 of 1 right" in out


def test_the_last_hint_shows_a_program_that_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("h\nx = 1/0\n.\nh\nh\nq\n"))
    run(tmp_path / "home", "kinds.code")
    out = capsys.readouterr().out
    assert out.count("return entropy(P) - entropy(P.sum(axis=1))") == 1
    assert out.index("Line 1 failed before") < out.index("A program that is right")


def test_letters_of_the_answer_are_no_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\n:h\n:q\n"))
    assert run(tmp_path, "kinds.variance") == 0
    out = capsys.readouterr().out
    assert "Here s is a letter of the answer" in out
    assert "Not right." in out  # the answer s


def test_a_derivation_left_in_the_middle_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("s - 2m^2 + m^2\n:q\n"))
    run(tmp_path, "kinds.derivation")
    assert "Line 1 holds." in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.StringIO("s + m^2\ns - m^2\n"))
    run(tmp_path, "kinds.derivation")
    out = capsys.readouterr().out
    assert "Written so far:" in out
    assert "Line 2 is not equal to the line before it." in out
    assert "Right." in out
    monkeypatch.setattr(sys, "stdin", io.StringIO(":q\n"))
    run(tmp_path, "kinds.derivation", "--seed", "5")
    assert "Written so far:" not in capsys.readouterr().out
