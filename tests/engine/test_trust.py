"""Trust: the bundled course needs none, another one is asked about once per content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.config import SettingsFile
from mlmath_tutor.content.locating import is_bundled
from mlmath_tutor.engine.trust import Trust

SMALL = Path(__file__).parents[1] / "data" / "small"
PROGRAM = Path("lessons", "ch1-chance", "examples", "tosses.py")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def trust(course: Path, home: Path, *, this_call: bool = False) -> Trust:
    """Return the trust in a course as a new start of the program finds it."""
    settings = SettingsFile(home / "settings.toml")
    return Trust(course, settings, bundled=False, this_call=this_call)


def test_a_strange_course_is_not_trusted_until_somebody_says_so(
    course: Path, tmp_path: Path
) -> None:
    first = trust(course, tmp_path)
    assert not first.given
    assert not first.changed
    first.give()
    assert first.given
    assert trust(course, tmp_path).given


def test_a_changed_course_is_asked_about_again(course: Path, tmp_path: Path) -> None:
    trust(course, tmp_path).give()
    (course / PROGRAM).write_text("print('changed')\n")
    again = trust(course, tmp_path)
    assert not again.given
    assert again.changed
    again.give()
    assert trust(course, tmp_path).given


def test_going_back_to_what_was_trusted_needs_no_question(course: Path, tmp_path: Path) -> None:
    before = (course / PROGRAM).read_bytes()
    trust(course, tmp_path).give()
    (course / PROGRAM).write_text("print('changed')\n")
    trust(course, tmp_path).give()
    (course / PROGRAM).write_bytes(before)
    assert trust(course, tmp_path).given


def test_a_copy_of_a_trusted_course_is_trusted_and_another_folder_has_not_changed(
    course: Path, tmp_path: Path
) -> None:
    trust(course, tmp_path).give()
    copy = Path(shutil.copytree(course, tmp_path / "copy"))
    assert trust(copy, tmp_path).given
    (copy / PROGRAM).write_text("print('changed')\n")
    assert not trust(copy, tmp_path).given
    assert not trust(copy, tmp_path).changed


def test_the_answer_for_this_call_is_not_kept(course: Path, tmp_path: Path) -> None:
    assert trust(course, tmp_path, this_call=True).given
    assert not trust(course, tmp_path).given


def test_what_is_trusted_is_what_was_loaded(course: Path, tmp_path: Path) -> None:
    loaded = trust(course, tmp_path)
    (course / PROGRAM).write_text("print('changed after it was loaded')\n")
    loaded.give()
    assert loaded.given
    assert not trust(course, tmp_path).given


def test_the_course_of_the_checkout_and_of_the_package_is_bundled(
    course: Path, tmp_path: Path
) -> None:
    package = tmp_path / "checkout" / "src" / "mlmath_tutor"
    installed = package / "_course"
    installed.mkdir(parents=True)
    checkout = tmp_path / "checkout"
    assert is_bundled(installed, package)
    assert not is_bundled(checkout, package)
    (checkout / "pyproject.toml").write_text("")
    assert is_bundled(checkout, package)
    assert not is_bundled(course, package)
