r"""LaTeX's mathematics as people write it: what each command becomes on one row."""

from __future__ import annotations

import re

import pytest

from mlmath_tutor.render.maths import Typesetter

SETTER = Typesetter()

SYMBOLS = [
    (r"\alpha\beta\gamma\epsilon\varepsilon\phi\varphi", "αβγϵεϕφ"),
    (r"\Gamma\Delta\Theta\Omega", "ΓΔΘΩ"),
    (r"a\le b\geq c\ne d\approx e\equiv f", "a ≤ b ≥ c ≠ d ≈ e ≡ f"),
    (r"A\subseteq B\cup C\cap D\setminus E", "A ⊆ B ∪ C ∩ D ∖ E"),
    (r"p\to q\implies r\iff s\mapsto t", "p → q ⟹ r ⟺ s ↦ t"),
    (r"a\pm b\times c\cdot d\otimes e\circ f", "a ± b × c · d ⊗ e ∘ f"),
    (r"\forall x\,\exists y\neg z", "∀x ∃y¬z"),
    (r"x\not=y,\ x\not\in A,\ x\notin B", "x ≠ y, x ∉ A, x ∉ B"),
    (r"X\perp Y\mid Z", "X ⊥ Y|Z"),
    (r"A\succeq B\preceq C\succ D", "A ⪰ B ⪯ C ≻ D"),
    (r"\infty\partial\nabla\ell\hbar\emptyset", "∞∂∇ℓℏ∅"),
    (r"a_1,\dots,a_n;\ a+\cdots+b", "a₁, …, aₙ; a + ⋯ + b"),
    (r"100\%\ \$5\ \#1\ a\_b\ \{x\}\ \&", "100% $5 #1 a_b {x} &"),
    ("≤∑αx→∞", "≤ ∑ αx → ∞"),
]
FONTS = [
    (r"\mathbb{R}^n,\ \mathbb E,\ \mathbb{1}", "ℝⁿ, 𝔼, 𝟙"),
    (r"\mathcal{N},\ \mathscr L,\ \mathfrak g", "𝒩, ℒ, 𝔤"),
    (r"\mathbf{x}\boldsymbol\beta\mathrm{Cov}\mathsf A\mathtt b\mathit{c}", "xβ Cov Abc"),
    (r"{\bf x}{\rm d}{\cal N}", "xd𝒩"),
    (r"\operatorname{tr}A,\ \operatorname{rank}(A)", "tr A, rank(A)"),
    (r"\operatorname*{arg\,max}_\theta f", "arg max_θ f"),
    (r"\log x,\ \log(x),\ \sin^2 x,\ \exp(-x)", "log x, log(x), sin² x, exp(−x)"),
    (r"\lim_{n\to\infty}a_n,\ \sup_x f,\ \limsup_n a_n", "lim_(n→∞) aₙ, supₓ f, lim supₙ aₙ"),
]
SCRIPTS = [
    (r"x_i^2,\ x^{2}_{i},\ x'^2,\ f''(x),\ f^{\prime}", "xᵢ², xᵢ², x′², f″(x), f′"),
    (r"W^{(l)}_{ij},\ A^\top,\ A^{-1},\ x^*,\ A^{\mathsf T}", "Wᵢⱼ⁽ˡ⁾, Aᵀ, A⁻¹, x*, Aᵀ"),
    (r"e^{-x^2/2},\ 2^{|H|},\ x^{1/p}", "e^(−x²/2), 2^|H|, x^(1/p)"),
    (r"p_\theta(x),\ D_{\mathrm{KL}},\ x_{\text{新}}", "p_θ(x), D_KL, x_新"),
    (r"w_yx", "w_y x"),
    (r"\sum_{i=1}^n x_i,\ \sum_{x\in A}f", "∑ᵢ₌₁ⁿ xᵢ, ∑_(x∈A) f"),
    (r"\int_0^1 f(x)\,dx,\ \int_{-\infty}^\infty", "∫₀¹ f(x) dx, ∫_(−∞)^∞"),
    (r"{}_nC_k,\ \sideset{}{'}\sum x", "ₙCₖ, ∑′ x"),
    (r"x^\frac12,\ x_\mathrm{in},\ x^\mathbf T", "x^(1/2), xᵢₙ, xᵀ"),
]
STRUCTURES = [
    (r"\frac12,\ \dfrac ab,\ \tfrac{a}{b},\ \cfrac1{1+x}", "1/2, a/b, a/b, 1/(1 + x)"),
    (r"\frac{\log x}{y},\ \frac{n!}{k!},\ \frac a{n(n-1)}", "(log x)/y, n!/k!, a/(n(n − 1))"),
    (
        r"\binom nk,\ {n\choose k},\ {a\over b},\ \genfrac[]{0pt}{}ab",
        "C(n, k), C(n, k), a/b, [a, b]",
    ),
    (r"\sqrt x,\ \sqrt{x+1},\ \sqrt[3]{x},\ \sqrt[q]y", "√x, √(x + 1), ³√x, √[q](y)"),
    (r"\left(\frac ab\right),\ \left[0,1\right),\ \left\|x\right\|", "(a/b), [0, 1), ‖x‖"),
    (r"\left.f\right|_{x=0},\ \left(A\middle|B\right)", "f|ₓ₌₀, (A|B)"),
    (r"\bigl(x\bigr),\ \Big\{y\Big\},\ \bigg|z\bigg|", "(x), {y}, |z|"),
    (r"\lVert x\rVert_2,\ \lfloor x\rfloor,\ \langle x,y\rangle", "‖x‖₂, ⌊x⌋, ⟨x, y⟩"),
    (r"\hat x,\ \bar{x},\ \tilde X,\ \vec v,\ \dot x,\ \widehat\theta", "x̂, x̄, X̃, v⃗, ẋ, θ̂"),
    (r"\overline{AB},\ \widehat{xyz},\ \overrightarrow{AB}", "A̅B̅, hat(xyz), vec(AB)"),
    (r"\overset{d}{\to},\ \underset xf,\ \stackrel{\mathrm{def}}=", "→^d, f_x, =^def"),
    (r"\underbrace{a+b}_{c},\ \overbrace{a+b}^{2}", "(a + b)_c, (a + b)^2"),
    (r"X\xrightarrow{d}Y,\ A\xleftarrow[b]{a}B", "X →[d] Y, A ←[a; b] B"),
    (r"a\equiv b\pmod n,\ a\bmod b", "a ≡ b  (mod n), a mod b"),
    (r"\boxed{x},\ \phantom{x}y,\ \cancel{z},\ \smash{w}", "[x],  y, z̶, w"),
]
TABLES = [
    (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "(a b; c d)"),
    (r"\begin{bmatrix}1\\2\end{bmatrix}", "[1; 2]"),
    (r"\begin{vmatrix}a&b\\c&d\end{vmatrix}", "|a b; c d|"),
    (r"\begin{cases}x&x>0\\0&\text{otherwise}\end{cases}", "{x, x > 0; 0, otherwise}"),
    (r"\left\{\begin{array}{ll}x&x>0\\0&x\le0\end{array}\right.", "{x, x > 0; 0, x ≤ 0}"),
    (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
    (r"\begin{align*}a&=b\nonumber\\c&=d\label{x}\end{align*}", "a = b; c = d"),
    (r"\begin{equation}a=b\end{equation}", "a = b"),
    (r"\begin{gather}a\\b\end{gather}", "a; b"),
    (r"\begin{smallmatrix}a&b\\c&d\end{smallmatrix}", "a b; c d"),
    (r"\begin{array}{c|c}a&b\\\hline c&d\end{array}", "a b; c d"),
    (r"\begin{alignat}{2}a&=b&\quad c&=d\end{alignat}", "a = b c = d"),
    (r"\sum_{\substack{i<n\\j<m}}x", "∑_(i<n; j<m) x"),
    (r"a=b\\c=d", "a = b; c = d"),
    (r"a&=b\\c&=d", "a = b; c = d"),
]
REST = [
    (r"\text{if }x>0\text{ then $y_1$}", "if x > 0 then y₁"),
    (r"\textbf{太字}\ \textit{a b}\ \mbox{50\%}", "太字 a b 50%"),
    (r"\text{a $b\text{ c $d$ }e$ f}", "a b c d e f"),
    (r"\color{red}a+\textcolor{blue}{b}", "a + b"),
    (r"a\,b\:c\;d\quad e\qquad f\!g\ h~i", "a b c d  e    fg h i"),
    (r"x\tag{1}", "x  (1)"),
    (r"\eqref{a}x\label{b}\nonumber", "x"),
    (r"\displaystyle\sum_i x\ \textstyle\sum_i x", "∑ᵢ x ∑ᵢ x"),
    (r"1{,}000\ 3.14\ a.", "1,000 3.14 a."),
    (r"-x,\ a-b,\ (-1),\ a=-b,\ 2\cdot-3,\ |-x|", "−x, a − b, (−1), a = −b, 2 · −3, |−x|"),
    (r"f:X\to Y,\ f\colon X\to Y", "f : X → Y, f: X → Y"),
    ("a % a comment\n+b", "a + b"),
    (r"\newcommand{\half}[1]{\frac{#1}{2}}\half x", "x/2"),
    (r"\DeclareMathOperator{\id}{id}\id x", "id x"),
    (r"\bra\psi A\ket\phi,\ \hspace{1em}x", "⟨ψ|A|ϕ⟩,  x"),
    (r"$x+y$", "x + y"),
    (r"\[x\]", "x"),
    ("", ""),
]


@pytest.mark.parametrize(
    ("latex", "row"), [*SYMBOLS, *FONTS, *SCRIPTS, *STRUCTURES, *TABLES, *REST]
)
def test_a_formula_on_one_row_reads_as_it_was_meant(latex: str, row: str) -> None:
    assert SETTER.problems(latex) == ()
    assert SETTER.plain(latex) == row


ENVIRONMENTS = """
    matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix psmallmatrix bsmallmatrix cases
    dcases rcases aligned align align* split eqnarray eqnarray* flalign gathered gather gather*
    multline multline* equation equation* displaymath math
"""


@pytest.mark.parametrize("name", re.findall(r"\S+", ENVIRONMENTS))
def test_an_environment_is_known_and_needs_no_argument(name: str) -> None:
    assert SETTER.problems(rf"\begin{{{name}}}a&b\\c&d\end{{{name}}}") == ()


def test_a_formula_may_carry_the_authors_own_text_after_every_command() -> None:
    assert SETTER.plain(r"\text{ただし } n\in\mathbb{N}\text{ とする}") == "ただし n ∈ ℕ とする"


def test_italic_is_for_variables_and_upright_for_names() -> None:
    (row,) = SETTER.display(r"\sin x", 20).rows
    assert [(run.text, run.style) for run in row if run.text.strip()] == [
        ("sin", "maths"),
        ("x", "var"),
    ]


def test_bold_is_a_style_and_not_another_letter() -> None:
    (row,) = SETTER.display(r"\mathbf{x}+\boldsymbol\theta", 20).rows
    assert [run.text for run in row if run.style == "strong"] == ["x", "θ"]


def test_words_in_a_formula_have_the_style_of_running_text() -> None:
    (row,) = SETTER.display(r"\text{語}x\texttt{y}\textbf{z}\emph{w}", 20).rows
    assert [run.style for run in row] == ["text", "var", "code", "strong", "emph"]
