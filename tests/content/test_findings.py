from __future__ import annotations

from pathlib import Path

from mlmath_tutor.content.findings import Finding

ROOT = Path("/course")


def test_a_finding_is_said_with_its_place_below_the_root() -> None:
    finding = Finding(ROOT / "lessons" / "course.yaml", 3, "is wrong: mend it", "rule")
    assert finding.said(ROOT) == "lessons/course.yaml:3: is wrong: mend it"
    assert finding.said(Path("/elsewhere")) == "/course/lessons/course.yaml:3: is wrong: mend it"


def test_what_a_finding_quotes_cannot_disturb_a_terminal_or_the_lines() -> None:
    finding = Finding(ROOT / "a.yaml", 1, "no key `\x1b[2Jx\ny`", "rule")
    assert finding.said(ROOT) == "a.yaml:1: no key `\ufffd[2Jx y`"
