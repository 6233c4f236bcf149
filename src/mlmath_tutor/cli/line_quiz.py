"""A quiz held line by line: a question is printed, a line is read, the verdict is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mlmath_tutor.cli.line_result import result_lines
from mlmath_tutor.cli.plain_text import PlainText
from mlmath_tutor.content.questions import Code, DerivationQuestion, ExpressionQuestion
from mlmath_tutor.engine.events import AnyPayload, Drafted, Sure
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading.derivation import UNFINISHED, holding, lines_of
from mlmath_tutor.engine.quiz_report import QuizReport
from mlmath_tutor.engine.session import Session

COMMANDS = ("h", "s", "q")

# What may be typed to say how sure one is, beside the words of both languages.
SURE: dict[str, Sure] = {
    **dict.fromkeys(("1", "a", "guess", "勘"), "guess"),
    **dict.fromkeys(("2", "s", "think", "think so", "たぶん"), "think"),
    **dict.fromkeys(("3", "d", "sure", "確か"), "sure"),
}


class Drafts(Protocol):
    """Keeps answers that were begun."""

    def draft(self, question: str) -> str:
        """Return the answer to a question that was begun, or ""."""

    def record(self, payload: AnyPayload) -> None:
        """Store an event."""


class LineQuiz:
    """Leads through a session.

    Args:
        session: begun or gone on with.
        name: what the learner calls it: what `mlmath quiz` was given.
        text: sets what is said.
        read_line: shows a prompt and returns the line typed, or None at the end of the input.
        try_out: runs what a verdict needs.
        drafts: keeps the lines of a derivation that is left in the middle.
        report: what came of it, at the end.
        asks_how_sure: whether to ask how sure the learner is, before the first verdict.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        text: PlainText,
        read_line: Callable[[str], str | None],
        try_out: Callable[[Trial], Evidence],
        drafts: Drafts,
        report: Callable[[], QuizReport],
        *,
        asks_how_sure: bool = False,
    ) -> None:
        self._session = session
        self._name = name
        self._text = text
        self._read_line = read_line
        self._try_out = try_out
        self._drafts = drafts
        self._written: list[str] = []
        self._report = report
        self._asks_how_sure = asks_how_sure

    def hold(self) -> None:
        """Ask until the quiz is finished, or left; print the result, or how to go on."""
        self._ask()
        while not self._session.finished:
            line = self._read_line(self._text.say("line.prompt") + " ")
            word = self._command(":q" if line is None else line)
            if word == "q":
                print(self._text.say("line.left", name=self._name))
                return
            match word:
                case "h":
                    self._hint()
                case "s":
                    self._skip()
                case "<":
                    self._go_back()
                case "!":
                    self._mark()
                case _ if line is not None:
                    self._take(line)
        print("", *result_lines(self._report(), self._name, self._text), sep="\n")

    def _command(self, line: str) -> str:
        """Return the command that a line is, or "": a letter, or one behind a colon.

        Where letters are answers, only the colon makes a command of them.
        """
        word = unicodedata.normalize("NFKC", line).strip().casefold()
        if word.startswith(":"):
            return word[1:].strip()
        return "" if word in self._letters else word

    @property
    def _letters(self) -> list[str]:
        """The commands that are letters of the question asked."""
        match self._session.question:
            case ExpressionQuestion(symbols=symbols) | DerivationQuestion(symbols=symbols):
                return [command for command in COMMANDS if command in symbols]
            case _:
                return []

    def _ask(self) -> None:
        session, text = self._session, self._text
        head = text.say("line.question", number=session.number, total=len(session.questions))
        title = session.question.title
        print(f"\n{head}" + (f"  {text.set(title)}" if title else ""))
        if session.variant:
            print(text.say("line.variant", note=session.variant))
        print(text.question(session.question, session.seed))
        if self._letters:
            print(text.say("line.letter-keys", letters=", ".join(self._letters)))
        self._written = self._kept_lines()
        if self._written:
            print(text.say("line.written-so-far"))
            for number, line in enumerate(self._written, 1):
                print(f"{number:>4}  {line}")
        if session.verdict is not None:
            print(text.verdict(session.verdict))

    def _take(self, line: str) -> None:
        """Take a line as the answer, or as the beginning of a program."""
        if not isinstance(self._session.question, Code):
            self._answer(line)
        elif line.startswith("@"):
            path = Path(line[1:].strip())
            try:
                self._answer(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                print(self._text.say("line.no-file", name=path, details=error))
        else:
            lines = [line]
            while (more := self._read_line("")) not in (None, "."):
                lines.append(more or "")
            self._answer("\n".join(lines) + "\n")

    def _kept_lines(self) -> list[str]:
        """Return the lines of a derivation that were written before and hold."""
        question = self._session.question
        if not isinstance(question, DerivationQuestion):
            return []
        return holding(question, lines_of(self._drafts.draft(question.id)))

    def _add_line(self, question: DerivationQuestion, line: str) -> None:
        """Take one more line of a derivation: it is an answer once it is wrong, or the last."""
        answer = "\n".join((*self._written, line))
        verdict = self._session.judge(answer)
        if verdict.note == UNFINISHED:
            self._written = lines_of(answer)
            self._drafts.record(Drafted(question=question.id, text=f"{answer}\n"))
            print(self._text.say("line.step-right", number=len(self._written)))
            return
        self._judge(answer)
        if verdict.right:
            self._drafts.record(Drafted(question=question.id, text=""))

    def _answer(self, line: str) -> None:
        question = self._session.question
        if isinstance(question, DerivationQuestion):
            self._add_line(question, line)
        else:
            self._judge(line)

    def _judge(self, line: str) -> None:
        trial = self._session.trial(line)
        evidence = self._try_out(trial) if trial is not None else None
        sure = self._how_sure(line, evidence)
        verdict = self._session.submit(line, sure, evidence=evidence)
        print(self._text.verdict(verdict))
        if verdict.right:
            self._go_on()
        elif verdict.valid:
            if sure == "sure":
                print(self._text.say("question.sure-but-wrong"))
            print(self._text.say("line.again"))

    def _how_sure(self, answer: str, evidence: Evidence | None) -> Sure | None:
        """Ask how sure the learner is, where that is asked; an empty line does not say."""
        session = self._session
        asks = self._asks_how_sure and session.asks_how_sure
        if not asks or not session.judge(answer, evidence).valid:
            return None
        return SURE.get(_plain(self._read_line(self._text.say("line.how-sure") + " ") or ""))

    def _go_back(self) -> None:
        if self._session.can_go_back:
            self._session.go_back()
            self._ask()
        else:
            print(self._text.say("line.first-question"))

    def _mark(self) -> None:
        self._session.mark()
        key = "line.marked" if self._session.is_marked else "line.not-marked"
        print(self._text.say(key))

    def _skip(self) -> None:
        if not self._session.attempts and not self._session.is_last:
            print(self._text.say("line.comes-back"))
        self._go_on()

    def _go_on(self) -> None:
        self._session.advance()
        if not self._session.finished:
            self._ask()

    def _hint(self) -> None:
        session, text = self._session, self._text
        if not session.can_hint:
            key = "line.no-more-hints" if session.attempts else "line.no-hint-yet"
            print(text.say(key))
            return
        session.hint()
        self._say_rung()
        while session.solved and session.can_hint:  # nothing is given away any more
            session.hint()
            self._say_rung()

    def _say_rung(self) -> None:
        session, text = self._session, self._text
        if session.solution_shown:
            print(text.solution(session.question))
        else:
            number = len(session.hints)
            print(f"{text.say('line.hint', number=number)}  {text.set(session.hints[-1])}")


def _plain(line: str) -> str:
    return unicodedata.normalize("NFKC", line).strip().casefold()
