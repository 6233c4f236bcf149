"""How it looks: palettes, signs, measures. No other place names a colour or a glyph.

Contrast is WCAG 2.2's ratio; every ink reaches 4.5 on every ground (`line` 3), which a
test computes. All signs are East Asian narrow or neutral, so that they take one cell in
every terminal, also where "ambiguous" characters are wide.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from textual.theme import Theme

Ground = Literal["bg", "raised", "sunken"]
Tone = Literal["fg", "bright", "muted", "line", "next", "maths", "good", "bad"]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one theme: three grounds and eight inks, each `#rrggbb`."""

    bg: str  # the page
    raised: str  # pop-ups, the selected row
    sunken: str  # code, inputs
    muted: str  # captions, labels of groups, reasons already read, line numbers
    fg: str  # text
    bright: str  # headings, keys, the chosen answer
    next: str  # what Space does next; nothing else
    maths: str  # formulas, values, the series the text is about
    good: str  # right, passed
    bad: str  # wrong, failed, pitfall
    line: str  # rules, rails, the empty part of a meter; never text


KOKUBAN = Inks(
    bg="#15201C",
    raised="#20302A",
    sunken="#0F1814",
    muted="#9DB0A6",
    fg="#DFE5DA",
    bright="#FAFBF2",
    next="#F4D373",
    maths="#A5D8EA",
    good="#94DB9B",
    bad="#F7A598",
    line="#6F8A7D",
)
HOGAN = Inks(
    bg="#FBFAF4",
    raised="#ECEEE4",
    sunken="#F3F3EA",
    muted="#566259",
    fg="#27332D",
    bright="#0C1511",
    next="#85500A",
    maths="#0A5878",
    good="#1D6531",
    bad="#A8281A",
    line="#76867C",
)
SUMI = Inks(
    bg="#000000",
    raised="#262626",
    sunken="#0D0D0D",
    muted="#D6D6D6",
    fg="#FFFFFF",
    bright="#FFFFFF",
    next="#FFE45C",
    maths="#8BE3FF",
    good="#86FF94",
    bad="#FFA99E",
    line="#A0A0A0",
)

# Colours of a figure's series after the one the text is about, which is the maths ink: greys
# first, then hues apart for every kind of colour vision. Each reaches 3 on the page.
SERIES: dict[str, tuple[str, ...]] = {
    "kokuban": ("#9DB0A6", "#C6CFC6", "#E3B98F", "#C9B6F0", "#8FCBB8", "#E8A9C4", "#C5C98A"),
    "hogan": ("#566259", "#7C887F", "#9A5B1E", "#6A4FB0", "#1F7A66", "#A8407A", "#6E6F1C"),
    "sumi": ("#D6D6D6", "#A0A0A0", "#FFC38A", "#D7BFFF", "#9FE8CF", "#FFB3D4", "#E6E68A"),
}

THEMES: dict[str, Inks] = {"kokuban": KOKUBAN, "hogan": HOGAN, "sumi": SUMI}
LIGHT_THEME, DARK_THEME = "hogan", "kokuban"


def theme_for_background(dark: bool | None) -> str:
    """Return the theme for a terminal whose background is dark, light or unknown (None)."""
    return LIGHT_THEME if dark is False else DARK_THEME


def textual_theme(name: str) -> Theme:
    """Return the Textual theme of this name; its inks are the variables `$ink-…`."""
    inks = THEMES[name]
    return Theme(
        name=name,
        primary=inks.maths,
        secondary=inks.muted,
        accent=inks.next,
        warning=inks.next,
        error=inks.bad,
        success=inks.good,
        foreground=inks.fg,
        background=inks.bg,
        surface=inks.bg,
        panel=inks.raised,
        boost=inks.raised,
        dark=name != LIGHT_THEME,
        variables={f"ink-{field.name}": getattr(inks, field.name) for field in fields(inks)},
    )


@dataclass(frozen=True, slots=True)
class Signs:
    """The glyphs by role. One sign may stand for two roles; code names the role."""

    here: str  # focus; what Space does next
    done: str  # finished, right, passed
    wrong: str  # wrong, failed
    warn: str  # pitfall, attention
    todo: str  # not started
    attempted: str
    familiar: str
    proficient: str
    mastered: str
    rule: str  # a rule; the empty part of a meter
    fill: str  # the full part of a meter
    knob: str  # a slider's knob
    definition_rail: str
    theorem_rail: str
    pitfall_rail: str
    hidden: str  # a step not yet shown
    to: str  # then, leads to
    chosen: str
    free: str  # an option not chosen
    more: str  # more below
    enter: str
    caret: str  # where the next sign goes
    up_down: str
    left_right: str
    running: str  # frames of the running mark

    @property
    def braille(self) -> bool:
        """Whether the terminal can show braille; else figures are of ASCII."""
        return not self.fill.isascii()


UNICODE_SIGNS = Signs(
    here="▸",
    done="✓",
    wrong="✗",
    warn="!",
    todo="⠄",
    attempted="⣀",
    familiar="⣤",
    proficient="⣶",
    mastered="⣿",
    rule="⠤",
    fill="⠶",
    knob="⣿",
    definition_rail="⡇",
    theorem_rail="⣿",
    pitfall_rail="⢕",
    hidden="⠒",
    to="›",
    chosen="▪",
    free="▫",
    more="⌄",
    enter="↵",
    caret="⡇",
    up_down="▴▾",
    left_right="◂▸",
    running="⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏",
)
ASCII_SIGNS = Signs(
    here=">",
    done="+",
    wrong="x",
    warn="!",
    todo=".",
    attempted="1",
    familiar="2",
    proficient="3",
    mastered="4",
    rule="-",
    fill="=",
    knob="#",
    definition_rail="|",
    theorem_rail="H",
    pitfall_rail="!",
    hidden=".",
    to=">",
    chosen="*",
    free="o",
    more="v",
    enter="Enter",
    caret="_",
    up_down="^v",
    left_right="<>",
    running="|/-\\",
)

# Measures in cells (rows for heights).
MARGIN = 2  # title, line and footer begin here; the rail and the focus mark stand here
INDENT = 4  # text begins here
MEASURE = 90  # the longest line of text
WIDE_MEASURE, GUTTER, MARGIN_COLUMN = 68, 6, 38
CODE = 74  # 70 columns of a program and its line numbers
NARROW, WIDE = 72, 110  # below: narrow; from: a margin column
SMALLEST = (40, 12)
LOW = 22  # below this height an example shows its essential lines only


def code_measure(width: int) -> int:
    """Return the length of a row of code: its 70 columns fit from 80 columns on."""
    return max(1, min(width - INDENT - MARGIN, CODE))


def margin_column(width: int) -> int:
    """Return the cells of the margin column of a screen `width` cells wide, 0 for none."""
    if width < WIDE:
        return 0
    return min(MARGIN_COLUMN, width - INDENT - WIDE_MEASURE - GUTTER - MARGIN)


def measure(width: int) -> int:
    """Return the length of a line of text on a screen `width` cells wide."""
    if width >= WIDE:
        return WIDE_MEASURE
    return max(1, min(width - INDENT - (INDENT if width >= NARROW else MARGIN), MEASURE))
