"""Brackets, bars and what else may follow \\left."""

from __future__ import annotations

from .notation import pairs

# what may stand after \left, \right, \middle and \big: source → the one-row form
DELIMITERS = pairs(r"""
    ( ( ) ) [ [ ] ] | | / / < ⟨ > ⟩
    \{ { \} } \| ‖ \lbrace { \rbrace } \lbrack [ \rbrack ] \lparen ( \rparen )
    \langle ⟨ \rangle ⟩ \lang ⟨ \rang ⟩ \vert | \lvert | \rvert | \mid | \Vert ‖ \lVert ‖ \rVert ‖
    \lfloor ⌊ \rfloor ⌋ \lceil ⌈ \rceil ⌉ \llbracket ⟦ \rrbracket ⟧ \lgroup ( \rgroup )
    \lmoustache ⎰ \rmoustache ⎱ \ulcorner ⌜ \urcorner ⌝ \llcorner ⌞ \lrcorner ⌟
    \uparrow ↑ \downarrow ↓ \updownarrow ↕ \Uparrow ⇑ \Downarrow ⇓ \Updownarrow ⇕
    \backslash \ \parallel ‖ \bracevert |
    ⟨ ⟨ ⟩ ⟩ ⌊ ⌊ ⌋ ⌋ ⌈ ⌈ ⌉ ⌉ ‖ ‖ ⟦ ⟦ ⟧ ⟧
""")
DELIMITERS["."] = ""

OPENERS = frozenset("([{⟨⌊⌈⟦⎰⌜⌞")
CLOSERS = frozenset(")]}⟩⌋⌉⟧⎱⌝⌟")
BARS = frozenset("|‖")

# as symbols of their own, outside \left … \right
OPEN_COMMANDS = pairs(r"""
    { { lbrace { lbrack [ lparen ( langle ⟨ lang ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦
    lgroup ( ulcorner ⌜ llcorner ⌞
""")
CLOSE_COMMANDS = pairs(r"""
    } } rbrace } rbrack ] rparen ) rangle ⟩ rang ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧
    rgroup ) urcorner ⌝ lrcorner ⌟
""")
BAR_COMMANDS = pairs(r"| ‖ Vert ‖ vert |")
