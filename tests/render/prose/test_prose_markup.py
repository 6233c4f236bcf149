"""What is markup in a text, what is not, and how source lines are joined."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mlmath_tutor.render.prose import displays, formulas, inline, layout, links
from mlmath_tutor.render.runs import Run, plain
from render.prose_double import SourceTypesetter

TYPESETTER = SourceTypesetter()


def drawn(source: str) -> list[str]:
    return [plain(line.row) for line in layout(source, 200, TYPESETTER)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("日本語の行を\nつなぐ", "日本語の行をつなぐ"),
        ("two English\nlines", "two English lines"),
        ("文が終わる。\nNumPy は速い", "文が終わる。NumPy は速い"),
        ("値は\n$x$ です", "値は x です"),
        ("値 $x$\nを使う", "値 x を使う"),
        ("値 $x$\n（正の数）", "値 x（正の数）"),
        ("これは\n**太字**です", "これは太字です"),
        ("see\n[the prior](term:prior)\nhere", "see the prior here"),
        ("  indented\n    lines  ", "indented lines"),
        ("hard\\\nbreak", "hard break"),
    ],
)
def test_source_lines_are_joined_as_their_languages_are_spaced(source: str, expected: str) -> None:
    assert drawn(source) == [expected]


def test_styles_links_and_formulas_become_runs() -> None:
    row = inline("a **b** *c* `d e` [f $g$](term:h) $i$", TYPESETTER)
    assert row == (
        Run("a "),
        Run("b", "strong"),
        Run(" "),
        Run("c", "emph"),
        Run(" "),
        Run("d e", "code"),
        Run(" "),
        Run("f", "link", "term:h"),
        Run(" "),
        Run("g", "maths", "term:h"),
        Run(" "),
        Run("i", "maths", "formula:i"),
    )


def test_plain_words_take_the_style_that_is_asked_for_and_marked_words_keep_theirs() -> None:
    assert inline("a **b**", TYPESETTER, style="muted") == (
        Run("a", "muted"),
        Run(" "),
        Run("b", "strong"),
    )


@pytest.mark.parametrize(
    "source",
    ["事象を**「衝突」**という", "行列は**$d$ 次**である", "前の**（注）**と", "語**強調**語"],
)
def test_bold_works_beside_japanese_punctuation_and_formulas_without_a_space(source: str) -> None:
    row = inline(source, TYPESETTER)
    assert "*" not in plain(row)
    assert any(run.style == "strong" for run in row)


@pytest.mark.parametrize(
    "source",
    [
        "# no heading",
        "<b>no</b> html",
        "no image ![alt](target)",
        "no https://example.org/a link",
        "no <https://example.org> link",
        "> no quotation",
        "a price of $5 or $ 6",
        "an open $ sign",
        "snake_case_name and 2 * 3 * 4",
        "an entity &amp; stays",
        "    no code block",
    ],
)
def test_other_markup_stays_words(source: str) -> None:
    assert drawn(source) == [source.strip()]
    assert {run.style for line in layout(source, 200, TYPESETTER) for run in line.row} == {"text"}


def test_a_fence_is_no_block_of_code() -> None:
    assert len(drawn("```\nx\n```")) == 1


def test_a_title_that_looks_like_a_list_is_a_title() -> None:
    assert plain(inline("1. はじめに", TYPESETTER)) == "1. はじめに"


def test_a_control_character_from_a_wrong_escape_is_shown() -> None:
    assert drawn("$x$ \x0crac") == ["x \ufffdrac"]


def test_dollars_on_their_own_line_make_a_display_without_blank_lines_around() -> None:
    source = "次が成り立ちます。\n$$\n\\E[X]\n= \\mu\n$$\n以上です。"
    assert displays(source) == ("\\E[X]\n= \\mu",)


@pytest.mark.parametrize(
    "source", ["before\n$$\nx\nnever closed", "a $$ alone", "$$\n\ny", "- a\n  $$\n  x\n\nb\n$$"]
)
def test_dollars_that_are_never_closed_make_no_display(source: str) -> None:
    assert displays(source) == ()


def test_formulas_are_listed_in_reading_order() -> None:
    source = "$a$ [$b$](term:t) **$c$**\n\n$$\nd\n$$\n\n- $e$\n\n| $f$ |\n|---|\n| $g$ |\n"
    assert formulas(source) == ("a", "b", "c", "d", "e", "f", "g")
    assert displays(source) == ("d",)


def test_links_are_listed_in_reading_order_once_for_each_time_they_stand_there() -> None:
    source = "[感度](term:sensitivity) と [1.2](section:normal)。\n\n- [感度](term:sensitivity)"
    assert links(source) == ("term:sensitivity", "section:normal", "term:sensitivity")


def test_importing_prose_loads_neither_the_parser_nor_the_screen() -> None:
    heavy = ("markdown_it", "mdit_py_plugins", "textual", "rich")
    code = f"import sys, mlmath_tutor.render.prose; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
