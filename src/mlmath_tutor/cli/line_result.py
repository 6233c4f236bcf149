"""What came of a quiz, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from mlmath_tutor.cli.plain_text import PlainText
from mlmath_tutor.content.questions import Question
from mlmath_tutor.engine.quiz_report import GoOn, QuizReport, Reread, Retry, SkillChange, ToRead
from mlmath_tutor.i18n import say


def result_lines(report: QuizReport, name: str, text: PlainText) -> Iterator[str]:
    """Yield the result line by line, what was sure and wrong first.

    Args:
        name: what the learner calls the quiz: what `mlmath quiz` was given.
    """
    yield _score(report, text)
    if report.sure_but_wrong:
        yield text.say("result.sure-but-wrong")
        yield from (f"  {_named(question, text)}" for question in report.sure_but_wrong)
    if report.skills:
        yield text.say("line.by-skill")
        yield from (f"  {_skill(each, text)}" for each in report.skills)
    if report.result.misconceptions:
        yield text.say("line.went-wrong")
    for met in report.result.misconceptions:
        number, title = _block(met.block, text)
        words = text.say("line.misconception", title=title, times=met.times, number=number)
        yield f"  {words}"
    if report.result.confidence:
        yield _how_sure(report, text)
    if report.to_read:
        yield text.say("result.to-read")
        yield from (f"  {_place(each, text)}" for each in report.to_read)
    yield _next(report, name, text)


def _score(report: QuizReport, text: PlainText) -> str:
    result = report.result
    score = text.say(
        "line.result", right=result.right, total=result.total, at_once=len(result.at_once)
    )
    parts = [score]
    if report.gain is not None:
        key = "more" if report.gain > 0 else "fewer" if report.gain < 0 else "same"
        parts.append(text.say(f"result.{key}", count=abs(report.gain)))
    return "  ".join([*parts, text.say("result.minutes", minutes=report.minutes)])


def _how_sure(report: QuizReport, text: PlainText) -> str:
    result = report.result
    said = say(text.lang, "result.between").join(
        text.say(f"result.level-{level.sure}", times=level.times, right=level.right)
        for level in result.confidence
    )
    line = text.say("result.how-sure", levels=said)
    return f"{line} {text.say(f'result.{result.calibration}')}" if result.calibration else line


def _named(question: Question, text: PlainText) -> str:
    title = text.set(question.title or question.stem).splitlines()[0]
    return f"{question.label}  {title}" if question.label else title


def _skill(change: SkillChange, text: PlainText) -> str:
    skill = text.course.skill(change.skill)
    line = text.say(
        "line.skill",
        title=skill.title.said(text.lang) if skill else change.skill,
        right=sum(score >= 1.0 for score in change.scores),
        total=len(change.scores),
    )
    key = "result.skill-change" if change.now != change.before else "result.skill-same"
    values = {"before": change.before, "now": change.now, "of": change.of}
    return f"{line}  ({text.say(key, **values)})"


def _place(place: ToRead, text: PlainText) -> str:
    if place.block is not None:
        number, title = _block(place.block, text)
    else:
        section = text.course.section(place.section)
        number, title = (section.number, section.title.said(text.lang)) if section else ("", "")
    return text.say("line.to-read", number=number, title=title)


def _next(report: QuizReport, name: str, text: PlainText) -> str:
    match report.recommendation:
        case Reread(block=block):
            number, title = _block(block, text)
            return text.say("line.reread", number=number, title=title)
        case Retry(questions=questions):
            return text.say("line.retry", count=len(questions), name=name)
        case GoOn():
            return text.say("line.go-on")


def _block(block: str, text: PlainText) -> tuple[str, str]:
    """Return the number of the section a block stands in, and its title."""
    found = text.course.block(block)
    if found is None:
        return "", block
    section, named = found
    title = named.title or section.title
    return section.number, title if isinstance(title, str) else title.said(text.lang)
