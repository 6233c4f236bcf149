"""Yesterday's output and figure are there today, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor import figspec
from mlmath_tutor.engine.kept_runs import KeptRun, KeptRuns
from mlmath_tutor.figspec import Axes, Figure, Line, Values

CURVE = Line(x=Values.of([0.0, 1.0, 2.0]), y=Values.of([1.0, float("inf"), 3.0]))
FIGURE = Figure(axes=(Axes(layers=(CURVE,)),))


def a_run(text: str = "theory 0.05\n") -> KeptRun:
    return KeptRun(
        source="print()",
        values={"n": 100, "law": "uniform", "p": 0.5},
        text=text,
        figures=(FIGURE,),
        probes=("0.0499",),
        seconds=0.21,
    )


def test_what_was_kept_is_there(tmp_path: Path) -> None:
    KeptRuns(tmp_path / "runs").keep("coin.experiment", a_run())
    again = KeptRuns(tmp_path / "runs").last("coin.experiment")
    assert again is not None
    assert (again.values, again.text, again.probes) == (
        {"n": 100, "law": "uniform", "p": 0.5},
        "theory 0.05\n",
        ("0.0499",),
    )
    assert [figspec.encode(figure) for figure in again.figures] == [figspec.encode(FIGURE)]


def test_the_last_run_is_the_one_kept(tmp_path: Path) -> None:
    runs = KeptRuns(tmp_path)
    runs.keep("coin.experiment", a_run("first"))
    runs.keep("coin.experiment", a_run("second"))
    again = runs.last("coin.experiment")
    assert again is not None
    assert again.text == "second"
    assert [file.name for file in tmp_path.iterdir()] == ["coin.experiment.json"]


def test_a_program_never_run_has_no_run(tmp_path: Path) -> None:
    assert KeptRuns(tmp_path / "nowhere").last("coin.experiment") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"source":"","values":{},"text":"","figures":[{"version":99}],"probes":[],"seconds":0}',
    ],
)
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "coin.experiment.json").write_bytes(content)
    assert KeptRuns(tmp_path).last("coin.experiment") is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    KeptRuns(tmp_path / "file").keep("coin.experiment", a_run())
