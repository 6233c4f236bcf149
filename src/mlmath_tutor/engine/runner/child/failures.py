"""An exception of the learner's program as data: type, message, line, traceback, hint."""

from __future__ import annotations

import re
import traceback
import types
from pathlib import Path
from typing import Any

from mlmath_tutor.engine.runner.child import results
from mlmath_tutor.engine.runner.child.hints import hint_for
from mlmath_tutor.engine.runner.child.places import innermost
from mlmath_tutor.engine.runner.paths import without_paths

_LONGEST_MESSAGE = 2000
_LONGEST_TRACEBACK = 20_000
_DEEPEST = 3000
_MOST_VALUES = 6
_FOLDED = "<folded>"
_OURS = str(Path(__file__).parent)
_WORD = re.compile(r"[^\W\d]\w*")


def describe(error: BaseException, name: str, program: str = "") -> dict[str, object]:
    """Return the fields of a `failure` message for `error`, raised in the file `name`.

    Lines of the file `program`, whose functions `name` may call, are not folded either.
    """
    entry = innermost(error.__traceback__, name)
    line = entry.tb_lineno if entry else None
    if isinstance(error, SyntaxError) and error.filename == name:
        line = error.lineno
    frame = entry.tb_frame if entry else None
    words = _words_on_line(name, line)
    scope = _scope(frame)
    hint = hint_for(error, message_of(error), scope, words)
    return {
        "error": type(error).__name__,
        "message": without_paths(message_of(error), Path.cwd()),
        "line": line,
        "traceback": rendered(error, {name, program}),
        "hint": hint.key if hint else None,
        "hint_values": hint.values if hint else {},
        "missing": hint.missing if hint else None,
        "values": _values_on_line(scope, words),
    }


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether `error` is a request for memory that was refused."""
    if isinstance(error, MemoryError):
        return True
    return isinstance(error, RuntimeError) and "can't allocate memory" in message_of(error)


def message_of(error: BaseException) -> str:
    """Return the exception's own text; empty if it cannot give one."""
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        return str(error)[:_LONGEST_MESSAGE]
    except Exception:  # noqa: BLE001 - a learner's `__str__` may raise anything
        return ""


def rendered(error: BaseException, own: set[str]) -> str:
    """Return the traceback as Python prints it, with the calls outside the files `own` folded."""
    deep = _depth(error.__traceback__) > _DEEPEST
    told = traceback.TracebackException.from_exception(error, limit=-50 if deep else None)
    _fold(told, own, set())
    text = without_paths("".join(told.format()), Path.cwd())
    if len(text) <= _LONGEST_TRACEBACK:
        return text
    half = _LONGEST_TRACEBACK // 2
    return f"{text[:half]}\n[…]\n{text[-half:]}"


def _depth(trace: types.TracebackType | None) -> int:
    depth = 0
    while trace is not None:
        depth, trace = depth + 1, trace.tb_next
    return depth


class _FoldedStack(traceback.StackSummary):
    """A stack in which entries named `<folded>` stand for calls inside a library."""

    def format_frame_summary(
        self,
        frame_summary: traceback.FrameSummary,
        **options: Any,  # since Python 3.13: whether to colour
    ) -> str:
        if frame_summary.name != _FOLDED:
            return super().format_frame_summary(frame_summary, **options)
        calls = "1 call" if frame_summary.lineno == 1 else f"{frame_summary.lineno} calls"
        return f"  [{calls} in {frame_summary.filename}]\n"


def _fold(told: traceback.TracebackException, own: set[str], seen: set[int]) -> None:
    """Fold the stack of an exception, and of every other one it hangs together with."""
    if id(told) in seen:
        return
    seen.add(id(told))
    told.stack = _FoldedStack(_folded(told.stack, own))
    related = [told.__cause__, told.__context__, *(getattr(told, "exceptions", None) or ())]
    for other in related:
        if other is not None:
            _fold(other, own, seen)


def _folded(stack: traceback.StackSummary, own: set[str]) -> list[traceback.FrameSummary]:
    frames = [frame for frame in stack if not frame.filename.startswith(_OURS)]
    folded: list[traceback.FrameSummary] = []
    inside: list[str] = []
    for frame in frames:
        if frame.filename in own:
            folded += _library_call(inside)
            folded.append(frame)
            inside = []
        else:
            inside.append(frame.filename)
    return folded + _library_call(inside)


def _library_call(files: list[str]) -> list[traceback.FrameSummary]:
    if not files:
        return []
    place = without_paths(files[-1], Path.cwd())
    return [traceback.FrameSummary(place, len(files), _FOLDED, lookup_line=False, line="")]


def _scope(frame: types.FrameType | None) -> dict[str, Any]:
    return {**frame.f_globals, **frame.f_locals} if frame else {}


def _words_on_line(name: str, line: int | None) -> list[str]:
    if line is None:
        return []
    import linecache

    return list(dict.fromkeys(_WORD.findall(linecache.getline(name, line))))


def _values_on_line(scope: dict[str, Any], words: list[str]) -> list[dict[str, str]]:
    found = {word: scope[word] for word in words if word in scope}
    return results.variables(found)[:_MOST_VALUES]
