"""Formulas that show what the typesetter can do: one of each thing that is hard in text."""

from __future__ import annotations

from typing import NamedTuple


class Specimen(NamedTuple):
    """A formula to show; `name` is the key of its caption, words inside differ by language."""

    name: str
    ja: str
    en: str


def _same(name: str, latex: str) -> Specimen:
    return Specimen(name, latex, latex)


SPECIMENS: tuple[Specimen, ...] = (
    _same(
        "bayes",
        r"P(B_i\mid A)=\frac{P(A\mid B_i)\,P(B_i)}{\sum_{j=1}^{K}P(A\mid B_j)\,P(B_j)}",
    ),
    _same(
        "normal",
        r"\mathcal{N}(x\mid\mu,\Sigma)=\frac{1}{(2\pi)^{d/2}\lvert\Sigma\rvert^{1/2}}"
        r"\exp\left(-\frac12(x-\mu)^\top\Sigma^{-1}(x-\mu)\right)",
    ),
    _same(
        "responsibilities",
        r"r_{ik}=\frac{\pi_k\,\mathcal{N}(x_i\mid\mu_k,\Sigma_k)}"
        r"{\sum_{\ell=1}^{K}\pi_\ell\,\mathcal{N}(x_i\mid\mu_\ell,\Sigma_\ell)}",
    ),
    _same(
        "hessian",
        r"\nabla^2f(x)=\begin{pmatrix}\dfrac{\partial^2f}{\partial x_1^2}&\cdots&"
        r"\dfrac{\partial^2f}{\partial x_1\,\partial x_d}\\\vdots&\ddots&\vdots\\"
        r"\dfrac{\partial^2f}{\partial x_d\,\partial x_1}&\cdots&"
        r"\dfrac{\partial^2f}{\partial x_d^2}\end{pmatrix}",
    ),
    _same(
        "kkt",
        r"\begin{aligned}\nabla f(x^{\ast})+\sum_{i=1}^{m}\lambda_i\nabla g_i(x^{\ast})"
        r"+\sum_{j=1}^{p}\nu_j\nabla h_j(x^{\ast})&=0\\g_i(x^{\ast})\le0,\quad "
        r"h_j(x^{\ast})&=0\\\lambda_i\ge0,\quad\lambda_i\,g_i(x^{\ast})&=0\end{aligned}",
    ),
    _same(
        "elbo",
        r"\log p(x)=\underbrace{\mathbb{E}_{q(z)}\left[\log\frac{p(x,z)}{q(z)}\right]}"
        r"_{\mathrm{ELBO}}+D_{\mathrm{KL}}\bigl(q(z)\,\Vert\,p(z\mid x)\bigr)",
    ),
    _same(
        "vc",
        r"R(h)\le\hat R_S(h)+\sqrt{\frac{8d_{\mathrm{VC}}\log\frac{2en}{d_{\mathrm{VC}}}"
        r"+8\log\frac4\delta}{n}}",
    ),
    Specimen(
        "bias-variance",
        r"\mathbb{E}\bigl[(y-\hat f(x))^2\bigr]=\underbrace{\bigl(f(x)-\mathbb{E}[\hat f(x)]"
        r"\bigr)^2}_{\text{バイアスの 2 乗}}+\underbrace{\mathbb{V}[\hat f(x)]}"
        r"_{\text{バリアンス}}+\underbrace{\sigma^2}_{\text{ノイズ}}",
        r"\mathbb{E}\bigl[(y-\hat f(x))^2\bigr]=\underbrace{\bigl(f(x)-\mathbb{E}[\hat f(x)]"
        r"\bigr)^2}_{\text{squared bias}}+\underbrace{\mathbb{V}[\hat f(x)]}"
        r"_{\text{variance}}+\underbrace{\sigma^2}_{\text{noise}}",
    ),
    Specimen(
        "cases",
        r"\operatorname{soft}_\lambda(z)=\begin{cases}z-\lambda&\text{$z>\lambda$ のとき}\\"
        r"0&\text{$\lvert z\rvert\le\lambda$ のとき}\\z+\lambda&"
        r"\text{$z<-\lambda$ のとき}\end{cases}",
        r"\operatorname{soft}_\lambda(z)=\begin{cases}z-\lambda&\text{if }z>\lambda\\"
        r"0&\text{if }\lvert z\rvert\le\lambda\\z+\lambda&\text{if }z<-\lambda\end{cases}",
    ),
    _same(
        "gaussian-integral",
        r"\left(\int_{-\infty}^{\infty}e^{-x^2/2}\,dx\right)^{\!2}"
        r"=\int_0^{2\pi}\!\!\int_0^{\infty}e^{-r^2/2}\,r\,dr\,d\theta=2\pi",
    ),
    _same(
        "svd",
        r"A=U\begin{bmatrix}s_1&&\\&\ddots&\\&&s_r\end{bmatrix}V^\top,\qquad"
        r"\lVert A-A_k\rVert_F=\sqrt{\sum_{j>k}s_j^2}",
    ),
)
