"""Formulas made at random, for properties that hold for every formula."""

from __future__ import annotations

import string

from hypothesis import strategies as st

LETTERS = [*string.ascii_letters]
_SYMBOLS = [
    *LETTERS, r"\alpha", r"\theta", r"\phi", r"\Sigma", r"\ell", r"\partial ", r"\infty", "12",
    "3.5", r"\mathbb{E}", r"\mathcal N", r"\mathbf{x}", r"\mathrm{Cov}", r"\hat\mu", "日", "x'",
]  # fmt: skip
_TEXTS = [
    r"\text{バイアス}", r"\text{if }", r"\text{ のとき $x>0$}", r"\mathrm{softmax}", r"\textrm{hf}",
    r"\operatorname{tr}", r"\textbf{太字}", r"\text{a longer condition, in words}",
]  # fmt: skip
_OPERATORS = [
    "+", "-", "=", r"\le ", r"\mid ", r"\cdot ", r"\to ", ",", ";", r"\in ", r"\,", r"\quad ", "|",
    r"\|", "/", "!", ":", r"\pm ", r"\!", "(", ")", "[", "]", r"\{", r"\}", r"\implies ", ".",
]  # fmt: skip
_LARGE = [
    r"\sum", r"\prod", r"\int", r"\iint", r"\oint", r"\max", r"\arg\max", r"\log ", r"\lim",
    r"\operatorname*{arg\,min}", r"\bigcup", r"\mathop{\mathrm{ess\,sup}}",
]  # fmt: skip
_FENCES = [
    ("(", ")"), ("[", "]"), (r"\{", r"\}"), ("|", "|"), (r"\|", r"\|"), (r"\langle", r"\rangle"),
    (".", "|"), (r"\lfloor", r"\rfloor"), (r"\lceil", r"\rceil"), (r"\{", "."),
    (r"\llbracket", r"\rrbracket"),
]  # fmt: skip
_TABLES = [
    "matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "cases", "rcases", "aligned",
    "gathered", "smallmatrix", "align*", "split", "multline", "eqnarray",
]  # fmt: skip
_ACCENTS = [
    "hat", "widehat", "bar", "overline", "tilde", "vec", "dot", "ddot", "check", "breve",
    "overrightarrow", "overleftarrow", "underline", "mathring",
]  # fmt: skip
_FRACTIONS = ["frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"]
_WRAPPERS = [
    r"\sqrt", r"\xrightarrow", r"\boxed", r"\phantom", r"\vphantom", r"\textcolor{red}",
    r"\boldsymbol", r"\mathrm", r"\displaystyle", r"\textstyle", r"\cancel", r"\substack",
    r"\overbrace", r"\pmod",
]  # fmt: skip


def _braced(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return inner.map(lambda latex: "{" + latex + "}")


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return formulas one level larger than `inner`."""
    group = _braced(inner)
    row = st.lists(inner, min_size=1, max_size=3).map("&".join)
    rows = st.lists(row, min_size=1, max_size=3).map(r"\\".join)
    return st.one_of(
        st.lists(st.one_of(inner, st.sampled_from(_OPERATORS)), min_size=1, max_size=6).map(
            " ".join
        ),
        st.builds(lambda name, a, b: f"\\{name}{a}{b}", st.sampled_from(_FRACTIONS), group, group),
        st.builds(lambda a, b: f"{a}_{b}", group, group),
        st.builds(lambda a, b: f"{a}^{b}", group, group),
        st.builds(lambda a, b, c: f"{a}_{b}^{c}", group, group, group),
        st.builds(lambda op, a, b: f"{op}_{a}^{b} ", st.sampled_from(_LARGE), group, group),
        st.builds(lambda op, a: f"{op} {a}", st.sampled_from(_LARGE), inner),
        st.builds(lambda name, a: f"{name}{a}", st.sampled_from(_WRAPPERS), group),
        st.builds(lambda a, b: rf"\sqrt[{{{a}}}]{b}", inner, group),
        st.builds(
            lambda ends, a: rf"\left{ends[0]} {a}\right{ends[1]} ", st.sampled_from(_FENCES), inner
        ),
        st.builds(lambda a, b: rf"\Bigl( {a} \Bigm| {b} \Bigr)", inner, inner),
        st.builds(
            lambda name, a: rf"\begin{{{name}}}{a}\end{{{name}}}", st.sampled_from(_TABLES), rows
        ),
        st.builds(lambda a: rf"\begin{{array}}{{l|cr}}{a}\\\hline x\end{{array}}", rows),
        st.builds(lambda name, a: f"\\{name}{a}", st.sampled_from(_ACCENTS), group),
        st.builds(lambda a, b: rf"\underbrace{a}_{b}", group, group),
        st.builds(
            lambda name, a, b: f"\\{name}{a}{b}",
            st.sampled_from(["overset", "underset", "stackrel"]),
            group,
            group,
        ),
    )


FORMULAS = st.recursive(
    st.one_of(st.sampled_from(_SYMBOLS), st.sampled_from(_TEXTS)), _larger, max_leaves=14
)

_SOUP = [
    *r"\{}[]()^_&$%#~ab12+-=|,.'!", r"\frac", r"\left", r"\right", r"\begin{", r"\end{", "cases}",
    "aligned}", r"\\", r"\text", r"\mathbb", r"\big", r"\bigl(", r"\bigr)", r"\over", r"\middle|",
    r"\not", r"\operatorname", r"\hline", r"\tag{1}", r"\substack{", r"\sqrt[", r"\limits", r"\def",
    r"\newcommand", r"\intertext", r"\hspace", r"\kern", r"\color", r"\genfrac", r"\mathrm{",
    "あ", "漢", "\u0301", "\u200b", "\u202e", "\t", "\n", "\x00", "\x1b", "\ud800", "\ue000", "🇯",
    "👍", "🏽", "\ufe0f", "é", "क", "्", "ष", "각", "∑", "≤", "⟨", "𝔼",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(_SOUP), max_size=30).map("".join) | st.text(max_size=30)
