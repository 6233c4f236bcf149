"""A terminal that gives α and × two cells: everything counts as it does."""

from __future__ import annotations

import subprocess
import sys

import pytest

# In a process of its own: what is counted stays counted.
COUNTED = """
import sys
from mlmath_tutor.ui.wide_ambiguous import install
install()
import rich.cells
from textual.content import Content
from mlmath_tutor.render.runs import cells
text = sys.argv[1]
print(rich.cells.cell_len(text), Content(text).cell_length, cells(text))
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("⠤⠶⡇", 3),
        ("α", 2),
        ("×", 2),
        ("①", 2),
        ("─", 2),
        ("確率", 4),
        ("x̄", 1),
        ("π = P(H)", 9),
    ],
)
def test_rich_textual_and_ours_count_the_same(text: str, count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, text], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(count)] * 3
