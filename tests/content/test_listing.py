from __future__ import annotations

import traceback

import pytest

from mlmath_tutor.content.listing import Cell, listing

PROGRAM = '''"""What this program shows."""

# ja: 和を求めます。
# en: Add them up.
import sys

total = 0
for n in range(4):
    # ja: 1 つずつ
    # en: one by one
    total += n

# %% focus
print(total)

# %% plot
print("figure")
print("legend")
'''


def test_a_reader_sees_comments_of_one_language_and_no_marks() -> None:
    shown = listing(PROGRAM, "ja")
    assert shown.code == (
        "# 和を求めます。\nimport sys\n\ntotal = 0\nfor n in range(4):\n    # 1 つずつ\n"
        '    total += n\n\nprint(total)\n\nprint("figure")\nprint("legend")\n'
    )
    assert "# Add them up.\n" in listing(PROGRAM, "en").code


def test_cells_cover_their_lines_without_the_blank_ones_around() -> None:
    assert listing(PROGRAM, "en").cells == (
        Cell("maths", 1, 7),
        Cell("focus", 9, 1),
        Cell("plot", 11, 2),
    )


def test_both_languages_have_the_same_cells() -> None:
    assert listing(PROGRAM, "ja").cells == listing(PROGRAM, "en").cells


def test_shown_lines_know_their_place_in_the_file() -> None:
    shown = listing(PROGRAM, "en")
    source = PROGRAM.splitlines()
    for number, line in zip(shown.lines, shown.code.splitlines(), strict=True):
        assert source[number - 1].replace("# en: ", "# ") == line


def test_line_numbers_shown_are_those_of_a_traceback() -> None:
    source = "# ja: 割る\n# en: divide\n# %% focus\nx = 1\nx / 0\n"
    shown = listing(source, "ja")
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile(shown.code, "example.py", "exec"), {})
    last = traceback.extract_tb(raised.tb)[-1]
    assert shown.code.splitlines()[(last.lineno or 0) - 1] == "x / 0"


def test_lines_inside_a_string_are_left_alone() -> None:
    source = 'text = """\n# ja: これは文字列\n# %% plot\n"""\nprint(text)\n'
    shown = listing(source, "en")
    assert shown.code == source
    assert shown.cells == (Cell("maths", 1, 5),)


def test_only_a_docstring_at_the_top_is_taken_out() -> None:
    assert listing('x = 1\n"""Not a docstring."""\n', "en").code.startswith("x = 1\n")
    assert listing('"""One.\n\nTwo.\n"""\nx = 1\n', "en").code == "x = 1\n"


def test_a_program_without_marks_is_one_cell() -> None:
    assert listing("\n\nx = 1\n\ny = 2\n\n", "ja").cells == (Cell("maths", 1, 3),)
    assert listing("", "ja").cells == ()


def test_a_program_that_does_not_compile_is_still_shown() -> None:
    assert listing("# ja: 壊れた\n# en: broken\nprint(\n", "en").code == "# broken\nprint(\n"
