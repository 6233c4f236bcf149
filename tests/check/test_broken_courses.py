"""Each course under data/broken and data/failing has one named fault; `check` finds it, alone.

`expected.txt` has a line `file:line: words` for each finding: the words occur in the message.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

DATA = Path(__file__).parent.parent / "data"


def _courses(folder: str) -> list[object]:
    found = sorted(path for path in (DATA / folder).iterdir() if path.is_dir())
    return [pytest.param(path, id=path.name) for path in found]


def _is_what_is_expected(root: Path, *, run: bool) -> None:
    expected = (root / "expected.txt").read_text(encoding="utf-8").splitlines()
    found = [finding.said(root) for finding in check(root, run=run)]
    assert len(found) == len(expected), found
    for line, said in zip(expected, found, strict=True):
        place, words = line.split(": ", 1)
        assert said.startswith(f"{place}: "), said
        assert words in said


@pytest.mark.parametrize("root", _courses("broken"))
def test_a_fault_in_the_files_is_found_at_its_line(root: Path) -> None:
    _is_what_is_expected(root, run=False)


@pytest.mark.parametrize("root", _courses("failing"))
def test_a_fault_of_a_running_program_is_found_at_its_line(root: Path) -> None:
    _is_what_is_expected(root, run=True)
