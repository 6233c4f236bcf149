"""Templates to draw from: those of the sample course, and small ones made on the spot."""

from __future__ import annotations

from pathlib import Path

from mlmath_tutor.content.course import Course
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.marked_yaml import Document, compose
from mlmath_tutor.content.quizzes import AnyQuestion, QuizFile, Template
from mlmath_tutor.content.templates import read_quiz

KINDS = Path(__file__).parents[1] / "data" / "kinds"


def course() -> Course:
    """Return the sample course; its second section draws."""
    loaded = load(KINDS).course
    assert loaded is not None
    return loaded


def sample(name: str) -> AnyQuestion:
    """Return a question of the sample course."""
    found = course().question(name)
    assert found is not None
    return found


def template(folder: Path, keys: str, stem: str = "x", value: str = "0") -> Template:
    """Return a numeric template with these keys (YAML lines), this stem and this value."""
    lines = [f"  {line}" for line in keys.strip().splitlines()]
    text = "\n".join(
        [
            "title: {ja: t, en: t}",
            "questions:",
            "- id: a.question",
            "  kind: numeric",
            *lines,
            f"  stem: {{ja: '{stem}', en: '{stem}'}}",
            f"  answer: {{value: '{value}'}}" if "{{" in value else f"  answer: {{value: {value}}}",
            "  right: {ja: r, en: r}",
        ]
    )
    file = folder / "quiz.yaml"
    file.write_text(text + "\n", encoding="utf-8")
    document = compose(file)
    assert isinstance(document, Document)
    quiz = read_quiz(document, QuizFile)
    assert isinstance(quiz, QuizFile), quiz
    (found,) = quiz.questions
    assert isinstance(found, Template)
    return found
