from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main

DATA = Path(__file__).parent.parent / "data"
BROKEN = DATA / "broken" / "all-at-once"


def test_a_course_without_faults_is_said_to_be_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(DATA / "small")]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert "1 of 2 sections written, 3 questions, 2 programs run: nothing to correct" in out
    assert err == ""


def test_findings_are_one_line_each_from_where_one_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    assert main(["check", "."]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("lessons/ch1-one/1-first.yaml:9: ")
    assert err == "4 findings\n"


def test_findings_as_json_have_their_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BROKEN), "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["line"], each["code"]) for each in found] == [
        (9, "unknown-key"),
        (10, "missing-key"),
        (14, "missing-language"),
        (15, "type"),
    ]
    assert Path(found[0]["file"]) == BROKEN / "lessons/ch1-one/1-first.yaml"


def test_the_course_named_everywhere_is_checked_when_no_path_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--course", str(BROKEN)]) == 1
    assert "1-first.yaml:9" in capsys.readouterr().out


def test_record_writes_what_the_programs_print(tmp_path: Path) -> None:
    course = shutil.copytree(DATA / "failing" / "nothing-recorded", tmp_path / "course")
    assert main(["check", str(course)]) == 1
    assert main(["check", str(course), "--record"]) == 0
    recording = json.loads((course / "lessons/ch1-one/recorded/first.run.json").read_bytes())
    assert recording == {"text": "1\n", "figures": []}
    assert main(["check", str(course)]) == 0


def test_programs_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(DATA / "failing" / "crashing-example"), "--no-run"]) == 0
    assert "1 programs read" in capsys.readouterr().out


def test_a_folder_that_is_no_course_is_an_error_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert str(tmp_path) in err


def test_schemas_are_written_for_editors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--schema", str(tmp_path / "schemas")]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert all(json.loads(path.read_bytes()) for path in written)


def test_a_place_that_cannot_be_written_is_an_error_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["check", "--schema", str(tmp_path / "file")]) == 1
    assert str(tmp_path / "file") in capsys.readouterr().err
