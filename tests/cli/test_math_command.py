from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main

SMALL = Path(__file__).parent.parent / "data" / "small"
BAYES = r"P(A\mid B)=\frac{P(A\cap B)}{P(B)}"


def batch(
    lines: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *options: str,
) -> list[dict[str, object]]:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    assert main(["math", "--batch", "--course", str(SMALL), *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_formula_given_as_an_argument_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["math", BAYES, "--course", str(SMALL)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "           P(A ∩ B)",
        "P(A | B) = ────────",
        "             P(B)",
    ]


def test_a_formula_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(BAYES))
    assert main(["math", "--inline", "--course", str(SMALL)]) == 0
    assert capsys.readouterr().out == "P(A|B) = P(A ∩ B)/P(B)\n"


def test_the_width_breaks_a_long_formula(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["math", "--width", "20", "a=b+c+d+e+f+g+h", "--course", str(SMALL)]) == 0
    assert capsys.readouterr().out == "a = b + c + d + e\n    + f + g + h\n"


def test_the_macros_of_the_course_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["math", r"\E[\abs{X}]", "--course", str(SMALL)]) == 0
    assert capsys.readouterr().out == "𝔼[|X|]\n"


def test_without_a_course_there_are_no_macros(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object) -> Path:
        from mlmath_tutor.content.locating import CourseNotFoundError

        raise CourseNotFoundError(())

    monkeypatch.setattr("mlmath_tutor.content.locating.find_course", nowhere)
    assert main(["math", r"\alpha"]) == 0
    assert capsys.readouterr().out == "α\n"


def test_a_course_that_was_named_and_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["math", "x", "--course", str(tmp_path)]) == 2
    assert "mlmath: " in capsys.readouterr().err


def test_a_fault_is_drawn_and_said_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["math", r"a+\nosuch", "--course", str(SMALL)]) == 1
    said = capsys.readouterr()
    assert said.out == "a + \\nosuch\n"
    assert said.err == "mlmath: unknown command \\nosuch (at 2)\n"


def test_a_batch_answers_each_line_with_an_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps(r"\frac12"), json.dumps(r"x+\nosuch"), json.dumps(r"\text{日本語}")]
    assert batch(lines, monkeypatch, capsys) == [
        {"ok": True, "rows": [" 1 ", "───", " 2 "], "width": 3},
        {"ok": False, "error": r"unknown command \nosuch", "pos": 2},
        {"ok": True, "rows": ["日本語"], "width": 6},
    ]


def test_a_batch_goes_on_after_a_line_that_is_no_json_string(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = batch(["x^2", "12", '"x^2"'], monkeypatch, capsys)
    assert [answer["ok"] for answer in answers] == [False, False, True]


def test_a_batch_inline_has_one_row(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (answer,) = batch([json.dumps(r"\frac{a}{b+c}")], monkeypatch, capsys, "--inline")
    assert answer == {"ok": True, "rows": ["a/(b + c)"], "width": 9}


def test_a_width_that_is_no_number_of_cells_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["math", "x", "--width", "0"])
    assert ended.value.code == 2
    assert "0 is not a number of cells" in capsys.readouterr().err
