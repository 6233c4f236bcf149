"""Which file of a course holds what: the only place that spells its folders and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from .course import Chapter, Section
from .drawn_quiz import OF_THE_COURSE

FOLDERS = ("lessons", "quizzes")
SHARED = ("glossary", "notation", "references")


def course_file(root: Path) -> Path:
    """Return the file with order, titles and prerequisites."""
    return root / "lessons" / "course.yaml"


def shared_file(root: Path, name: str) -> Path:
    """Return a list shared by all chapters; `name` is one of `SHARED`."""
    return root / "lessons" / f"{name}.yaml"


def chapter_folder(root: Path, owner: Chapter | Section) -> Path:
    """Return the folder under lessons/ of a chapter, or of the chapter a section belongs to."""
    name = owner.id if isinstance(owner, Chapter) else owner.chapter
    return root / "lessons" / f"ch{owner.number.split('.')[0]}-{name}"


def skills_file(root: Path, chapter: Chapter) -> Path:
    """Return the file with a chapter's skills."""
    return chapter_folder(root, chapter) / "skills.yaml"


def lesson_file(root: Path, section: Section) -> Path:
    """Return the file with a section's blocks."""
    return chapter_folder(root, section) / f"{section.number.split('.')[1]}-{section.id}.yaml"


def quiz_file(root: Path, section: Section) -> Path:
    """Return the file with a section's questions: same folder and name, under quizzes/."""
    lesson = lesson_file(root, section)
    return root / "quizzes" / lesson.parent.name / lesson.name


def chapter_quiz_file(root: Path, chapter: Chapter) -> Path:
    """Return the file of a chapter's quiz, beside those of its sections."""
    return root / "quizzes" / chapter_folder(root, chapter).name / "chapter.yaml"


def course_quiz_file(root: Path, name: str) -> Path:
    """Return the file of a quiz of the whole course; `name` is one of `OF_THE_COURSE`."""
    return root / "quizzes" / f"{name}.yaml"


def recording_file(root: Path, section: Section, program: str) -> Path:
    """Return where the recorded output of the program with this block id stands."""
    return chapter_folder(root, section) / "recorded" / f"{program}.json"


def strangers(root: Path, chapters: Iterable[Chapter]) -> Iterator[Path]:
    """Yield the YAML files under lessons/ and quizzes/ that belong to no part of the course."""
    own = {course_file(root), *(shared_file(root, name) for name in SHARED)}
    own |= {course_quiz_file(root, name) for name in OF_THE_COURSE}
    for chapter in chapters:
        own |= {skills_file(root, chapter), chapter_quiz_file(root, chapter)}
        for section in chapter.sections:
            own |= {lesson_file(root, section), quiz_file(root, section)}
    for top in FOLDERS:
        found = {path for suffix in ("*.yaml", "*.yml") for path in (root / top).rglob(suffix)}
        yield from sorted(found - own)
