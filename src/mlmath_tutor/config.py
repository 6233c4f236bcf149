"""Where the learner's files are, and the settings kept there.

The data folder holds `progress.sqlite`, `backups/`, `settings.toml` and caches. It is
`--home`, else `MLMATH_HOME`, else the system's place for an application's data.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the learner chose. Everything has a default; an unknown key is kept out, not an error.

    Attributes:
        lang: the language, or None to follow the locale.
        theme: the name of a theme, or None to follow the terminal's background.
        glyphs: the signs used, or `auto` to follow the terminal.
        ambiguous: cells of ambiguous characters (α, ×): `auto` to ask the terminal.
        reduced_motion: nothing moves by itself.
        ask_how_sure: in a quiz, how sure one is, before the verdict.
        keys: keys by binding id, such as `{"lesson.next": "space"}`.
        trusted: other courses whose programs may run: the folder by the content it had.
    """

    lang: Literal["ja", "en"] | None = None
    theme: str | None = None
    glyphs: Literal["auto", "unicode", "narrow", "ascii"] = "auto"
    ambiguous: Literal["auto", "one", "two"] = "auto"
    reduced_motion: bool = False
    ask_how_sure: bool = True
    keys: dict[str, str] = {}
    trusted: dict[str, str] = {}


def home_folder(explicit: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the data folder; it need not exist yet."""
    if explicit is not None:
        return explicit.expanduser().absolute()
    if named := environ.get("MLMATH_HOME"):
        return Path(named).expanduser().absolute()
    # Imported here: it is not needed where the folder is named.
    from platformdirs import user_data_path

    return user_data_path("mlmath-tutor", appauthor=False)


def locale_language(environ: Mapping[str, str]) -> Literal["ja", "en"]:
    """Return the language the locale asks for: Japanese if it says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if value := environ.get(name):
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"


class SettingsFile:
    """settings.toml: read once, written whole and atomically."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: str | None = None
        """Why the file could not be read or written, in the system's words."""
        self.settings = self._read()

    def _read(self) -> Settings:
        try:
            return msgspec.toml.decode(self.path.read_bytes(), type=Settings, strict=False)
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.trouble = str(error)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            # A broken file is kept beside the new one: the learner may have written it by hand.
            self.trouble = f"{self.path}: {error}"
            self._set_aside()
        return Settings()

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_suffix(".broken.toml"))
        except OSError as error:
            self.trouble = str(error)

    def change(self, **values: object) -> None:
        """Change settings and write them; a failure to write is told by `trouble`."""
        self.settings = msgspec.structs.replace(self.settings, **values)
        scratch = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(msgspec.toml.encode(self.settings))
            scratch.replace(self.path)
        except OSError as error:
            self.trouble = str(error)
        else:
            self.trouble = None
