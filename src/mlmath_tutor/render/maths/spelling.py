"""How symbols are spelled where only ASCII can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from .symbols import delimiters, letters, operators, ordinary, relations
from .symbols.notation import pairs

# what reads better than a command's name
_SHORT = pairs(r"""
    − - × x · * ∗ * ÷ / ± +- ∓ -+ ∘ o ⋆ * ∙ * ≤ <= ≥ >= ≠ != ≪ << ≫ >> ≡ == ∼ ~ ≃ ~= ≈ ~~ ≅ ~=
    → -> ← <- ↔ <-> ⇒ => ⇐ <= ⇔ <=> ⟹ ==> ⟸ <== ⟺ <=> ↦ |-> ⟶ --> ⟵ <-- ⟼ |--> ≔ := ≕ =:
    ≜ :=: ∞ inf ∂ d … ... ⋯ ... ⋮ : ⋱ \. ⋰ ./ ′ ' ″ '' ‴ ''' ‵ ` ‖ || ⟨ < ⟩ > ⌊ |_ ⌋ _| ⌈ |^ ⌉ ^|
    ⟦ [[ ⟧ ]] √ sqrt ⊤ T ℓ l ∅ {} ¬ not ∧ and ∨ or ∖ \ ∈ in ∉ !in ∋ has
    ∀ forall ∃ exists ∤ !| ∥ || ⊥ _|_ ⫫ _||_ † + ‡ ++ ° deg ∴ so: ∵ as: □ [] ∎ [] ■ [] ✓ v
    ∝ prop ⊙ (.) ⊗ (x) ⊕ (+) ⊖ (-) ˇ v ˙ . ¨ .. ˘ u ´ ' ˚ o • * – - — -- ‘ ' ’ ' “ " ” "
    ∫ int ∬ iint ∭ iiint ∮ oint ∑ sum ∏ prod � ? ı i ȷ j ϵ epsilon ϕ phi ﹏ _
""")


def _by_command() -> dict[str, str]:
    tables = (
        letters.GREEK,
        operators.BINARY,
        operators.BIG,
        operators.INTEGRALS,
        relations.RELATIONS,
        relations.ARROWS,
        ordinary.ORDINARY,
        ordinary.DOTS,
        delimiters.OPEN_COMMANDS,
        delimiters.CLOSE_COMMANDS,
    )
    spelled: dict[str, str] = {}
    for table in tables:
        for name, char in table.items():
            spelled.setdefault(char, name)
    for plain, negated in relations.NEGATIONS.items():
        spelled.setdefault(negated, "!" + _SHORT.get(plain, spelled.get(plain, plain)))
    return spelled | _SHORT


ASCII_SPELLING: Mapping[str, str] = _by_command()
