"""What works here, and what to do about what does not."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main

SMALL = Path(__file__).parents[1] / "data" / "small"


def doctor(home: Path, *words: str) -> int:
    return main(["doctor", *words, "--home", str(home), "--course", str(SMALL), "--lang", "en"])


def test_everything_needed_is_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(tmp_path / "home", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    found = {check["name"]: check for check in told["checks"]}
    assert {"size", "colours", "textual", "torch", "data folder", "course", "worker"} <= set(found)
    assert all(check["ok"] for check in told["checks"])
    assert found["data folder"]["found"] == str(tmp_path / "home")
    assert "1 of 2 sections" in found["course"]["found"]


def test_nothing_is_left_in_the_data_folder(tmp_path: Path) -> None:
    doctor(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_data_folder_that_cannot_be_written_gets_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert doctor(tmp_path / "file") == 1
    assert "--home DIR" in capsys.readouterr().out


def test_a_missing_library_that_is_optional_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    version = importlib.metadata.version

    def without_torch(name: str) -> str:
        if name == "torch":
            raise importlib.metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(importlib.metadata, "version", without_torch)
    assert doctor(tmp_path) == 0
    assert "pip install torch" in capsys.readouterr().out
