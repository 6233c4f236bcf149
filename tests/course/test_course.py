"""The course that ships: whole, in proportion, and without a finding."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.counting import COURSE, quiz
from mlmath_tutor.content.blocks import Check, Derivation, Example, Explore, Pitfall
from mlmath_tutor.content.loading import load

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((ROOT / "lessons").glob("*/examples/*.py"))


def test_every_file_of_the_course_loads_without_a_finding():
    assert load(ROOT).findings == ()


def test_the_course_has_five_chapters_of_five_sections():
    assert [len(chapter.sections) for chapter in COURSE.chapters] == [5] * 5


def test_minutes_keep_the_budget_of_a_section_and_a_chapter():
    assert all(6 <= section.entry.minutes <= 8 for section in COURSE.sections)
    assert [chapter.minutes for chapter in COURSE.chapters] == [35, 35, 40, 30, 40]


def test_a_section_needs_only_sections_before_it():
    before = set()
    for section in COURSE.sections:
        assert set(section.entry.needs) <= before, section.id
        before.add(section.id)


def test_misconceptions_and_pitfalls_name_each_other():
    pitfalls = {b.id for s in COURSE.sections for b in s.blocks if isinstance(b, Pitfall)}
    questions = [q for s in COURSE.sections for q in quiz(s)]
    for block in (b for s in COURSE.sections for b in s.blocks):
        questions += [block.question] if isinstance(block, Check) else []
        questions += [block.predict] if isinstance(block, Example) and block.predict else []
    named = {
        wrong.misconception
        for question in questions
        for wrong in (*getattr(question, "options", ()), *getattr(question, "diagnose", ()))
        if wrong.misconception
    }
    assert named == pitfalls


@pytest.mark.parametrize("name", [s.id for s in COURSE.sections if s.written])
def test_a_written_section_keeps_its_proportions(name):
    section = COURSE.section(name)
    core = [block for block in section.blocks if block.path == "core"]
    assert sum(isinstance(block, Check) for block in core) >= 4
    assert sum(isinstance(block, Explore) for block in section.blocks) >= 2
    assert any(isinstance(block, Example) for block in core)
    assert len(section.questions) >= 7
    for block in section.blocks:
        if isinstance(block, Derivation):
            assert 4 <= len(block.steps) <= 8, block.id
    for question in quiz(section):
        assert len(question.hints) == 3, question.id
        assert question.solution, question.id


@pytest.mark.parametrize("chapter", [c for c in COURSE.chapters if c.quiz], ids=lambda c: c.id)
def test_the_quiz_of_a_chapter_has_10_to_15_questions_a_third_from_earlier_ones(chapter):
    drawn = {draw.source: draw.count for draw in chapter.quiz.draw}
    earlier = drawn.get("earlier", 0)
    assert 10 <= chapter.quiz.count <= 15
    if chapter is COURSE.chapters[0]:
        assert not earlier
    else:
        assert 0.25 <= earlier / chapter.quiz.count <= 0.4


def test_the_first_chapter_has_a_quiz_and_the_course_a_final_one():
    assert COURSE.chapters[0].quiz is not None
    assert {draw.source for draw in COURSE.final.draw} == {c.id for c in COURSE.chapters}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_runs_outside_the_app_as_it_stands(program):
    done = subprocess.run(
        [sys.executable, program],
        env={**os.environ, "MPLBACKEND": "Agg"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_is_short_enough_to_read(program):
    lines = program.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('"""')
    assert max(map(len, lines)) <= 70
    assert sum(1 for line in lines if line and not line.startswith("#")) <= 50
    comments = [line for line in lines if line.startswith("# ")]
    assert sum(line.startswith("# ja:") for line in comments) <= 2
    assert {"# %% plot", "# %% focus"} <= set(comments)
