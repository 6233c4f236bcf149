from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.content.locating import CourseNotFoundError, find_course


def _course(folder: Path) -> Path:
    (folder / "lessons").mkdir(parents=True)
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A checkout with a package in src/ and without a course."""
    package = tmp_path / "checkout" / "src" / "mlmath_tutor"
    package.mkdir(parents=True)
    (tmp_path / "checkout" / "pyproject.toml").touch()
    return package


def test_a_folder_asked_for_wins_over_everything(tmp_path: Path, package: Path) -> None:
    _course(package / "_course")
    mine, other = _course(tmp_path / "mine"), _course(tmp_path / "other")
    assert find_course(mine, {"MLMATH_COURSE": str(other)}, package) == mine
    assert find_course(None, {"MLMATH_COURSE": str(other)}, package) == other


def test_the_installed_course_wins_over_the_checkout(package: Path) -> None:
    checkout = _course(package.parent.parent)
    assert find_course(None, {}, package) == checkout
    _course(package / "_course")
    assert find_course(None, {}, package) == package / "_course"


def test_lessons_beside_no_project_file_are_not_a_checkout(package: Path) -> None:
    _course(package.parent.parent)
    (package.parent.parent / "pyproject.toml").unlink()
    with pytest.raises(CourseNotFoundError):
        find_course(None, {}, package)


def test_without_a_course_the_error_names_the_three_places(package: Path) -> None:
    with pytest.raises(CourseNotFoundError) as raised:
        find_course(None, {}, package)
    assert len(raised.value.places) == 3
    assert "MLMATH_COURSE" in raised.value.places[0]
    assert str(package / "_course") in raised.value.places[1]


def test_a_folder_asked_for_that_is_no_course_is_not_replaced(
    tmp_path: Path, package: Path
) -> None:
    _course(package / "_course")
    with pytest.raises(CourseNotFoundError) as raised:
        find_course(tmp_path, {}, package)
    assert raised.value.places == (f"{tmp_path} (--course or MLMATH_COURSE)",)


def test_the_course_of_this_repository_is_found() -> None:
    assert find_course(None, {}) == Path(__file__).parent.parent.parent
