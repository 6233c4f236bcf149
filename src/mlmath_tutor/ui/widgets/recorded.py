"""What a program did when its author recorded it: shown where it has not run here."""

from __future__ import annotations

from mlmath_tutor import figspec
from mlmath_tutor.content.layout import recording_file
from mlmath_tutor.content.recorded import RecordingError, read_recording

from ..study import Study
from .outcome import Outcome


def recorded_outcome(study: Study, program: str) -> Outcome | None:
    """Return what is recorded of a program, or None where nothing is, or it cannot be read.

    What cannot be read is for `mlmath check` to tell the author; a learner can run the program.
    """
    found = study.course.block(program)
    if found is None:
        return None
    try:
        recording = read_recording(recording_file(study.course.root, found[0], program))
        figures = [figspec.decode(figure) for figure in recording.figures]
    except (FileNotFoundError, RecordingError, figspec.FigureError):
        return None
    outcome = Outcome(text=recording.text, recorded=True)
    for number, figure in enumerate(figures, 1):
        outcome.figures.take(number, figure)
    return outcome
