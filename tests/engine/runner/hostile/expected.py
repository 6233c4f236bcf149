"""How a hostile program must end, and what the learner is told of it in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from engine.runner.ran import Ran
from mlmath_tutor.engine.runner import Failure, Limit
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.i18n import say


@dataclass(frozen=True)
class Ends:
    """How a run ends.

    Attributes:
        how: `ok`, `failure`, or the kind of a limit.
        line: the line that is told; None if none is.
        error: the exception's type, `process` if the process died.
        message: the beginning of the exception's own message.
        ja, en: the beginning of what is said to explain it; empty if nothing is.
    """

    how: str
    line: int | None = None
    error: str = ""
    message: str = ""
    ja: str = ""
    en: str = ""

    def like(self, other: Ends) -> bool:
        """Return whether this ending, told in full, is the `other`, told in part."""
        return (
            (self.how, self.line, self.error) == (other.how, other.line, other.error)
            and self.message.startswith(other.message)
            and (self.ja.startswith(other.ja) if other.ja else not self.ja)
            and (self.en.startswith(other.en) if other.en else not self.en)
        )


FINE = Ends("ok")


def late(line: int | None) -> Ends:
    """Stopped by the time limit."""
    if line is None:
        return Ends("time", None, ja="時間の上限に達したので、止めました。", en="Stopped: the time")
    ja, en = f"に達したので、{line} 行目で止めました。", f"Stopped at line {line}: the time limit"
    return Ends("time", line, ja=f"時間の上限{ja}", en=en)


def hungry(line: int) -> Ends:
    """Stopped by the memory limit."""
    ja = f"{line} 行目で、使えるメモリの上限を超えました。"
    return Ends("memory", line, ja=ja, en=f"Line {line} asked for more memory than a program may")


def wordy(line: int | None) -> Ends:
    """Stopped by the output limit."""
    if line is None:
        return Ends("output", None, ja="出力が多すぎるので、止めました。", en="Stopped: too much")
    ja = f"出力が多すぎるので、{line} 行目で止めました。"
    return Ends("output", line, ja=ja, en=f"Stopped at line {line}: too much output.")


def crowded(line: int) -> Ends:
    """Stopped by the limit of figures."""
    ja = f"図が多すぎるので、{line} 行目で止めました。"
    return Ends("figures", line, ja=ja, en=f"Stopped at line {line}: too many figures.")


OUTSIDE = (
    "プログラムが書けるのは、自分の一時フォルダの中だけです。",
    "A program may write only in the folder of its own run",
)


def raises(line: int | None, error: str, message: str = "", ja: str = "", en: str = "") -> Ends:
    """Ended by an exception."""
    return Ends("failure", line, error, message, ja, en)


def dies(line: int | None, message: str, ja: str, en: str) -> Ends:
    """The process died."""
    return Ends("failure", line, "process", message, ja, en)


def crashes(line: int | None) -> Ends:
    """Died of a segmentation fault."""
    ja = "Python のプロセスが落ちました (SIGSEGV)。C で書かれたライブラリが、"
    return dies(line, "SIGSEGV", ja, "The Python process died (SIGSEGV): a library written in C")


def leaves(status: int) -> Ends:
    """Ended without a word."""
    ja = f"プログラムは途中でいきなり終わりました（終了コード {status}）。"
    return dies(None, str(status), ja, f"The program ended all at once (exit status {status}).")


def ending(ran: Ran) -> Ends:
    """Return how a run ended, told in full."""
    how = ran.summary.ended
    found = [event for event in ran.events if isinstance(event, Failure | Limit)]
    if not found:
        return Ends(how)
    (last,) = found
    said = explanation(last)
    ja = say("ja", said.key, **said.values) if said else ""
    en = say("en", said.key, **said.values) if said else ""
    if isinstance(last, Limit):
        return Ends(how, last.line, ja=ja, en=en)
    return Ends(how, last.line, last.error, last.message, ja, en)
