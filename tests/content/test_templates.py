"""Questions with parameters in a quiz file: what is kept of them, and what is found wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from mlmath_tutor.content import cache
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.marked_yaml import Document, compose
from mlmath_tutor.content.quizzes import QuizFile, Template, kind_name
from mlmath_tutor.content.templates import read_quiz

KINDS = Path(__file__).parents[1] / "data" / "kinds"
QUIZ = KINDS / "quizzes/ch1-ways/2-drawing.yaml"


def read(text: str, folder: Path) -> QuizFile | list[str]:
    file = folder / "quiz.yaml"
    file.write_text(text, encoding="utf-8")
    document = compose(file)
    assert isinstance(document, Document)
    found = read_quiz(document, QuizFile)
    if isinstance(found, QuizFile):
        return found
    return [f"{fault.line}: {fault.message}" for fault in found]


def test_a_template_keeps_its_question_as_data() -> None:
    course = load(KINDS).course
    assert course is not None
    found = course.question("drawing.kl")
    assert found is not None
    template = found
    assert isinstance(template, Template)
    assert (template.of, kind_name(template), template.label) == ("numeric", "numeric", "Q1.2.4")
    assert [float(v) for v in template.varying.params["s2"].values] == [0.5, 2, 4]
    body = msgspec.msgpack.decode(template.body)
    assert body["answer"]["value"] == "{{kl}}"
    assert "params" not in body


def test_a_course_with_templates_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    course = load(KINDS).course
    assert course is not None
    cache.write(course, tmp_path / "course.msgpack")
    assert cache.read(KINDS, tmp_path / "course.msgpack") == course


def test_loading_a_course_computes_nothing() -> None:
    code = (
        "import sys; from pathlib import Path; from mlmath_tutor.content.loading import load;"
        "from mlmath_tutor.engine.progress import Progress; import mlmath_tutor.engine.session;"
        f"Progress(load(Path({str(KINDS)!r})).course);"
        "print([name for name in sys.modules if 'variants' in name])"
    )
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


TEMPLATE = """title: {ja: t, en: t}
questions:
- id: a.question
  kind: numeric
  label: Q1
  params:
    p: {choice: [1, 2]}
  let: {k: '2p'}
  note: 'p={{p}}'
  stem: {ja: '{{p}}', en: '{{p}}'}
  answer: {value: '{{k}}', rtol: 0.01}
  right: {ja: r, en: r}
  diagnose:
  - {when: {value: '{{p}}'}, note: once, say: {ja: s, en: s}}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  note:", "  noted:", "3: template `a.question` has no `note`: add it"),
        ("  params:", "  parms:", "3: template `a.question` has no `params`: add it"),
        ("label: Q1", "label: 'Q{{p}}'", "5: `label` is the same in all variants"),
        ("choice: [1, 2]", "choose: [1, 2]", "7: choices `p` has no key `choose`: did you mean"),
        ("choice: [1, 2]", "from: 1", "7: choices `p` needs `choice`, or `from` and `to`"),
        ("choice: [1, 2]", "from: 3, to: 1", "7: choices `p` needs `from` below `to`"),
        ("choice: [1, 2]", "from: 1, to: 3, step: 0", "7: choices `p` needs `from` below `to`"),
        ("choice: [1, 2]", "from: 1, to: 3, step: 1e-6", "7: choices `p` has more than 100"),
        ("choice: [1, 2]", "choice: [1, 2, 1.0]", "7: choices `p` has a value of `choice` twice"),
        ("{k: '2p'}", "{k: {a: 1}}", "8: `k` of template `a.question` is a mapping"),
        ("rtol: 0.01", "rtol: '1 %'", "11: `rtol` of numeric answer"),
        ("value: '{{p}}'}", "valu: '{{p}}'}", "14: when"),
        ("once, say", "'{{p}}', say", ""),
    ],
)
def test_a_fault_in_a_template_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert isinstance(read(TEMPLATE, tmp_path), QuizFile)
    assert old in TEMPLATE
    found = read(TEMPLATE.replace(old, new), tmp_path)
    if not told:
        assert isinstance(found, QuizFile)
        return
    assert isinstance(found, list)
    assert any(line.startswith(told) for line in found), found


def test_an_ordinary_question_may_not_have_holes_for_numbers(tmp_path: Path) -> None:
    text = TEMPLATE.replace("  params:\n    p: {choice: [1, 2]}\n", "")
    found = read(text.replace("  let: {k: '2p'}\n  note: 'p={{p}}'\n", ""), tmp_path)
    assert isinstance(found, list)
    assert any("should be a number" in line for line in found)
