"""The wheel holds the program and the course, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel unpacked, as pip would lay it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def mlmath(installed: Path, tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mlmath_tutor", *words, "--home", str(tmp_path / "home")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_course_is_found_inside_the_package(installed: Path, tmp_path: Path) -> None:
    done = mlmath(installed, tmp_path, "list")
    assert done.returncode == 0, done.stderr
    assert "1.1  Conditional probability" in done.stdout


def test_an_example_of_the_course_runs(installed: Path, tmp_path: Path) -> None:
    done = mlmath(installed, tmp_path, "run", "E1.1", "--size", "60x12")
    assert done.returncode == 0, done.stderr
    assert "prevalence" in done.stdout


def test_nothing_of_the_workshop_is_shipped(installed: Path) -> None:
    names = {path.relative_to(installed).parts[0] for path in installed.rglob("*.py")}
    assert names == {"mlmath_tutor"}
    course = installed / "mlmath_tutor" / "_course"
    assert {path.name for path in course.iterdir()} == {"lessons", "quizzes"}
