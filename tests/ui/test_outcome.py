"""How the end of a run is said: Python's own words, then ours, in the learner's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import make_study
from mlmath_tutor.engine.runner import Failure, Limit, Summary, Text, Variable
from mlmath_tutor.i18n import Lang
from mlmath_tutor.ui.ink import Line, line_cells
from mlmath_tutor.ui.study import Study
from mlmath_tutor.ui.widgets.outcome import FOLDED_ROWS, Outcome, Phase

SHAPES = Failure(
    error="ValueError",
    message="operands could not be broadcast together with shapes (5,) (3,)",
    line=3,
    traceback="Traceback (most recent call last):\n  File ...",
    values=(Variable("a", "float64", "(5,)", "1 … 1"),),
)


def plain(lines: list[Line]) -> str:
    return "\n".join("".join(span.text for span in line) for line in lines)


def ended(*events: Failure | Limit | Summary | Text) -> Outcome:
    outcome = Outcome()
    outcome.start()
    for event in events:
        outcome.take(event)
    outcome.take(Summary("failure", 0.2, 0.2, 0))
    return outcome


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path)


def test_a_failure_marks_its_line_and_shows_the_values_on_it(study: Study) -> None:
    outcome = ended(SHAPES)
    told = plain(outcome.ending_lines(study, 60))
    assert outcome.marked_line == 3
    assert "ValueError: operands could not be broadcast" in told
    assert "a  float64 (5,) 1 … 1" in told
    assert "Traceback" not in told
    outcome.traceback = True
    assert "Traceback" in plain(outcome.ending_lines(study, 60))


@pytest.mark.parametrize("kind", ["time", "memory", "output", "figures", "cancelled"])
@pytest.mark.parametrize("line", [7, None])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_limit_is_a_sentence(study: Study, kind: str, line: int | None, lang: Lang) -> None:
    study.lang = lang
    outcome = ended(Limit(kind, line))  # type: ignore[arg-type]
    told = plain(outcome.ending_lines(study, 60))
    assert told.rstrip().endswith(("。", "."))
    assert ("7" in told) == (line is not None) or kind == "cancelled"
    assert plain([outcome.state(study, 0)]).strip("! ")


def test_no_row_is_wider_than_the_page(study: Study) -> None:
    outcome = ended(Text("out", "x" * 500 + "\n" + "長い行" * 80), SHAPES)
    for width in (20, 40, 72):
        rows = [*outcome.output_lines(study, width), *outcome.ending_lines(study, width)]
        assert all(line_cells(row) <= width for row in rows)


def test_long_output_is_folded_until_asked_for(study: Study) -> None:
    outcome = ended(Text("out", "\n".join(str(n) for n in range(40))))
    assert len(outcome.output_lines(study, 60)) == FOLDED_ROWS + 1
    outcome.unfolded = True
    assert len(outcome.output_lines(study, 60)) == 40


def test_a_new_run_takes_what_was_told_away() -> None:
    outcome = ended(Text("out", "old"), SHAPES)
    outcome.start()
    assert (outcome.phase, outcome.text, outcome.failure) == (Phase.RUNNING, "", None)


def test_code_in_an_explanation_is_in_its_ink_without_backquotes(study: Study) -> None:
    missing = Failure(
        error="NameError",
        message="name 'np' is not defined",
        line=1,
        traceback="",
        hint="runs.hint.name-import",
        hint_values={"name": "np", "statement": "import numpy as np"},
    )
    lines = ended(missing).ending_lines(study, 70)
    assert "np has not been imported. Write import numpy as np at the top." in plain(lines)
    inks = {span.tone for line in lines for span in line if "numpy" in span.text}
    assert inks == {"maths"}


def test_an_error_without_a_message_is_its_name(study: Study) -> None:
    bare = Failure(error="StopIteration", message="", line=1, traceback="")
    assert plain(ended(bare).ending_lines(study, 70)) == "StopIteration"
