"""Symbols that stand for themselves, dots, and explicit spaces."""

from __future__ import annotations

from .notation import pairs

ORDINARY = pairs(r"""
    infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ daleth ℸ
    emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥
    angle ∠ measuredangle ∡ sphericalangle ∢ prime ′ backprime ‵ degree ° complement ∁
    imath ı jmath ȷ eth ð mho ℧ Finv Ⅎ Bbbk 𝕜 surd √ flat ♭ natural ♮ sharp ♯
    square □ Box □ blacksquare ■ qed ∎ qedsymbol ∎ triangle △ vartriangle △ blacktriangle ▲
    triangledown ▽ blacktriangledown ▼ lozenge ◊ blacklozenge ⧫ Diamond ◇ bigstar ★
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ checkmark ✓ maltese ✠ circledR ® copyright ©
    diagup ╱ diagdown ╲ S § P ¶ pounds £ yen ¥ aa å AA Å ss ß o ø O Ø ae æ AE Æ l ł L Ł
    circledS Ⓢ hash ⋕ rightangle ∟ diameter ⌀ blacktriangledown ▼ smiley ☺ bullseye ◎
    Diamondblack ◆ varspadesuit ♤ varheartsuit ♥ vardiamondsuit ♦ varclubsuit ♧ dag † ddag ‡
    i ı j ȷ textbullet • textdegree ° textcelsius ℃ textmu µ
    textohm Ω textrightarrow → textleftarrow ← textasteriskcentered * textperiodcentered ·
    textdagger † textdaggerdbl ‡ textsection § textparagraph ¶ texttimes × textpm ± textdiv ÷
    textquotedblleft “ textquotedblright ” textquotesingle ' textregistered ® textcopyright ©
    texttrademark ™ textonehalf ½ textonequarter ¼ textthreequarters ¾ textyen ¥ texteuro €
    textpertenthousand ‱ textperthousand ‰ textvisiblespace ␣ guillemotleft « guillemotright »
    textbackslash \ backslash \ textasciitilde ~ textasciicircum ^ textbar |
    textless < textgreater > lq ‘ rq ’
    textquoteleft ‘ textquoteright ’ textendash – textemdash — euro €
""")
ORDINARY |= {"%": "%", "$": "$", "#": "#", "&": "&", "_": "_"}

DOTS = pairs("""
    ldots … dots … dotsc … dotso … textellipsis … mathellipsis …
    hdots … ldotp . cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ adots ⋰
""")

# command → cells; a negative space takes back what the neighbours would get
SPACES = {
    ",": 1, "thinspace": 1, ":": 1, ">": 1, "medspace": 1, ";": 1, "thickspace": 1,
    " ": 1, "space": 1, "nobreakspace": 1, "enspace": 1, "enskip": 1,
    "quad": 2, "qquad": 4, "!": -1, "negthinspace": -1, "negmedspace": -1, "negthickspace": -1,
}  # fmt: skip
