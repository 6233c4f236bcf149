"""Matplotlib's labels, with their formulas, as text for one row."""

from __future__ import annotations

import pytest

from mlmath_tutor.engine.runner.child.figure_text import LONGEST, readable

SPELLED = {
    "loss": "loss",
    "有病率": "有病率",
    r"$\alpha_1$": "α₁",
    r"$\Sigma_{ij}$": "Σᵢⱼ",
    r"$\lambda_{\max}$": "λ_max",
    r"$x_i^2$": "xᵢ²",
    r"$10^{-3}$": "10⁻³",
    r"$\mathdefault{10^{-1}}$": "10⁻¹",
    r"$\mathdefault{2\times10^{4}}$": "2×10⁴",
    r"$\hat{y}$": "ŷ",
    r"$\hat\theta$": "θ^",
    r"$\hat{\mathbf{x}}_{t+1}$": "x^ₜ₊₁",
    r"$\bar{x}$": "x¯",
    r"$\frac{\sigma^2}{n}$": "σ²/n",
    r"$\frac{a+b}{2}$": "(a+b)/2",
    r"$\frac{1}{\sqrt{n}}$": "1/√n",
    r"$e^{-x^2/2}$": "e^(−x²/2)",
    r"$\|x\|_2$": "‖x‖₂",
    r"$\mathbb{R}^n$": "ℝⁿ",
    r"$\mathbf{w}^\top x$": "wᵀ x",
    r"$\log p(x \mid \theta)$": "log p(x | θ)",
    r"$\mathbf{w}^\top\mathbf{x}$": "wᵀ x",
    r"$\sin\theta$": "sin θ",
    r"$\theta - \frac{\theta^3}{6}$": "θ − θ³/6",
    r"$f(x) \approx\sum_{k=0}^n \frac{f^{(k)}(0)}{k!}x^k$": "f(x) ≈ ∑ₖ₌₀ⁿ (f⁽ᵏ⁾(0)/k!)xᵏ",
    r"$\alpha\to\infty$": "α → ∞",
    r"loss $L(\theta)$, mean": "loss L(θ), mean",
    "two\nrows": "two rows",
    "\x1b[31mred\u202e": "[31mred",
    r"costs \$5": "costs $5",
}


@pytest.mark.parametrize(("source", "spelled"), SPELLED.items(), ids=SPELLED.values())
def test_labels_read_as_text(source: str, spelled: str) -> None:
    assert readable(source) == spelled


def test_long_labels_are_cut() -> None:
    assert len(readable("x" * 1000)) == LONGEST


def test_an_unclosed_formula_ends() -> None:
    assert readable(r"$\frac{1}{$")
    assert readable(r"$\hat{\hat{\hat{$ \sqrt $^$_")
