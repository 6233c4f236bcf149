"""Why an expression that was typed cannot be read."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "expression.empty": Words(ja="式を入力してください。", en="Type an expression."),
    "expression.too-long": Words(
        ja="長すぎて読めません。{most} 文字までで書いてください。",
        en="That is too long to read. Use at most {most} characters.",
    ),
    "expression.too-deep": Words(
        ja="入れ子が深すぎて読めません。", en="That is nested too deeply to read."
    ),
    "expression.too-large": Words(
        ja="{place} 文字目の数は桁が多すぎて読めません。",
        en="The number at character {place} has too many digits to read.",
    ),
    "expression.unknown-sign": Words(
        ja="{place} 文字目の「{sign}」が読めません。",
        en="Character {place}, “{sign}”, cannot be read.",
    ),
    "expression.unknown-name": Words(
        ja="{place} 文字目の「{name}」が何かわかりません。使える文字: {allowed}",
        en="“{name}” at character {place} is not a name that can be used here. "
        "These letters can be: {allowed}",
    ),
    "expression.no-names": Words(
        ja="{place} 文字目の「{name}」が何かわかりません。答えに文字は入りません。",
        en="“{name}” at character {place} is not a name that can be used here. "
        "The answer has no letters in it.",
    ),
    "expression.decimal-comma": Words(
        ja="{place} 文字目のコンマが読めません。小数点は「.」で、1,000 は 1000 と書いてください。",
        en="The comma at character {place} cannot be read. Write a decimal point as “.”, "
        "and 1,000 as 1000.",
    ),
    "expression.relation": Words(
        ja="{place} 文字目の等号や不等号は使えません。求める式だけを書いてください。",
        en="There is a relation at character {place}. Type only the expression asked for.",
    ),
    "expression.incomplete": Words(
        ja="式が途中で終わっています。", en="The expression stops in the middle."
    ),
    "expression.bracket-missing": Words(
        ja="{place} 文字目のかっこが閉じていません。",
        en="The bracket at character {place} is not closed.",
    ),
    "expression.bracket-extra": Words(
        ja="{place} 文字目の閉じかっこに、開くかっこがありません。",
        en="The closing bracket at character {place} has no opening one.",
    ),
    "expression.bracket-other": Words(
        ja="{place} 文字目の「{sign}」は、開きかっこ「{opening}」と組になりません。",
        en="“{sign}” at character {place} does not close “{opening}”.",
    ),
    "expression.operator-missing": Words(
        ja="{place} 文字目の前に、* や ^ などの記号が必要です。",
        en="A sign such as * or ^ is missing before character {place}.",
    ),
    "expression.operand-missing": Words(
        ja="{place} 文字目の「{sign}」の前に、数や文字が足りません。",
        en="Something is missing before “{sign}” at character {place}.",
    ),
    "expression.argument-missing": Words(
        ja="{name} の中身がありません。{name}(…) のように書いてください。",
        en="There is nothing for {name} to apply to. Write {name}(…).",
    ),
    "expression.fraction": Words(
        ja="分数は a/b か、LaTeX の形で、分子と分母をそれぞれ波かっこで囲んで書いてください。",
        en="Write a fraction as a/b, or in LaTeX's form, both parts in braces of their own.",
    ),
    "expression.arguments": Words(
        ja="{name} の中身は {wanted} 個のはずですが、{given} 個あります。",
        en="{name} needs {wanted} in its brackets, separated by commas, and has {given}.",
    ),
}
