"""What holds for every formula, tried on formulas made at random.

`MLMATH_EXAMPLES=20000` tries as many of each instead of a few hundred.
"""

from __future__ import annotations

import os
import string
import unicodedata
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from mlmath_tutor.render.maths import Box, GlyphSet, Typesetter
from mlmath_tutor.render.maths.parse.commands import COMMANDS
from mlmath_tutor.render.maths.symbols.catalogue import COMMANDS as SYMBOLS
from mlmath_tutor.render.maths.symbols.scripts import SUBSCRIPTS, SUPERSCRIPTS
from mlmath_tutor.render.runs import Row, cells, plain, row_cells
from render.maths_formulas import FORMULAS, SOUP

EXAMPLES = int(os.environ.get("MLMATH_EXAMPLES", "200"))
GLYPH_SETS: list[GlyphSet] = ["unicode", "narrow", "ascii"]
tried = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@cache
def setter(glyphs: GlyphSet) -> Typesetter:
    return Typesetter(glyphs=glyphs)


def assert_rectangle(box: Box) -> None:
    assert box.rows
    assert 0 <= box.baseline < len(box.rows)
    for row in box.rows:
        assert_row(row)
        assert row_cells(row) == box.width


def assert_row(row: Row) -> None:
    text = plain(row)
    assert cells(text) == row_cells(row), "the cells of a row are those of its runs"
    assert not text or wcwidth(text[0]) > 0, "a row begins with something to combine with"
    assert all(run.text for run in row), "no run is empty"
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Zl", "Zp") for char in text)


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
@tried
@given(latex=FORMULAS, width=st.integers(1, 100))
def test_a_picture_is_a_rectangle(glyphs: GlyphSet, latex: str, width: int) -> None:
    assert_rectangle(setter(glyphs).display(latex, width))


@tried
@given(latex=FORMULAS)
def test_a_formula_in_running_text_is_one_row(latex: str) -> None:
    pieces = setter("unicode").inline(latex)
    assert pieces
    for piece in pieces:
        assert_row(piece)


@tried
@given(latex=FORMULAS, width=st.integers(20, 100))
def test_a_picture_gets_wider_than_its_width_only_where_it_has_to(latex: str, width: int) -> None:
    box = setter("unicode").display(latex, width)
    free = setter("unicode").display(latex, 10_000)
    assert box.width <= max(width, free.width)
    if free.width <= width:
        assert box == free


@tried
@given(terms=st.lists(st.sampled_from(["a", "b_1", "x^2", r"\theta", "f(x)"]), min_size=2),
       joint=st.sampled_from(["+", "-", "=", r"\le "]), width=st.integers(24, 60))  # fmt: skip
def test_a_chain_of_small_terms_always_fits(terms: list[str], joint: str, width: int) -> None:
    assert setter("unicode").display(joint.join(terms), width).width <= width


@tried
@given(latex=FORMULAS)
def test_terminals_with_wide_greek_and_lines_still_get_rectangles(latex: str) -> None:
    for glyphs in GLYPH_SETS:
        box = wide_setter(glyphs).display(latex, 60)
        assert {cells_where_ambiguous_is_wide(plain(row)) for row in box.rows} == {box.width}


def cells_where_ambiguous_is_wide(text: str) -> int:
    return cells(text) + sum(unicodedata.east_asian_width(char) == "A" for char in text if
                             not unicodedata.combining(char) and wcwidth(char) == 1)  # fmt: skip


@cache
def wide_setter(glyphs: GlyphSet) -> Typesetter:
    return Typesetter(glyphs=glyphs, measure=cells_where_ambiguous_is_wide)


@tried
@given(latex=FORMULAS)
def test_the_narrow_set_draws_no_line_of_ambiguous_width(latex: str) -> None:
    text = str(setter("narrow").display(latex, 60))
    assert not any("\u2500" <= char <= "\u259f" for char in text)


@tried
@given(latex=FORMULAS)
def test_the_ascii_set_needs_nothing_but_ascii_and_the_authors_own_words(latex: str) -> None:
    own = set(latex)
    shown = str(setter("ascii").display(latex, 60)) + setter("ascii").plain(latex)
    assert all(char.isascii() or char in own for char in shown)


@tried
@given(latex=SOUP)
def test_whatever_is_typed_is_drawn_or_shown_as_it_is(latex: str) -> None:
    for glyphs in GLYPH_SETS:
        assert_rectangle(setter(glyphs).display(latex, 40))
        for piece in setter(glyphs).inline(latex):
            assert_row(piece)
    for problem in setter("unicode").problems(latex):
        assert 0 <= problem.pos <= len(latex)
        assert problem.message


NAMES = sorted({*COMMANDS, *SYMBOLS})
ARGUMENTS = [
    "",
    " x",
    "{a}",
    "{a}{b}",
    "{a}{b}{c}{d}{e}{f}",
    "[a]{b}{c}",
    "*{a}",
    "_a^b x",
    "(x)",
    ".",
]


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_every_command_is_drawn_or_reported_whatever_follows_it(arguments: str) -> None:
    for name in NAMES:
        latex = rf"y+\{name}{arguments}"
        for glyphs in GLYPH_SETS:
            assert_rectangle(setter(glyphs).display(latex, 60))
        for piece in setter("unicode").inline(latex):
            assert_row(piece)


TEMPLATES = [
    r"\frac{%s_%s}{%s^{%s}}+\sqrt{%s\frac{%s}{%s}}",
    r"\sum_{%s=%s}^{%s}\left(\frac{%s}{%s}\right)^{%s/%s}",
    r"\begin{bmatrix}%s&%s_{%s,%s}\\\hat %s&\frac{%s}{%s}\end{bmatrix}",
    r"\underbrace{%s+%s}_{\text{%s}}+\overline{%s%s}+\int_%s^%s",
    r"%s_{%s_{%s}}^{%s^{%s}}\left|\frac{%s}{%s}\right|",
    r"\begin{cases}%s&%s>%s\\\binom{%s}{%s}&%s\le %s\end{cases}",
    r"\begin{aligned}%s&=\sqrt[%s]{%s}\\&=\mathbf{%s}+\overset{%s}{%s}\xrightarrow{%s}\end{aligned}",
    r"%s(%s+%s,\ %s)=\text{ただし %s}\qquad\bigl(%s\bigm|%s\bigr)",
    r"\begin{align}%s&=%s\tag{%s}\\\intertext{%s}%s&=%s+%s\end{align}",
    r"\genfrac{[}{]}{0pt}{}{%s}{%s}+\stackrel{%s}{%s}+\overbrace{%s}^{%s}+\boxed{%s}",
    r"{%s \over %s} + {%s \choose %s} + \operatorname*{%s}_{%s} + \not %s",
]


@tried
@given(
    template=st.sampled_from(TEMPLATES),
    letters=st.lists(
        st.sampled_from([char for char in string.ascii_letters if char != "C"]),
        min_size=7,
        max_size=7,
        unique=True,
    ),
    width=st.integers(8, 80),
)
def test_no_symbol_is_lost(template: str, letters: list[str], width: int) -> None:
    latex = template % tuple(letters)
    assert not setter("unicode").problems(latex)
    assert_letters(str(setter("unicode").display(latex, width)), letters)
    if r"\tag" not in latex:
        assert_letters(setter("unicode").plain(latex), letters)


def assert_letters(shown: str, letters: list[str]) -> None:
    """Every letter is there once, whatever form it has."""
    folded = unicodedata.normalize("NFKD", "".join(FOLDED.get(char, char) for char in shown))
    for letter in letters:
        assert folded.count(letter) == 1, (letter, shown)


FOLDED = {form: char for char, form in (SUPERSCRIPTS | SUBSCRIPTS).items() if char.isascii()}
