"""What a program once wrote and drew: shown without a run, and compared by `mlmath check`."""

from __future__ import annotations

from pathlib import Path

import msgspec


class RecordingError(Exception):
    """A recording is there and cannot be read."""


class Recording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The text a program wrote and its figures, each a JSON object for `figspec.decode`."""

    text: str
    figures: tuple[dict[str, object], ...] = ()


def read_recording(path: Path) -> Recording:
    """Return the recording in `path`, which `content.layout.recording_file` names.

    Raises:
        FileNotFoundError: nothing has been recorded.
        RecordingError: the file cannot be read, or is not a recording.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Recording)
    except FileNotFoundError:
        raise
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RecordingError(f"{path.name}: {error}") from error


def write_recording(path: Path, recording: Recording) -> None:
    """Write `recording` to `path`, in a form that changes no more than the program's output.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(recording), indent=1) + b"\n")
