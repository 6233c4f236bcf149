"""Names of saved figures: free ones, and what a typed one means."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.engine import figure_files
from mlmath_tutor.engine.figure_files import FORMATS, Target, target
from mlmath_tutor.engine.reason import Reason


def test_a_name_is_that_of_the_program_and_free(tmp_path: Path) -> None:
    assert figure_files.free_name(tmp_path, "bayes.base-rate", "png") == "bayes-base-rate.png"
    (tmp_path / "bayes-base-rate.png").touch()
    assert figure_files.free_name(tmp_path, "bayes.base-rate", "png") == "bayes-base-rate.2.png"
    assert figure_files.free_name(tmp_path, "bayes.base-rate", "svg") == "bayes-base-rate.svg"
    (tmp_path / "bayes-base-rate.2.png").touch()
    assert figure_files.free_name(tmp_path, "bayes.base-rate", "png") == "bayes-base-rate.3.png"
    assert figure_files.free_name(tmp_path, "bayes.base-rate", "png", 2) == "bayes-base-rate-2.png"


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("a.png", "a.svg"),
        ("a.PNG", "a.svg"),
        ("a", "a.svg"),
        ("v1.5", "v1.5.svg"),
        (".png", ".svg"),
    ],
)
def test_another_format_changes_the_ending_only(name: str, new: str) -> None:
    assert figure_files.with_format(name, "svg") == new


@pytest.mark.parametrize("name", ["図.png", "sub/図.svg", " a.TXT "])
def test_a_name_or_a_path_is_a_file_in_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    found = target(name, tmp_path, FORMATS)
    assert isinstance(found, Target)
    assert found.path == tmp_path / name.strip()
    assert found.file_format == name.strip()[-3:].lower()


def test_an_absolute_path_and_the_home_folder_are_meant_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (f"{tmp_path}/a.png", "~/a.png"):
        found = target(name, Path("/nowhere"), FORMATS)
        assert isinstance(found, Target)
        assert found.path == tmp_path / "a.png"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("  ", "no-name"),
        ("a.jpg", "unknown-format"),
        ("a", "unknown-format"),
        ("folder.png", "is-folder"),
        ("missing/a.png", "no-folder"),
    ],
)
def test_why_a_name_means_no_file(tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / "folder.png").mkdir()
    found = target(name, tmp_path, FORMATS)
    assert isinstance(found, Reason)
    assert found.key == f"saving.{key}"


def test_a_folder_that_cannot_be_written_gives_way_to_the_data_folder(tmp_path: Path) -> None:
    assert figure_files.folder_for_figures(tmp_path, tmp_path / "data") == tmp_path
    nowhere = tmp_path / "nowhere"
    assert figure_files.folder_for_figures(nowhere, tmp_path / "data") == tmp_path / "data/figures"


def test_text_is_written_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.txt"
    figure_files.write_text("点\n", file)
    assert file.read_text(encoding="utf-8") == "点\n"
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(OSError, match=r"b\.txt"):
        figure_files.write_text("x", tmp_path / "b.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.txt", "new"]
