"""The last good run of each program, so that yesterday's output and figure are there today.

A cache, not a record: it is no event, travels nowhere, and may be deleted at any moment.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from mlmath_tutor import figspec
from mlmath_tutor.content.parameters import Value

from .whole_files import written_whole


class _Kept(msgspec.Struct, frozen=True):
    """A run as it lies in its file; figures are encoded specs."""

    source: str
    values: dict[str, Value]
    text: str
    figures: list[dict[str, Any]]
    probes: list[str]
    seconds: float


class KeptRun(msgspec.Struct, frozen=True, kw_only=True):
    """A run that ended well.

    Attributes:
        source: the program as in its file: a run of another text says nothing about this one.
        values: the parameters that differed from the shipped ones.
        text: what was written.
        figures: what was drawn, in order.
        probes: the values of the job's probes.
        seconds: wall time.
    """

    source: str
    values: dict[str, Value]
    text: str
    figures: tuple[figspec.Figure, ...]
    probes: tuple[str, ...]
    seconds: float


class KeptRuns:
    """The runs kept in a folder, one file a program. Program ids are safe as file names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _file(self, program: str) -> Path:
        return self._folder / f"{program}.json"

    def last(self, program: str) -> KeptRun | None:
        """Return the last good run of a program, or None if none is kept or it is damaged."""
        try:
            kept = msgspec.json.decode(self._file(program).read_bytes(), type=_Kept)
            figures = tuple(figspec.decode(figure) for figure in kept.figures)
        except (OSError, msgspec.DecodeError, figspec.FigureError):
            # A cache that cannot be read is no cache; the program can be run again.
            return None
        return KeptRun(
            source=kept.source,
            values=kept.values,
            text=kept.text,
            figures=figures,
            probes=tuple(kept.probes),
            seconds=kept.seconds,
        )

    def keep(self, program: str, run: KeptRun) -> None:
        """Keep a run; where that is not possible, it must be run again tomorrow."""
        kept = _Kept(
            source=run.source,
            values=run.values,
            text=run.text,
            figures=[figspec.encode(figure) for figure in run.figures],
            probes=list(run.probes),
            seconds=run.seconds,
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with written_whole(self._file(program)) as unfinished:
                unfinished.write_bytes(msgspec.json.encode(kept))
        except OSError:
            return
