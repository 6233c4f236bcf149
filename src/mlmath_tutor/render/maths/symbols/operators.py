"""Binary operators, large operators and function names."""

from __future__ import annotations

from .notation import pairs

BINARY = pairs(r"""
    pm ± mp ∓ times × div ÷ cdot · centerdot · cdotp · ast ∗ star ⋆ circ ∘ bullet ∙
    oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ circledast ⊛ circledcirc ⊚ circleddash ⊝
    cup ∪ cap ∩ Cup ⋓ Cap ⋒ sqcup ⊔ sqcap ⊓ uplus ⊎ setminus ∖ smallsetminus ∖
    wedge ∧ land ∧ vee ∨ lor ∨ barwedge ⊼ veebar ⊻ curlywedge ⋏ curlyvee ⋎
    amalg ⨿ wr ≀ rtimes ⋊ ltimes ⋉ leftthreetimes ⋋ rightthreetimes ⋌ intercal ⊺
    triangleleft ◁ triangleright ▷ bigtriangleup △ bigtriangledown ▽ diamond ⋄
    dotplus ∔ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ bigcirc ◯
    blacktriangleup ▴ doublebarwedge ⩞ circledbslash ⦸ fatsemi ⨾ interleave ⫴ sslash ⫽
    dagger † ddagger ‡ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ And &
""")

BIG = pairs("""
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂
    bigodot ⨀ bigsqcup ⨆ bigsqcap ⨅ biguplus ⨄ bigtimes ⨉ varprod ∏
""")

INTEGRALS = pairs("int ∫ intop ∫ smallint ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ idotsint ∫⋯∫")

WITHOUT_LIMITS = (
    "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh"
    " tan tanh tg ctg cotg cosec sh ch th arctg arcctg sech csch sgn tr Tr rank diag"
)
WITH_LIMITS = "det gcd lcm inf lim max min Pr sup plim"

# name → (as shown, whether scripts go over and under it in display)
FUNCTIONS: dict[str, tuple[str, bool]] = {
    **{name: (name, False) for name in WITHOUT_LIMITS.split()},
    **{name: (name, True) for name in WITH_LIMITS.split()},
    "liminf": ("lim inf", True),
    "limsup": ("lim sup", True),
    "injlim": ("inj lim", True),
    "projlim": ("proj lim", True),
    "argmax": ("arg max", True),
    "argmin": ("arg min", True),
    "varliminf": ("lim inf", True),
    "varlimsup": ("lim sup", True),
    "varinjlim": ("inj lim", True),
    "varprojlim": ("proj lim", True),
}
