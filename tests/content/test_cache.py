"""The cache of the course: the same course, and never an old one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from mlmath_tutor.content import cache
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.loading import load

SMALL = Path(__file__).parents[1] / "data" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "course")
    return tmp_path / "course"


def loaded(root: Path) -> Course:
    course = load(root).course
    assert course is not None
    return course


def test_what_is_read_is_what_was_written(root: Path, tmp_path: Path) -> None:
    course, file = loaded(root), tmp_path / "home" / "cache" / "course.msgpack"
    cache.write(course, file)
    assert cache.read(root, file) == course


def test_there_is_nothing_to_read_before_the_first_time(root: Path, tmp_path: Path) -> None:
    assert cache.read(root, tmp_path / "course.msgpack") is None


@pytest.mark.parametrize("change", ["edit", "touch", "add", "remove"])
def test_a_changed_file_makes_the_cache_useless(root: Path, tmp_path: Path, change: str) -> None:
    file = tmp_path / "course.msgpack"
    cache.write(loaded(root), file)
    section = root / "lessons" / "ch1-chance" / "1-coin.yaml"
    match change:
        case "edit":
            section.write_text(section.read_text() + "\n")
        case "touch":
            os.utime(section, ns=(1, 1))
        case "add":
            (section.parent / "2-dice.yaml").write_text("blocks: []")
        case "remove":
            section.unlink()
    assert cache.read(root, file) is None


def test_another_course_does_not_get_this_one(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "course.msgpack"
    cache.write(loaded(root), file)
    assert cache.read(SMALL, file) is None


@pytest.mark.parametrize("content", [b"", b"\xc1", b"{}", b"\x93\xa1x\x90\xc0"])
def test_a_damaged_cache_is_no_cache(root: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "course.msgpack"
    file.write_bytes(content)
    assert cache.read(root, file) is None


def test_a_folder_that_cannot_be_written_costs_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache.write(loaded(root), tmp_path / "file" / "course.msgpack")
