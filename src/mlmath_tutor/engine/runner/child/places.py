"""Where in the learner's program something happened."""

from __future__ import annotations

from types import FrameType, TracebackType


def line_of_frame(frame: FrameType | None, name: str) -> int | None:
    """Return the line of file `name` that is being executed, seen from `frame` outwards."""
    while frame is not None:
        if frame.f_code.co_filename == name:
            return frame.f_lineno
        frame = frame.f_back
    return None


def innermost(trace: TracebackType | None, name: str) -> TracebackType | None:
    """Return the innermost entry of a traceback that lies in file `name`."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            found = trace
        trace = trace.tb_next
    return found
