"""Relations, arrows, and what \\not makes of them."""

from __future__ import annotations

from .notation import pairs

RELATIONS = pairs(r"""
    le ≤ leq ≤ leqslant ≤ leqq ≦ ge ≥ geq ≥ geqslant ≥ geqq ≧ ne ≠ neq ≠ lt < gt > eq =
    ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ thicksim ∼ backsim ∽ simeq ≃ approx ≈ thickapprox ≈
    approxeq ≊ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐ doteqdot ≑ Doteq ≑ triangleq ≜
    circeq ≗ eqcirc ≖ bumpeq ≏ Bumpeq ≎ coloneqq ≔ coloneq ≔ colonequals ≔ eqqcolon ≕ defeq ≝
    risingdotseq ≓ fallingdotseq ≒ Coloneqq ⩴ vcentcolon : ratio ∶
    prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿
    lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nprec ⊀ nsucc ⊁ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
    in ∈ notin ∉ ni ∋ owns ∋ notni ∌ subset ⊂ subseteq ⊆ subsetneq ⊊ Subset ⋐ nsubseteq ⊈
    supset ⊃ supseteq ⊇ supsetneq ⊋ Supset ⋑ nsupseteq ⊉ subseteqq ⫅ supseteqq ⫆
    sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    mid | nmid ∤ shortmid ∣ parallel ∥ nparallel ∦ perp ⊥ Perp ⫫ indep ⫫ vdash ⊢ dashv ⊣
    nvdash ⊬ vDash ⊨ models ⊨ nvDash ⊭ Vdash ⊩ Vvdash ⊪
    bowtie ⋈ Join ⋈ between ≬ pitchfork ⋔ smile ⌣ frown ⌢
    lessdot ⋖ gtrdot ⋗ lesseqqgtr ⪋ gtreqqless ⪌ eqslantless ⪕ eqslantgtr ⪖ lnsim ⋦ gnsim ⋧
    lnapprox ⪉ gnapprox ⪊ lvertneqq ≨ gvertneqq ≩ nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱
    precapprox ⪷ succapprox ⪸ precnsim ⋨ succnsim ⋩ precneqq ⪵ succneqq ⪶ precnapprox ⪹
    succnapprox ⪺ curlyeqprec ⋞ curlyeqsucc ⋟ npreceq ⋠ nsucceq ⋡ nsim ≁ ncong ≇ napprox ≉
    nequiv ≢ backsimeq ⋍ eqsim ≂ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌
    nsubset ⊄ nsupset ⊅ nsubseteqq ⊈ nsupseteqq ⊉ nVdash ⊮ nVDash ⊯ shortparallel ∥
    nshortmid ∤ nshortparallel ∦ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ blacktriangleleft ◂ blacktriangleright ▸ backepsilon ϶ dblcolon ∷ Colon ∷
    eqcolon ≕ minuscolon ≕ Eqqcolon ⩴ wasequal ≟ questeq ≟ stareq ≛ measeq ≞ corresponds ≙
    trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ therefore ∴ because ∵
""")

ARROWS = pairs(r"""
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ mapsfrom ↤
    longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
    Longleftrightarrow ⟺ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
    uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
    nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁
    leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋
    rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇
    rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣
    circlearrowleft ↺ circlearrowright ↻ curvearrowleft ↶ curvearrowright ↷
    dashrightarrow ⇢ dashleftarrow ⇠ nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮
    leftarrowtail ↢ looparrowleft ↫ looparrowright ↬ leftrightsquigarrow ↭ Lleftarrow ⇚
    Rrightarrow ⇛ upuparrows ⇈ downdownarrows ⇊ updownarrows ⇅ downuparrows ⇵ upharpoonleft ↿
    upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂ Nearrow ⇗ Searrow ⇘
    Swarrow ⇙ Nwarrow ⇖ Mapsto ⤇ longmapsfrom ⟻ lightning ↯ circlearrow ↻
    nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ multimap ⊸ Lsh ↰ Rsh ↱
""")

NEGATIONS = pairs("""
    = ≠ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≤ ≰ ≥ ≱ < ≮ > ≯ ≡ ≢ ∼ ≁ ≈ ≉ ≃ ≄ ≅ ≇ ∃ ∄ | ∤ ∥ ∦ ⊢ ⊬ ⊨ ⊭
    ≺ ⊀ ≻ ⊁ ≼ ⋠ ≽ ⋡ → ↛ ← ↚ ↔ ↮ ⇒ ⇏ ⇐ ⇍ ⇔ ⇎ ⊑ ⋢ ⊒ ⋣ ≲ ≴ ≳ ≵ ≍ ≭
""")

# \xrightarrow and its family: command → short form
EXTENSIBLE = pairs("""
    xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔
    xleftharpoonup ↼ xleftharpoondown ↽ xrightharpoondown ⇁ xleftrightharpoons ⇋ xtofrom ⇄
    xtwoheadleftarrow ↞ xLongrightarrow ⇒ xLongleftarrow ⇐
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xrightharpoonup ⇀ xrightleftharpoons ⇌
    xlongequal = xtwoheadrightarrow ↠
""")
