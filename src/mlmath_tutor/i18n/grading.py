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
    # lines in order
    "grading.nothing-named": Words(
        ja="番号を順に入力してください（例: 2 1 3）。",
        en="Give the numbers in order, such as: 2 1 3",
    ),
    "grading.no-such-line": Words(
        ja="「{name}」という行はありません。1 から {count} の番号で答えてください。",
        en="There is no line “{name}”. Answer with numbers from 1 to {count}.",
    ),
    "grading.order-twice": Words(
        ja="{place} 番目の行は、すでに使われています。各行は 1 回だけ使えます。",
        en="The line at place {place} is there already. Each line can be used once.",
    ),
    "grading.order-foreign": Words(
        ja="上から {place} 番目の行は、ここには使えません。",
        en="The line at place {place} does not belong here.",
    ),
    "grading.order-too-early": Words(
        ja="上から {place} 番目の行は早すぎます。{other} 番目の行があって初めて言えることです。",
        en="The line at place {place} comes too early: it builds on the one at place {other}.",
    ),
    "grading.order-needs-absent": Words(
        ja="上から {place} 番目の行は、使われていない行があって初めて言えることです。",
        en="The line at place {place} builds on a line that was left out.",
    ),
    "grading.order-incomplete": Words(
        ja="ここまでの順序は正しいです。あと {count} 行足りません。",
        en="The order is right so far. Lines missing: {count}.",
    ),
    # pairs
    "grading.match-form": Words(
        ja="{place} 文字目から読めません。組は 1=b 2=a のように書きます。",
        en="This cannot be read from character {place} on. Pairs look like 1=b 2=a.",
    ),
    "grading.match-unknown": Words(
        ja="「{name}」にあたるものがありません。番号と文字で 1=b のように答えてください。",
        en="There is nothing called “{name}”. Answer with number and letter, such as 1=b.",
    ),
    "grading.match-twice": Words(
        ja="{name} に、相手が 2 つあります。1 つだけ選んでください。",
        en="{name} has two partners. Choose one.",
    ),
    "grading.match-unpaired": Words(
        ja="{number} の相手がまだありません。", en="Number {number} has no partner yet."
    ),
    "grading.match-right": Words(
        ja="{total} 組のうち、{right} 組は正しいです。",
        en="Pairs that are right: {right} of {total}.",
    ),
    # gaps
    "grading.cloze-count": Words(
        ja="空欄は {count} 個です。順に、「;」で区切って答えてください。",
        en="There are {count} gaps. Answer them in order, with “;” between.",
    ),
    "grading.cloze-gap": Words(ja="空欄 [{number}] が読めません。", en="Gap [{number}]:"),
    "grading.cloze-wrong": Words(
        ja="空欄 [{number}] が違います。", en="Gap [{number}] is not right."
    ),
    # matrices
    "grading.matrix-empty": Words(
        ja="行列を [1 2; 3 4] のように入力してください。", en="Type a matrix, such as [1 2; 3 4]."
    ),
    "grading.matrix-bracket": Words(
        ja="[ と ] の数が合いません。", en="The numbers of [ and ] do not agree."
    ),
    "grading.matrix-ragged": Words(
        ja="行の長さがそろっていません（{lengths}）。", en="The rows differ in length ({lengths})."
    ),
    "grading.matrix-cell": Words(
        ja="{row} 行 {column} 列の「{cell}」が数として読めません。",
        en="Row {row}, column {column}: “{cell}” is not a number.",
    ),
    "grading.matrix-shape": Words(
        ja="{given} の行列です。求められているのは {asked} です。",
        en="That is a {given} matrix; a {asked} one is asked for.",
    ),
    "grading.matrix-transpose": Words(
        ja="求める行列の転置です。行と列を入れかえてください。",
        en="That is the transpose. Exchange rows and columns.",
    ),
    "grading.matrix-factor": Words(
        ja="求める行列の {factor} 倍です。", en="That is {factor} times the matrix asked for."
    ),
    "grading.matrix-cells": Words(
        ja="{total} 個の成分のうち、{right} 個は正しいです。違うのは（行, 列）= {cells}。",
        en="Cells that are right: {right} of {total}. Not right, as (row, column): {cells}.",
    ),
    # expressions
    "grading.expression-witness": Words(
        ja="{at} で、あなたの式は {yours}、求める式は {right} です。",
        en="At {at} yours is {yours}, the right one is {right}.",
    ),
    "grading.expression-no-value": Words(
        ja="{at} で、あなたの式には値がありません。求める式は {right} です。",
        en="At {at} yours has no value, the right one is {right}.",
    ),
    "grading.expression-above": Words(
        ja="{at} で、求める式は {right} です。あなたの式は、それより {by} だけ大きいです。",
        en="At {at} the right one is {right}, and yours is larger by {by}.",
    ),
    "grading.expression-below": Words(
        ja="{at} で、求める式は {right} です。あなたの式は、それより {by} だけ小さいです。",
        en="At {at} the right one is {right}, and yours is smaller by {by}.",
    ),
    "grading.expression-other-number": Words(
        ja="あなたの式の値は {yours} です。求める値とは違います。",
        en="The value of yours is {yours}, which is not the one asked for.",
    ),
    "grading.expression-undefined": Words(
        ja="あなたの式には値がありません（0 での割り算や、負の数の平方根など）。",
        en="Yours has no value: a division by zero, or the root of a negative number.",
    ),
    "grading.expression-undecided": Words(
        ja="値が大きすぎるなどの理由で、求める式と比べられませんでした。別の形で書いてみてください。",
        en="It could not be compared with the right one, as its values are too large. "
        "Write it in another form.",
    ),
    "grading.expression-also": Words(
        ja="等しい式です。解答例は {written} です。",
        en="Yours is equal to {written}, the form in the key.",
    ),
    "grading.expression-sign": Words(
        ja="大きさは合っていますが、符号が逆です。", en="The size is right, the sign is not."
    ),
    "grading.expression-swapped": Words(
        ja="{one} と {other} が入れかわっています。", en="{one} and {other} are exchanged."
    ),
    "grading.expression-reciprocal": Words(
        ja="逆数になっています。", en="That is the reciprocal of the right one."
    ),
    "grading.expression-factor": Words(
        ja="どこでも、求める式の {by} 倍になっています。",
        en="Everywhere it is {by} times the right one.",
    ),
    "grading.expression-offset": Words(
        ja="求める式との差は、どこでも {by} です。定数項を確かめましょう。",
        en="Everywhere it differs from the right one by {by}. Check the constant term.",
    ),
    "grading.expression-part": Words(
        ja="{where} では一致しています。そうでない場合を確かめましょう。",
        en="It agrees where {where}. Check the other case.",
    ),
    "grading.expression-absent": Words(
        ja="求める式には {symbol} も含まれます。", en="The right one also depends on {symbol}."
    ),
    "grading.form-expanded": Words(
        ja="等しい式です。あとは、かっこを展開してください。",
        en="It is equal. What is left is to expand the brackets.",
    ),
    "grading.form-factored": Words(
        ja="等しい式です。あとは、最後まで因数分解してください。",
        en="It is equal. What is left is to factor it completely.",
    ),
    "grading.form-computed": Words(
        ja="等しい式です。あとは、数の計算を最後まで進めてください。",
        en="It is equal. What is left is to work out the numbers.",
    ),
    "grading.form-no_like_terms": Words(
        ja="等しい式です。あとは、同類項をまとめてください。",
        en="It is equal. What is left is to collect like terms.",
    ),
    "grading.form-single_fraction": Words(
        ja="等しい式です。あとは、1 つの分数にまとめてください。",
        en="It is equal. What is left is to write it as a single fraction.",
    ),
    "grading.form-lowest_terms": Words(
        ja="等しい式です。あとは、約分を最後まで進めてください。",
        en="It is equal. What is left is to reduce fractions to lowest terms.",
    ),
    "grading.form-without": Words(
        ja="等しい式です。あとは、{name} を使わずに書いてください。",
        en="It is equal. What is left is to write it without {name}.",
    ),
    # derivations
    "grading.derivation-unreadable": Words(
        ja="{number} 行目が読めません。", en="Line {number} cannot be read."
    ),
    "grading.derivation-long": Words(
        ja="長すぎます。{most} 行以内で書いてください。",
        en="That is too long. Write at most {most} lines.",
    ),
    "grading.derivation-undecided": Words(
        ja="値が大きすぎるなどの理由で、前の行と比べられませんでした。別の形で書いてみてください。",
        en="It could not be compared with the line before it, as its values are too large. "
        "Write it in another form.",
    ),
    "grading.derivation-broken": Words(
        ja="{number} 行目が、その前の行と等しくありません。",
        en="Line {number} is not equal to the line before it.",
    ),
    "grading.derivation-witness": Words(
        ja="{at} で、前の行は {right}、この行は {yours} です。",
        en="At {at} the line before is {right}, and this one {yours}.",
    ),
    "grading.derivation-no-value": Words(
        ja="{at} で、前の行は {right} ですが、この行には値がありません。",
        en="At {at} the line before is {right}, and this one has no value.",
    ),
    "grading.derivation-above": Words(
        ja="{at} で、前の行は {right} です。この行は、それより {by} だけ大きいです。",
        en="At {at} the line before is {right}, and this one is larger by {by}.",
    ),
    "grading.derivation-below": Words(
        ja="{at} で、前の行は {right} です。この行は、それより {by} だけ小さいです。",
        en="At {at} the line before is {right}, and this one is smaller by {by}.",
    ),
    "grading.derivation-other-number": Words(
        ja="この行の値は {yours} です。", en="The value of this line is {yours}."
    ),
    "grading.derivation-sign": Words(
        ja="前の行の符号を逆にした式です。", en="It is the line before with the other sign."
    ),
    "grading.derivation-swapped": Words(
        ja="{one} と {other} が入れかわっています。", en="{one} and {other} are exchanged."
    ),
    "grading.derivation-reciprocal": Words(
        ja="前の行の逆数になっています。", en="It is the reciprocal of the line before."
    ),
    "grading.derivation-factor": Words(
        ja="どこでも、前の行の {by} 倍になっています。",
        en="Everywhere it is {by} times the line before.",
    ),
    "grading.derivation-offset": Words(
        ja="前の行との差は、どこでも {by} です。",
        en="Everywhere it differs from the line before by {by}.",
    ),
    "grading.derivation-part": Words(
        ja="{where} では等しいです。そうでない場合を確かめましょう。",
        en="The two agree where {where}. Check the other case.",
    ),
    "grading.derivation-absent": Words(
        ja="前の行にある {symbol} がなくなっています。",
        en="It no longer depends on {symbol}, as the line before does.",
    ),
    "grading.derivation-unfinished": Words(
        ja="どの行も正しいです。まだ途中です。", en="Every line holds. It is not finished yet."
    ),
    "grading.derivation-goal": Words(ja="目標は {goal} です。", en="The goal is {goal}."),
    # the wrong line, why it is wrong, and what should stand there
    "grading.spot-one-line": Words(
        ja="誤っている行を、1 から {last} の番号で 1 つ選んでください。",
        en="Choose the one wrong line by its number, 1 to {last}.",
    ),
    "grading.spot-one-reason": Words(
        ja="理由を、{first} から {last} の番号で 1 つ選んでください。",
        en="Choose one reason by its number, {first} to {last}.",
    ),
    "grading.spot-no-repair": Words(
        ja="直した式を、番号のあとに「;」で区切って書いてください（例: 2 5; 2x）。",
        en="Add what should stand there, behind “;”, such as: 2 5; 2x",
    ),
    "grading.spot-line-right": Words(
        ja="誤っている行を見つけました。", en="You found the wrong line."
    ),
    "grading.spot-line-wrong": Words(ja="選んだ行は違います。", en="Not that line."),
    "grading.spot-why-right": Words(ja="理由は正しいです。", en="The reason is right."),
    "grading.spot-why-wrong": Words(ja="理由が違います。", en="The reason is another one."),
    "grading.spot-repair-right": Words(ja="直した式は正しいです。", en="The repair is right."),
    "grading.spot-repair-wrong": Words(ja="直した式が違います。", en="The repair is not right."),
    # recall
    "grading.recall-compare": Words(
        ja="思い出したことを次と比べて、1 言えた、2 一部だけ、3 言えなかった、から選んでください。",
        en="Compare what you recalled with this; then grade it: 1 good, 2 partly, 3 no.",
    ),
    "grading.recall-good": Words(ja="すべて言えた", en="I had it all"),
    "grading.recall-partly": Words(ja="一部だけ言えた", en="I had a part of it"),
    "grading.recall-no": Words(ja="言えなかった", en="I did not have it"),
    "grading.recalled-good": Words(
        ja="言えました。確かめた内容は次のとおりです。", en="You had it. To have it once more:"
    ),
    "grading.recalled-partly": Words(
        ja="足りなかったところを、もう一度読んでください。", en="Read again what was missing:"
    ),
    "grading.recalled-no": Words(
        ja="一度読んで、本文を閉じてから、もう一度言ってみてください。",
        en="Read it once, look away, and say it again:",
    ),
}
