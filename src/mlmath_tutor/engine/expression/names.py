"""Names: the ways to write a declared variable, a constant or a function, and what they mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .functions import ALIASES, FUNCTIONS

Kind = Literal["symbol", "constant", "function"]

_LETTERS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
GREEK = frozenset(_LETTERS.values()) | {"varepsilon", "ell"}
_ALSO = {"lambda": ("lamda",), "epsilon": ("eps", "varepsilon"), "varepsilon": ("ε", "eps")}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for."""

    kind: Kind
    name: str


class Names:
    """All names that mean something, given the declared ones.

    A declared name goes before a constant or function of the same spelling.
    """

    def __init__(self, symbols: Iterable[str]) -> None:
        self.declared = tuple(symbols)
        self._meanings: dict[str, Meaning] = {}
        for name in self.declared:
            self._add(name, Meaning("symbol", name))
        for name in self.declared:
            for spelling in _spellings(name):
                self._add(spelling, Meaning("symbol", name))
        for spelling, name in _CONSTANTS.items():
            self._add(spelling, Meaning("constant", name))
        for spelling, name in _function_spellings():
            self._add(spelling, Meaning("function", name))
        for name in self.declared:
            if len(name) == 1:
                self._add(name.swapcase(), Meaning("symbol", name))

    def _add(self, spelling: str, meaning: Meaning) -> None:
        self._meanings.setdefault(spelling, meaning)

    @cached_property
    def _by_start(self) -> Mapping[str, list[str]]:
        """All spellings by their first letter, the longest first."""
        found: dict[str, list[str]] = {}
        for spelling in sorted(self._meanings, key=len, reverse=True):
            found.setdefault(spelling[0], []).append(spelling)
        return found

    def starting(self, text: str, at: int) -> Iterator[str]:
        """Yield the names that stand at `at` in `text`, the longest first."""
        for spelling in self._by_start.get(text[at], ()):
            if text.startswith(spelling, at):
                yield spelling

    def begins(self, start: str) -> bool:
        """Return whether a longer name begins with `start`."""
        return any(len(s) > len(start) and s.startswith(start) for s in self._meanings)

    def meaning(self, spelling: str) -> Meaning | None:
        """Return what `spelling` stands for, or None."""
        return self._meanings.get(spelling)


_CONSTANTS = {"pi": "pi", "π": "pi", "PI": "pi", "e": "e"}


def _function_spellings() -> Iterator[tuple[str, str]]:
    yield from ALIASES.items()
    for name in FUNCTIONS:
        yield from ((spelling, name) for spelling in (name, name.capitalize(), name.upper()))


def _spellings(name: str) -> Iterator[str]:
    """Yield the ways to write a declared name: Greek as a letter or a word, `x_1` as `x1`."""
    stem, below, primes = _dissected(name)
    word = _LETTERS.get(stem, stem)
    letters = [letter for letter, spelled in _LETTERS.items() if spelled == word]
    for written in dict.fromkeys((stem, word, *letters, *_ALSO.get(word, ()))):
        yield (f"{written}_{below}" if below else written) + primes
        if below.isdigit():
            yield f"{written}{below}{primes}"


def typed_name(name: str) -> str:
    """Return a declared name as it can be typed: a Greek letter with its word, `λ (lambda)`."""
    stem, below, primes = _dissected(name)
    word = _LETTERS.get(stem, stem)
    letter = next((letter for letter, spelled in _LETTERS.items() if spelled == word), None)
    if letter is None:
        return name
    rest = (f"_{below}" if below else "") + primes
    return f"{letter}{rest} ({word}{rest})"


def latex_of_name(name: str) -> str:
    r"""Return a declared name in LaTeX: `lambda` as \lambda, `x_1` as x_{1}, `kl` upright."""
    stem, below, primes = _dissected(name)
    written = stem if len(stem) == 1 and stem not in _LETTERS else _upright(stem)
    if below:
        index = below if len(below) == 1 or below.isdigit() else _upright(below)
        written = f"{written}_{{{index}}}"
    return written + primes


def _dissected(name: str) -> tuple[str, str, str]:
    """Return the letters of a declared name, its subscript and its primes: x, 1 and ' of x_1'."""
    plain = unicodedata.normalize("NFKC", name)
    bare = plain.rstrip("'")
    stem, _, below = bare.partition("_")
    return stem, below, plain[len(bare) :]


def _upright(written: str) -> str:
    word = _LETTERS.get(written, written)
    return rf"\{word}" if word in GREEK else rf"\mathrm{{{written}}}"
