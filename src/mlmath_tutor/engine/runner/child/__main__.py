"""Entry of the process that runs one program, or keeps many.

    python -P -s -m mlmath_tutor.engine.runner.child FOLDER REPORT now|warm|keep LIBRARIES SECONDS

Standard input brings the job, standard output takes the frames, standard error is the
program's own output as raw bytes. REPORT is the descriptor of the guard's report, or `-`
to run without a guard. `warm` loads what most programs need, and LIBRARIES (dotted names
with commas between them, may be empty), while it waits for the job. `keep` makes this
process the keeper: standard input is its socket, and SECONDS is how long a probe may take.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _take_channels() -> tuple[int, int]:
    """Move the two channels out of the program's reach; return control and frames."""
    control, frames = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for fd in (control, frames):
            msvcrt.setmode(fd, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return control, frames


def main(argv: list[str]) -> None:
    """Run the one job that comes, or fork a process for each; never returns."""
    folder, report, how, libraries = Path(argv[0]), argv[1], argv[2], argv[3].split(",")
    control, frames = _take_channels()
    dump = 2
    if report != "-":
        from mlmath_tutor.engine.runner.child.guard import fork_guarded

        # In the guard this call does not return; it does not need the frames.
        dump = fork_guarded(control, int(report), folder)
    from mlmath_tutor.engine.runner.child.service import serve, stand_back, warm_up
    from mlmath_tutor.engine.runner.child.wire import Inbox

    stand_back()
    if how == "keep":
        from mlmath_tutor.engine.runner.child.keeper import Keeper

        for fd in (frames, dump):  # each program gets its own
            os.close(fd)
        Keeper(control, libraries, float(argv[4])).keep()
    inbox = Inbox(control)
    if how == "warm":
        warm_up(inbox, libraries)
    serve(inbox, frames, folder, dump=dump, guarded=report != "-")


if __name__ == "__main__":
    main(sys.argv[1:])
