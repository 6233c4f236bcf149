"""Settings: remembered, atomic, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.config import Settings, SettingsFile, home_folder, locale_language


def test_the_data_folder_is_the_one_named_first(tmp_path: Path) -> None:
    named = {"MLMATH_HOME": str(tmp_path / "named")}
    assert home_folder(tmp_path / "given", named) == tmp_path / "given"
    assert home_folder(None, named) == tmp_path / "named"
    assert home_folder(None, {}).name == "mlmath-tutor"


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
    ],
)
def test_the_language_follows_the_locale(environ: dict[str, str], lang: str) -> None:
    assert locale_language(environ) == lang


def test_what_was_chosen_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    SettingsFile(path).change(lang="ja", keys={"lesson.next": "n"})
    again = SettingsFile(path).settings
    assert (again.lang, again.keys, again.theme) == ("ja", {"lesson.next": "n"}, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_broken_file_is_set_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("lang = [")
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert file.trouble is not None
    assert str(path) in file.trouble
    assert (tmp_path / "settings.broken.toml").read_text() == "lang = ["


def test_a_key_of_a_newer_version_does_not_hurt(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('lang = "ja"\nfrom_the_future = 3\n')
    assert SettingsFile(path).settings.lang == "ja"


def test_a_folder_that_cannot_be_written_is_told_and_the_choice_holds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = SettingsFile(tmp_path / "file" / "settings.toml")
    file.change(theme="hogan")
    assert file.settings.theme == "hogan"
    assert file.trouble is not None
