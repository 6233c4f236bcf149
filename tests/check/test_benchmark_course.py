"""The course that the benchmarks run: a mistake in it would only be seen by who measures."""

from __future__ import annotations

from pathlib import Path

from mlmath_tutor.content.loading import load

COURSE = Path(__file__).parents[2] / "benchmarks" / "course"


def test_the_course_of_the_benchmarks_can_be_loaded() -> None:
    loaded = load(COURSE)
    assert loaded.findings == ()
    assert loaded.course is not None
    assert set(loaded.course.programs) == {
        *("runs.numpy", "runs.sklearn", "runs.torch"),
        *("runs.curve", "runs.surface", "runs.mixture"),
    }
