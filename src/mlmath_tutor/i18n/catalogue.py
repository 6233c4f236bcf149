"""All catalogues joined into one; a key defined twice is a programming error."""

from __future__ import annotations

from . import (
    Catalogue,
    code,
    command_line,
    expression,
    figures,
    grading,
    lab,
    line_by_line,
    progress,
    quizzes,
    runs,
    saving,
    screens,
    trials,
    trusting,
)

PARTS: tuple[Catalogue, ...] = (
    screens.WORDS,
    code.WORDS,
    command_line.WORDS,
    expression.WORDS,
    figures.WORDS,
    grading.WORDS,
    lab.WORDS,
    line_by_line.WORDS,
    progress.WORDS,
    quizzes.WORDS,
    runs.WORDS,
    saving.WORDS,
    trials.WORDS,
    trusting.WORDS,
)


def join(parts: tuple[Catalogue, ...]) -> Catalogue:
    """Join catalogues.

    Raises:
        ValueError: two parts define the same key.
    """
    joined: Catalogue = {}
    for part in parts:
        if twice := joined.keys() & part.keys():
            raise ValueError(f"defined twice: {', '.join(sorted(twice))}")
        joined |= part
    return joined


CATALOGUE: Catalogue = join(PARTS)
