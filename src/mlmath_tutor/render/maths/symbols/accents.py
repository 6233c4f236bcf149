"""Marks over and under letters."""

from __future__ import annotations

# accent → the combining character for one letter
COMBINING = {
    "hat": "\u0302", "widehat": "\u0302", "check": "\u030c", "widecheck": "\u030c",
    "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303", "widetilde": "\u0303",
    "vec": "\u20d7", "overrightarrow": "\u20d7", "overleftarrow": "\u20d6",
    "overleftrightarrow": "\u20e1", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db",
    "ddddot": "\u20dc", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a", "overparen": "\u0311", "wideparen": "\u0311", "overgroup": "\u0311",
    "overrightharpoon": "\u20d1", "overleftharpoon": "\u20d0", "overlinesegment": "\u0305",
    "utilde": "\u0330", "underrightarrow": "\u20ef", "underleftarrow": "\u20ee",
    "underline": "\u0332", "underbar": "\u0332",
}  # fmt: skip

# accent → what stands in the row above a body that no combining character fits
SHAPES = {
    "hat": "^", "widehat": "^", "check": "ˇ", "widecheck": "ˇ", "tilde": "~", "widetilde": "~",
    "dot": "˙", "ddot": "¨", "dddot": "…", "ddddot": "….", "breve": "˘", "acute": "´",
    "grave": "`", "mathring": "˚", "overparen": "⌢", "wideparen": "⌢", "overgroup": "⌢",
    "utilde": "~",
}  # fmt: skip

LINES_OVER = frozenset({"bar", "overline", "overlinesegment"})
LINES_UNDER = frozenset({"underline", "underbar"})
ARROWS_OVER = {
    "vec": "→", "overrightarrow": "→", "overleftarrow": "←", "overleftrightarrow": "↔",
    "overrightharpoon": "⇀", "overleftharpoon": "↼",
}  # fmt: skip
ARROWS_UNDER = {"underrightarrow": "→", "underleftarrow": "←"}
UNDER = LINES_UNDER | ARROWS_UNDER.keys() | {"utilde"}

# accent → its name where no mark can be drawn: `hat(xyz)`
SPOKEN = {
    "widehat": "hat", "widecheck": "check", "overline": "bar", "widetilde": "tilde",
    "overrightarrow": "vec", "overleftarrow": "vec", "overleftrightarrow": "vec",
    "mathring": "ring", "underbar": "underline",
}  # fmt: skip
