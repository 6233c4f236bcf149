"""What holds for every text and every width."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from mlmath_tutor.render.prose import inline, layout, links, plain, wrap
from mlmath_tutor.render.runs import Run, row_cells
from mlmath_tutor.render.runs import plain as text_of
from render.prose_double import SourceTypesetter

TYPESETTER = SourceTypesetter()
MAY_NOT_BEGIN = "、。，．）」』】〕！？ーゃゅょっァィぁ々％%,.)]"
MAY_NOT_END = "（「『【〔(["
LONG_TOKEN = re.compile(rf"[{re.escape(MAY_NOT_BEGIN + MAY_NOT_END)} *]{{8,}}")
POINT_WORD = re.compile(rf"\s[{re.escape(MAY_NOT_BEGIN)}]+[a-zA-Z0-9]")  # such as ` .5`

fragments = st.sampled_from(
    [
        *"あいうえおかなデータッョ行列の確率ー々、。「」（）",
        " ",
        "\n",
        " NumPy ",
        "(see",
        "above)",
        " 100 人",
        " 5 %",
        " 0.13 s",
        " $x$ ",
        "$a= b$",
        "**太字**",
        "**「語」**",
        " `a b` ",
        "[事前](term:prior)",
        "*emph*",
    ]
)
prose = st.lists(fragments, max_size=60).map("".join)
# Without the marks of Indian scripts whose own width depends on the character before (Mc).
anything = st.characters(codec="utf-8", exclude_categories=["Mc"])
markup = st.sampled_from("$*_`[]()|-1.\n !#><\\ あ。\u3000\u200d\u0301")
soup = st.text(anything | markup, max_size=60)
widths = st.integers(min_value=1, max_value=90)


def letters(text: str) -> str:
    return "".join(text.split())


@given(soup | prose, widths)
def test_no_row_is_wider_than_the_width(source: str, width: int) -> None:
    for line in layout(source, width, TYPESETTER):
        assert line.formula is not None or row_cells(line.row) <= width


@given(prose, st.integers(min_value=2, max_value=90))
def test_no_character_is_lost_whatever_the_width(source: str, width: int) -> None:
    whole = plain(source, TYPESETTER, 10_000)
    assert letters(plain(source, TYPESETTER, width)) == letters(whole)


@given(prose, st.integers(min_value=24, max_value=90))
def test_no_line_inside_a_paragraph_begins_or_ends_with_a_forbidden_character(
    source: str, width: int
) -> None:
    assume(not LONG_TOKEN.search(source) and not POINT_WORD.search(source))
    drawn = [text_of(line.row) for line in layout(source, width, TYPESETTER)]
    for before, after in pairwise(drawn):
        assert not (before and after and before[-1] in MAY_NOT_END)
        assert not (before and after and after[0] in MAY_NOT_BEGIN)


@given(prose, widths)
def test_rows_have_no_space_at_their_ends(source: str, width: int) -> None:
    for line in layout(source, width, TYPESETTER):
        row = text_of(line.row)
        assert row == row.strip()


@given(prose)
def test_wrapping_the_unbroken_row_loses_nothing(source: str) -> None:
    row = inline(source, TYPESETTER)
    wrapped = wrap(row, 30)
    assert all(row_cells(part) <= 30 for part in wrapped)
    assert letters("".join(map(text_of, wrapped))) == letters(text_of(row))


@given(st.lists(st.builds(Run, soup, st.sampled_from(["text", "maths", "code"]))), widths)
def test_any_row_can_be_wrapped(runs: list[Run], width: int) -> None:
    for part in wrap(tuple(runs), width):
        assert row_cells(part) <= width


@given(soup)
def test_every_link_found_is_a_link_drawn(source: str) -> None:
    drawn = {run.link for line in layout(source, 80, TYPESETTER) for run in line.row}
    assert {target for target in links(source) if target} >= drawn - {None, ""}
