"""One edit of the sample course at a time: a question that cannot be graded is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

KINDS = Path(__file__).parent.parent / "data" / "kinds"
QUIZ = "quizzes/ch1-ways/1-kinds.yaml"


def test_the_sample_course_has_no_fault() -> None:
    assert list(check(KINDS)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("after: [product]", "after: [produce]", "there is no line `produce`"),
        ("id: log, after: [product]", "id: log, after: [slope]", "in a circle: log, slope"),
        ("- id: sign", "- id: log", "`log` is already the id of another line"),
        ("none: flat}", "none: even}", "`none: even` pairs what is not there"),
        (", none: flat}", "}", "`none` has no partner"),
        ("absolute>normal:", "absolute>laplace:", "`absolute>laplace` is a right pair"),
        ("absolute>normal:", "absolute>gauss:", "`absolute>gauss` is no pair"),
        ("is [1]. For some [1]", "is 3. For some", "has 2 blanks"),
        ("labelling is [2], and", "labelling is [3], and", "has 2 blanks"),
        ("      correct: true\n", "", "has 0 right options"),
        ("value: [[1, 2], [0, 2]]", "value: [[2, 1], [2, 0]]", "also met by the right answer"),
        ("value: [[2, 1], [2, 0]]", "value: [[2, 1], [2]]", "is no matrix"),
        ("note: columns", "note: transpose", "is a note of the grading itself"),
        ("score: 0.5", "score: 1.5", "at least 0 and below 1"),
        ("    wrong: true\n", "", "has 0 wrong lines"),
        ("  - id: eigen\n", "  - id: gradient\n", "`gradient` is already the id of another line"),
        (
            "    - id: singular",
            "    - id: symmetric",
            "`symmetric` is already the id of another prop",
        ),
        ("    - id: singular", "    - id: right", "is a note of the grading itself"),
        ("'norm(x) > 1e-9'", "'norm(x) >'", "does not compile"),
        ("      A = np", "      A = = np", "does not compile"),
        ("      witness: 'norm(x)'\n", "", "`{witness}` stands in both languages"),
        ("weight: 0.3", "weight: -0.3", "a weight is at least 0"),
        ("by: unit", "by: length", "there is no property `length`"),
        ("    shape: [2]", "    shape: [-2]", "is no shape"),
        ("example: '[1 1; 1 1]'", "example: '[1 1]'", "cannot be an answer: That is a 1×2"),
        ("function: cond_ent", "function: con_ent", "`answer` defines no function `con_entropy`"),
        ("return ____", "return 0", "nothing is missing in it"),
        ("P.sum(axis=1))\n  checks", "P.sum(axis=1)) + ____\n  checks", "is still to be filled"),
        ("- id: fixed", "- id: slow", "is a note of the grading itself"),
        ("- id: fixed", "- id: bound", "`bound` is already the id of another check"),
        ("args: '(np.outer", "args: 'np.outer", "does not compile"),
        ("    fuzz: 50", "    fuzz: 0", "a check is made 1 to 1000 times"),
        ("    fuzz: 50", "    args: '()'\n    fuzz: 50", "needs either `code` or `args`"),
        ("by: chain, old: 'axis=1'", "by: rule, old: 'axis=1'", "there is no check `rule`"),
        ("old: 'axis=1'", "old: 'axis=2'", "`axis=2` stands nowhere in `answer`"),
        ("      # en: use the chain", "      # use the chain", "has `# ja:` comments without"),
        ("answer: '[1, 1]'", "answer: '[1, q]'", "“q” is not a number"),
        ("{expr: '-1/(1+exp(z))'}", "{expr: '-1/(1+exp(q))'}", "“q” at character 11 is not a name"),
        ("z: {domain: [-4, 4]}", "z: {domain: [4, -4]}", "a domain without a number in it"),
        ("z: {domain: [-4, 4]}", "z: {domain: [4]}", "a domain that is no interval"),
        ("z: {domain: [-4, 4]}", "z: {domain: positve}", "should be one of `integer`, `natural`"),
        ("z: {domain: [-4, 4]}", "z2: {domain: [-4, 4]}", "`z2` is no name of a symbol"),
        ("when: {expr: '1/(1+exp(z))'}", "when: {expr: 'sigmoid(z)-1'}", "by the right answer"),
        ("when: {expr: '1/(1+exp(z))'}", "when: {expr: 'sigmoid(z)'}", "is never met"),
        ("when: {expr: '1/(1+exp(z))'}", "when: {expr: '1/(1+'}", "cannot be read"),
        ("note: no-chain-rule", "note: factor", "is a note of the grading itself"),
        ("score: 0.25", "score: 1", "at least 0 and below 1"),
        ("'s - m^2', form: no_like_terms", "'s - m*m + 0', form: computed", "not written as asked"),
        ("'s - m^2', form: no_like", "'ln(-1-s)', form: no_like", "has no value at most points"),
        ("  - id: constant\n", "  - id: estimate\n", "already the id of another line"),
        ("  - id: power\n    correct: true\n", "  - id: power\n", "has 0 right reasons"),
        ("line: 0.4, why: 0.3", "line: 0.4, why: 0.4", "make 1 together"),
        ("{expr: '-n/lambda^2'}", "{expr: '-n/mu^2'}", "“mu” at character 4"),
        ("from: 's - 2*m*m + m^2'", "from: 's - 2*m*m'", "`s - m^2` does not equal it (at m = "),
        ("from: 's - 2*m*m + m^2'", "from: 's - m^2'", "is the goal already"),
        ("from: 's - 2*m*m + m^2'", "from: 's - 2*m*k'", "“k” at character 9"),
        ("  from: 's - 2*m*m + m^2'\n", "", "has no `from`"),
        (
            "to: {expr: 's - m^2', form: no",
            "to: {expr: 's - m^2 + 0', form: no",
            "is itself not written as asked",
        ),
        ("form: no_like_terms", "form: no_like_term", "should be one of `computed`, `expanded`"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, old: str, new: str, words: str) -> None:
    course = Path(shutil.copytree(KINDS, tmp_path / "course"))
    text = (course / QUIZ).read_text(encoding="utf-8")
    assert old in text
    (course / QUIZ).write_text(text.replace(old, new), encoding="utf-8")
    said = [finding.said(course) for finding in check(course, run=False)]
    assert any(words in line for line in said), said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("example: '[1 1; 1 1]'", "example: '[1 0; 0 1]'", "is not right (Conditions met: 2 of 3."),
        ("by: unit", "by: eigen", "`[1, 1]` is caught by `unit`, not by `eigen`"),
        ("answer: '[1, -1]'", "answer: '[0, 0]'", "`[0, 0]` is caught by `nonzero`"),
        ("new: 'axis=0'", "new: 'axis=-1'", "`axis swapped` is caught by `right`, not by"),
        ("P) - entropy(P.sum(axis=1))\n  checks", "P)\n  checks", "it is not right itself"),
        ("A @ x - 3 * x", "A @ x - b * x", "failed (`NameError: name 'b' is not defined`)"),
    ],
)
def test_a_fault_is_found_by_running(tmp_path: Path, old: str, new: str, words: str) -> None:
    course = Path(shutil.copytree(KINDS, tmp_path / "course"))
    text = (course / QUIZ).read_text(encoding="utf-8")
    assert old in text
    (course / QUIZ).write_text(text.replace(old, new), encoding="utf-8")
    said = [finding.said(course) for finding in check(course)]
    assert any(words in line for line in said), said
