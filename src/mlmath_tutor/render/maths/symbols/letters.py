"""Greek and Hebrew letters, and the mathematical alphabets of Unicode."""

from __future__ import annotations

from typing import Literal

from .notation import pairs

Alphabet = Literal["", "blackboard", "script", "fraktur"]

GREEK = pairs("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ
    iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ
    sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ
    varPhi Φ varPsi Ψ varOmega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ
    Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ
""")

# The letters Unicode encoded before the mathematical alphabets, whose places there are empty.
_EARLY: dict[Alphabet, dict[str, str]] = {
    "blackboard": pairs("C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ"),
    "script": pairs("B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ"),
    "fraktur": pairs("C ℭ H ℌ I ℑ R ℜ Z ℨ"),
}
_STARTS: dict[Alphabet, tuple[int, int]] = {
    "blackboard": (0x1D538, 0x1D552),
    "script": (0x1D49C, 0x1D4B6),
    "fraktur": (0x1D504, 0x1D51E),
}
_BLACKBOARD_ZERO = 0x1D7D8


def in_alphabet(char: str, alphabet: Alphabet) -> str:
    """Return `char` in a mathematical alphabet; as it is where that alphabet lacks it."""
    if not alphabet or not char.isascii():
        return char
    if early := _EARLY[alphabet].get(char):
        return early
    upper, lower = _STARTS[alphabet]
    if char.isupper():
        return chr(upper + ord(char) - ord("A"))
    if char.islower():
        return chr(lower + ord(char) - ord("a"))
    if char.isdigit() and alphabet == "blackboard":
        return chr(_BLACKBOARD_ZERO + int(char))
    return char
