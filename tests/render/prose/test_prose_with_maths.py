"""Prose together with the real typesetter of formulas."""

from __future__ import annotations

import pytest

from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.prose import inline, layout, plain
from mlmath_tutor.render.runs import plain as text_of
from mlmath_tutor.render.runs import row_cells

TYPESETTER = Typesetter({"E": r"\mathbb{E}"})

JAPANESE = r"""
$X$ を平均 $\mu$、分散 $\sigma^2>0$ の確率変数とします。標本平均
$\bar X_n=\frac{1}{n}\sum_{i=1}^n X_i$ について、次が成り立ちます。
$$
P\left(|\bar X_n-\mu|\ge\varepsilon\right)\le\frac{\sigma^2}{n\varepsilon^2}
$$
$n=100$ 回の平均なら、標準偏差は $\sigma/10$ です（**独立**のとき）。

| 分布 | 分散 |
|:--|--:|
| 一様 | $\frac{1}{12}$ |
| 指数 (exponential) | $1/\lambda^2$ |
"""
ENGLISH = r"""
Let $x\in\mathbb{R}^d$ and let $f(x)=\lVert Ax-b\rVert^2$. The gradient is
$\nabla f(x)=2A^\top(Ax-b)$, so a step of size $\eta$ changes the loss by about
$-\eta\lVert\nabla f(x)\rVert^2$ (for small $\eta$).

- If $A^\top A$ is singular, the minimiser is not unique.
- The step must satisfy $0<\eta<\frac{2}{L}$, where $L=2\lambda_{\max}(A^\top A)$.
"""


def ink(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("source", [JAPANESE, ENGLISH], ids=["ja", "en"])
@pytest.mark.parametrize("width", [24, 40, 68, 72, 76, 90])
def test_every_row_keeps_within_the_width(source: str, width: int) -> None:
    assert all(row_cells(line.row) <= width for line in layout(source, width, TYPESETTER))


@pytest.mark.parametrize("width", [24, 40, 72])
def test_a_broken_formula_shows_all_its_symbols(width: int) -> None:
    assert ink(plain(ENGLISH, TYPESETTER, width)) == ink(plain(ENGLISH, TYPESETTER, 1000))


def test_a_formula_in_a_sentence_is_one_row_and_the_sentence_goes_on_beside_it() -> None:
    row = inline(r"平均は $\frac{1}{n}\sum_{i=1}^n x_i$ です", TYPESETTER)
    assert text_of(row).startswith("平均は 1/n ")
    assert text_of(row).endswith(" です")


def test_the_columns_of_a_table_end_together_whatever_formulas_they_hold() -> None:
    rows = [line.row for line in layout(JAPANESE, 72, TYPESETTER)][-3:]
    assert len({row_cells(row) for row in rows}) == 1


def test_what_the_typesetter_cannot_read_is_shown_in_the_sentence() -> None:
    assert text_of(inline(r"値は $\frac{1$ です", TYPESETTER)) == r"値は \frac{1 です"
