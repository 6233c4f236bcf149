from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.content.recorded import (
    Recording,
    RecordingError,
    read_recording,
    write_recording,
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "recorded" / "bayes.rate.json"
    recording = Recording(text="平均 0.5\n", figures=({"version": 1, "axes": []},))
    write_recording(path, recording)
    assert read_recording(path) == recording


def test_the_same_output_gives_the_same_bytes(tmp_path: Path) -> None:
    recording = Recording(text="x\n")
    write_recording(tmp_path / "a.json", recording)
    write_recording(tmp_path / "b.json", recording)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_missing_recording_and_a_damaged_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_recording(tmp_path / "none.json")
    for damaged in ("{", '{"text": 3}', '{"text": "", "figures": [1]}', "\xff"):
        (tmp_path / "bad.json").write_text(damaged, encoding="latin-1")
        with pytest.raises(RecordingError):
            read_recording(tmp_path / "bad.json")
