"""Matplotlib's `$…$` as text that reads well in one row of a terminal."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200

_GREEK = {
    name.lower(): letter
    for letter in "αβγδεζηθικλμνξπρστυφχψω"
    for name in [unicodedata.name(letter).rsplit(" ", 1)[1].replace("LAMDA", "LAMBDA")]
}
_CAPITALS = {name.capitalize(): letter.upper() for name, letter in _GREEK.items()}
_SYMBOLS = {
    "varepsilon": "ε", "vartheta": "θ", "varphi": "φ", "varsigma": "ς", "ell": "ℓ",
    "times": "×", "cdot": "⋅", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "propto": "∝", "infty": "∞",
    "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "in": "∈",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "mid": "|", "vert": "|", "Vert": "‖",
    "top": "T", "dagger": "†", "star": "*", "ast": "*", "circ": "∘", "prime": "′",
    "ldots": "…", "dots": "…", "cdots": "⋯", "langle": "⟨", "rangle": "⟩", "quad": " ",
    "qquad": " ", "cup": "∪", "cap": "∩", "subset": "⊂", "forall": "∀", "exists": "∃",
}  # fmt: skip
_SHAPES = {"mathbb": {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "E": "𝔼", "P": "ℙ"}}
_FONTS = "mathdefault|mathregular|mathrm|mathbf|mathit|mathcal|mathsf|boldsymbol|text|operatorname"
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307"}
_AFTER = {"hat": "^", "bar": "¯", "tilde": "~", "dot": "˙"}
_UP = dict(
    zip("0123456789+-−=()T", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵀ", strict=True),
    **dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)),
)
_DOWN = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_RELATIONS = "=≤≥≠≈∼∝∈→←⊂"
MOST_LETTERS = 2  # in a raised or lowered part: longer words cannot be read so small
_CALL = re.compile(r"[^\s()+−-]*\([^()]*\)")
_KEPT = {"^": "\ue001", "_": "\ue002"}  # signs that stay signs, out of reach of the next pass
_TIGHT = {*_UP.values(), *_DOWN.values(), _KEPT["^"], "√", "!"}

_MATHS = re.compile(r"(?<!\\)\$(.+?)(?<!\\)\$")
_ARGUMENT = r"\s*(?:\{([^{}\\^_]*)\}|(\\[A-Za-z]+|[^\\{}\s]))"
_FONT = re.compile(rf"\\(?:{_FONTS}|mathbb)(?![A-Za-z]){_ARGUMENT}")
_ACCENT = re.compile(rf"\\(hat|bar|tilde|dot)(?![A-Za-z]){_ARGUMENT}")
_FRACTION = re.compile(rf"\\[dt]?frac{_ARGUMENT}{_ARGUMENT}")
_ROOT = re.compile(rf"\\sqrt(?![A-Za-z]){_ARGUMENT}")
_NAME = re.compile(
    rf"\\(?!(?:{_FONTS}|mathbb|hat|bar|tilde|dot|[dt]?frac|sqrt)(?![A-Za-z]))([A-Za-z]+)(\s?)"
)
_COMMAND = re.compile(r"\\[A-Za-z]+$")
_SCRIPT = re.compile(rf"([\^_]){_ARGUMENT}")


def readable(text: object) -> str:
    """Return `text` as one row: formulas spelled in Unicode, no control characters."""
    spelled = _MATHS.sub(lambda found: _formula(found[1]), str(text)).replace(r"\$", "$")
    kept = "".join(" " if each in "\n\t" else each for each in spelled)
    kept = "".join(each for each in kept if unicodedata.category(each)[0] not in "C")
    kept = kept.replace("\u2028", " ").replace("\u2029", " ").strip()
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def _formula(source: str) -> str:
    """Return the inside of `$…$` in Unicode; groups are worked from the inside out."""
    source = source.replace("{}", "")
    source = re.sub(r"\\(?:left|right|big|Big|displaystyle)(?![A-Za-z])", "", source)
    source = re.sub(r"\\[,;:! ]", " ", source).replace(r"\|", "‖")
    before = None
    while before != source:
        before = source
        source = _FONT.sub(_font, source)
        source = _ACCENT.sub(_accent, source)
        source = _ROOT.sub(lambda found: "√" + _grouped(_argument(found)), source)
        source = _FRACTION.sub(_fraction, source)
        source = _SCRIPT.sub(_script, source)
        source = _NAME.sub(_name, source, count=1)
    for sign, kept in _KEPT.items():
        source = source.replace(kept, sign)
    source = re.sub(r" {2,}", " ", source).strip()
    return source.replace("{", "").replace("}", "").replace("-", "−").replace("\\", "")


def _argument(found: re.Match[str], first: int = 1) -> str:
    return found[first] if found[first] is not None else found[first + 1]


def _grouped(part: str) -> str:
    tight = all(each.isalnum() or each in _TIGHT for each in part)
    return part if tight or _CALL.fullmatch(part) else f"({part})"


def _font(found: re.Match[str]) -> str:
    argument = _argument(found)
    if found[0].startswith(r"\mathbb"):
        argument = _SHAPES["mathbb"].get(argument, argument)
    if len(argument) > 1:
        return "{" + argument + "}"
    # A letter must not become part of the name before it: `\top\mathbf{x}`.
    return f" {argument}" if _COMMAND.search(found.string[: found.start()]) else argument


def _accent(found: re.Match[str]) -> str:
    """Return the letter with its accent where Unicode has one, else the accent after it."""
    argument = _argument(found, 2)
    argument = _known(argument[1:]) if argument.startswith("\\") else argument
    whole = unicodedata.normalize("NFC", argument + _ACCENTS[found[1]])
    after = _AFTER[found[1]]
    return whole if len(whole) == 1 else argument + _KEPT.get(after, after)


def _fraction(found: re.Match[str]) -> str:
    parts = f"{_grouped(_argument(found, 1))}/{_grouped(_argument(found, 3))}"
    factor = re.match(r"[A-Za-z0-9\\(]", found.string[found.end() :].lstrip("}"))
    return f"({parts})" if factor else parts


def _script(found: re.Match[str]) -> str:
    sign, argument = found[1], _argument(found, 2)
    if argument.startswith("\\"):
        argument = _known(argument[1:])
    table = _UP if sign == "^" else _DOWN
    short = sum(each.isalpha() for each in argument) <= MOST_LETTERS
    if short and argument and all(each in table for each in argument):
        return "".join(table[each] for each in argument)
    if argument in {"*", "′"}:
        return argument
    return _KEPT[sign] + _grouped(argument)


def _name(found: re.Match[str]) -> str:
    """Return a sign, or the word itself, with the spaces that set it off from what follows.

    The space that only ended a name goes; before a binary sign it stays, a relation has one
    at both sides, and a word (`sin`) one before a letter.
    """
    known, after = _known(found[1]), found.string[found.end() :]
    if known in _RELATIONS or found[1] == "mid":
        return f" {known} "
    if known == found[1]:
        letter = bool(re.match(r"[A-Za-z\\]", after))
        return known + (" " if letter else found[2])
    return known + (found[2] if after[:1] in {"+", "-", "=", "<", ">"} else "")


def _known(name: str) -> str:
    """Return the sign called `name`, or the name itself (`log`, `max`)."""
    return _GREEK.get(name) or _CAPITALS.get(name) or _SYMBOLS.get(name) or name
