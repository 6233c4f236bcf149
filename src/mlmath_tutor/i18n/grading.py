"""What grading says about an answer."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "grading.nothing-chosen": Words(
        ja="まだ何も選ばれていません。番号で答えてください。",
        en="Nothing is chosen yet. Answer with a number.",
    ),
    "grading.no-such-option": Words(
        ja="その選択肢はありません。1 から {count} の番号で答えてください。",
        en="There is no such option. Answer with a number from 1 to {count}.",
    ),
    "grading.choose-one": Words(
        ja="答えは 1 つです。1 つだけ選んでください。",
        en="One option is asked for. Choose only one.",
    ),
    "grading.decided": Words(
        ja="{total} 個の選択肢のうち、{right} 個の判断は正しいです。残りは次のとおりです。",
        en="{right} of {total} choices are right. As for the rest:",
    ),
    "grading.number-wrong": Words(
        ja="求める値ではありません。式を立てるところから確かめましょう。",
        en="That is not the number asked for. Check how you set it up.",
    ),
    "grading.number-sign": Words(
        ja="大きさは合っていますが、符号が逆です。",
        en="The size is right, the sign is not.",
    ),
    "grading.number-hundredfold": Words(
        ja="100 倍だけ違います。割合とパーセントを確かめましょう。",
        en="It is off by a factor of 100. Check fractions against percent.",
    ),
    "grading.number-close": Words(
        ja="近い値ですが、許される誤差を超えています。"
        "途中で丸めず、有効数字 3 桁で答えてください。",
        en="Close, but not close enough. Round only at the end, to three significant digits.",
    ),
    "grading.empty": Words(ja="数を入力してください。", en="Type a number."),
    "grading.too-long": Words(ja="長すぎて読めません。", en="That is too long to read."),
    "grading.too-deep": Words(
        ja="かっこの入れ子が深すぎて読めません。",
        en="The brackets are nested too deeply to read.",
    ),
    "grading.unknown-sign": Words(
        ja="{place} 文字目の「{sign}」が読めません。数は 1/6、0.167、16.7 % のように書けます。",
        en="Character {place}, “{sign}”, cannot be read. Numbers look like 1/6, 0.167, 16.7 %.",
    ),
    "grading.unknown-name": Words(
        ja="「{name}」が何かわかりません。使えるのは数、pi、e、sqrt、exp、ln、log2 などです。",
        en="“{name}” is not a name that can be used. Numbers, pi, e, sqrt, exp, ln and log2 are.",
    ),
    "grading.unknown-unit": Words(
        ja="単位「{name}」は使えません。{unit} で答えてください。",
        en="The unit “{name}” is not one to answer in. Answer in {unit}.",
    ),
    "grading.decimal-comma": Words(
        ja="コンマは 1,000 のような桁区切りです。小数点は「.」で書いてください。",
        en="A comma separates thousands, as in 1,000. Write a decimal point as “.”.",
    ),
    "grading.incomplete": Words(
        ja="式が途中で終わっています。", en="The expression stops in the middle."
    ),
    "grading.bracket-missing": Words(
        ja="{place} 文字目のかっこが閉じていません。",
        en="The bracket at character {place} is not closed.",
    ),
    "grading.bracket-extra": Words(
        ja="{place} 文字目の閉じかっこに、開くかっこがありません。",
        en="The closing bracket at character {place} has no opening one.",
    ),
    "grading.operator-missing": Words(
        ja="{place} 文字目の前に、+ や * などの記号が必要です。",
        en="A sign such as + or * is missing before character {place}.",
    ),
    "grading.undefined": Words(
        ja="その式は計算できません（0 での割り算や、負の数の平方根など）。",
        en="That cannot be computed: a division by zero, or the root of a negative number.",
    ),
    "grading.too-large": Words(ja="大きすぎて計算できません。", en="That is too large to compute."),
}
