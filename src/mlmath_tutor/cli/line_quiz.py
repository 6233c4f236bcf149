"""A quiz held line by line: a question is printed, a line is read, the verdict is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mlmath_tutor.cli.plain_text import PlainText
from mlmath_tutor.content.questions import Code, DerivationQuestion, ExpressionQuestion
from mlmath_tutor.engine.events import AnyPayload, Drafted
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading.derivation import UNFINISHED, holding, lines_of
from mlmath_tutor.engine.quiz_result import GoOn, QuizResult, Reread, Retry
from mlmath_tutor.engine.session import Session

COMMANDS = ("h", "s", "q")


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
    """

    def __init__(
        self,
        session: Session,
        name: str,
        text: PlainText,
        read_line: Callable[[str], str | None],
        try_out: Callable[[Trial], Evidence],
        drafts: Drafts,
    ) -> None:
        self._session = session
        self._name = name
        self._text = text
        self._read_line = read_line
        self._try_out = try_out
        self._drafts = drafts
        self._written: list[str] = []

    def hold(self) -> None:
        """Ask until the quiz is finished, or left; print the result, or how to go on."""
        self._ask()
        while not self._session.finished:
            line = self._read_line(self._text.say("line.prompt") + " ")
            word = self._command(":q" if line is None else line)
            if word == "q":
                print(self._text.say("line.left", name=self._name))
                return
            if word == "h":
                self._hint()
            elif word == "s":
                self._skip()
            elif line is not None:
                self._take(line)
        self._result(self._session.result())

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
        verdict = self._session.submit(line, evidence=evidence)
        print(self._text.verdict(verdict))
        if verdict.right:
            self._go_on()
        elif verdict.valid:
            print(self._text.say("line.again"))

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
        if session.solution_shown:
            print(text.solution(session.question))
        else:
            number = len(session.hints)
            print(f"{text.say('line.hint', number=number)}  {text.set(session.hints[-1])}")

    def _result(self, result: QuizResult) -> None:
        text = self._text
        print()
        print(
            text.say(
                "line.result",
                right=result.right,
                total=result.total,
                at_once=len(result.at_once),
            )
        )
        if result.skills:
            print(text.say("line.by-skill"))
        titles = {skill.id: skill.title for skill in text.course.skills}
        for skill in result.skills:
            title = titles[skill.skill].said(text.lang) if skill.skill in titles else skill.skill
            right = sum(score >= 1.0 for score in skill.scores)
            total = len(skill.scores)
            print(f"  {text.say('line.skill', title=title, right=right, total=total)}")
        if result.misconceptions:
            print(text.say("line.went-wrong"))
        for met in result.misconceptions:
            number, title = self._pitfall(met.block)
            words = text.say("line.misconception", title=title, times=met.times, number=number)
            print(f"  {words}")
        print(self._next(result))

    def _next(self, result: QuizResult) -> str:
        match result.recommendation:
            case Reread(block=block):
                number, title = self._pitfall(block)
                return self._text.say("line.reread", number=number, title=title)
            case Retry(questions=questions):
                return self._text.say("line.retry", count=len(questions), name=self._name)
            case GoOn():
                return self._text.say("line.go-on")

    def _pitfall(self, block: str) -> tuple[str, str]:
        """Return the number of the section a misconception is treated in, and its name."""
        found = self._text.course.block(block)
        if found is None:
            return "", block
        section, pitfall = found
        return section.number, (pitfall.title or section.title).said(self._text.lang)
