"""Generated inputs: nothing hangs, nothing crashes, and what is written is read again.

`EXPRESSION_EXAMPLES=10000` tries as many inputs of each sort.
"""

from __future__ import annotations

import os
from fractions import Fraction
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from mlmath_tutor.engine.expression import (
    NATURAL,
    POSITIVE,
    REAL,
    Different,
    Domain,
    Expression,
    Form,
    UnreadableError,
    equal,
    has_form,
    latex,
    latex_of_unfinished,
    read,
    read_unfinished,
    slip,
    text,
    uses,
)
from mlmath_tutor.engine.expression.functions import FUNCTIONS
from mlmath_tutor.engine.expression.nodes import (
    Call,
    Constant,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from mlmath_tutor.engine.expression.reading import LONGEST
from mlmath_tutor.i18n import say
from mlmath_tutor.render.maths import Typesetter

EXAMPLES = settings(max_examples=int(os.environ.get("EXPRESSION_EXAMPLES", "300")))
DOMAINS = {"x": REAL, "λ": POSITIVE, "n": NATURAL, "p": Domain(0, 1), "x_1": REAL}
FORMS: tuple[Form, ...] = get_args(Form)

# What learners' keyboards, phones and clipboards produce, pieced together without sense.
SIGNS = "0123456789.,+-*/^()[]{}|!_=<>≤√λπ²³⁻¹½·×÷−（）２ｘー。 \t#'\"\\\U0001d465あ"
WORDS = ["x", "x_1", "x₁", "p", "n", "q", "sin", "log_2", "log", "e", "pi", "exp", "ln", "max("]
WORDS += ["sigmoid(", "**", "9^9", "!", "|", "((", "1e9", "^-1", "^(", "_{1}", r"\cdot"]
WORDS += [r"\frac{", r"\frac", "frac", r"\left(", r"\sqrt[3]{", r"\text{sin}", "$", r"\{", "′"]
PIECES = st.sampled_from([*SIGNS, *WORDS])
PILES = st.lists(PIECES, max_size=40).map("".join)
NOISE = st.text(max_size=60)
LONG = st.builds(
    lambda pieces, times: "".join(pieces) * times,
    st.lists(PIECES, max_size=3),
    st.integers(0, 500),
)


def trees() -> st.SearchStrategy[Expression]:
    numbers = st.builds(
        lambda whole, decimals: Number(Fraction(f"{whole}{decimals}"), f"{whole}{decimals}"),
        st.integers(0, 200),
        st.sampled_from(["", ".5", ".25", ".50"]),
    )
    leaves = st.one_of(
        numbers,
        st.sampled_from([Constant("pi"), Constant("e")]),
        st.sampled_from([Symbol(name) for name in DOMAINS]),
    )
    return st.recursive(leaves, branches, max_leaves=12)


def branches(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    calls = st.sampled_from(sorted(FUNCTIONS)).flatmap(
        lambda name: st.builds(
            Call,
            st.just(name),
            st.lists(
                inner,
                min_size=FUNCTIONS[name].fewest,
                max_size=min(FUNCTIONS[name].most, 3),
            ).map(tuple),
        )
    )
    return st.one_of(
        st.builds(Negative, inner),
        st.builds(Sum, several),
        st.builds(Product, several),
        st.builds(Quotient, inner, inner),
        st.builds(Power, inner, inner),
        calls,
    )


@EXAMPLES
@given(st.one_of(PILES, NOISE, LONG))
def test_any_text_is_read_or_refused_with_a_reason(typed: str) -> None:
    try:
        unfinished = latex_of_unfinished(read_unfinished(typed, DOMAINS))
        assert Typesetter().problems(unfinished) == ()
    except UnreadableError as error:
        assert say("en", error.key, **error.values)
    try:
        expression = read(typed, DOMAINS)
    except UnreadableError as error:
        assert 0 <= error.at <= len(typed)
        assert say("ja", error.key, **error.values)
        return
    written = text(expression)
    assert len(written) > LONGEST or read(written, DOMAINS) == expression
    assert Typesetter().problems(latex(expression)) == ()
    assert not isinstance(equal(expression, expression, DOMAINS), Different)


@EXAMPLES
@given(trees())
def test_an_expression_written_as_text_is_read_as_itself(tree: Expression) -> None:
    assert read(text(tree), DOMAINS) == tree


@EXAMPLES
@given(trees())
def test_the_typesetter_reads_every_expression(tree: Expression) -> None:
    assert Typesetter().problems(latex(tree)) == ()


@EXAMPLES
@given(trees(), trees(), st.integers(0, 9))
def test_any_two_expressions_are_compared_and_no_expression_differs_from_itself(
    left: Expression, right: Expression, seed: int
) -> None:
    if isinstance(equal(left, right, DOMAINS, seed), Different):
        slip(left, right, DOMAINS)
    assert not isinstance(equal(left, left, DOMAINS, seed), Different)
    for form in FORMS:
        has_form(left, form)
    assert all(isinstance(name, str) for name in uses(left))
