"""What it means that a program cannot be read."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "runs.hint.indent": Words(
        ja="字下げが合っていません。`:` で終わる行の次を 4 文字下げ、"
        "同じまとまりの行は同じだけ下げてください。",
        en="The indentation does not fit. Indent what follows a line that ends with `:` by four "
        "spaces, and every line of a block alike.",
    ),
    "runs.hint.colon": Words(
        ja="`for`、`if`、`def` などの行の終わりに `:` が必要です。",
        en="A line that begins with `for`, `if`, `def` and the like ends with `:`.",
    ),
    "runs.hint.bracket": Words(
        ja="開いたかっこ `{bracket}` が閉じられていません。",
        en="The bracket `{bracket}` is opened and never closed.",
    ),
    "runs.hint.unmatched": Words(
        ja="かっこの開きと閉じが対応していません。",
        en="The opening and closing brackets do not match.",
    ),
    "runs.hint.quote": Words(
        ja="文字列が引用符で閉じられていません。",
        en="The string is not closed with a quotation mark.",
    ),
    "runs.hint.equals": Words(
        ja="`=` は代入です。等しいかどうかを調べるには `==` を使います。"
        "代入の左辺には名前を書きます。",
        en="`=` assigns; to compare, write `==`. What stands to the left of an assignment is a "
        "name.",
    ),
    "runs.hint.comma": Words(
        ja="要素の間の `,` が抜けているようです。",
        en="A comma seems to be missing between two elements.",
    ),
    "runs.hint.print": Words(
        ja="関数は ( ) を付けて呼びます。`print(x)` のように書いてください。",
        en="A function is called with brackets: write `print(x)`.",
    ),
    "runs.hint.syntax": Words(
        ja="この行は Python の文として読めません。この行とその前の行に、かっこ、`:`、`,` "
        "の抜けがないか確かめてください。",
        en="This line cannot be read as Python. Look for a missing bracket, colon or comma here "
        "and in the line before.",
    ),
    "runs.hint.full-width": Words(
        ja="「{sign}」は Python の記号ではありません。半角の `{plain}` を使ってください。",
        en="`{sign}` is not a sign of Python. Type a plain `{plain}` instead.",
    ),
    "runs.hint.full-width-space": Words(
        ja="この行に、全角などの特別な空白があります。半角の空白に直してください。",
        en="There is a special space in this line, such as a full-width one. Type a plain one.",
    ),
    "runs.hint.character": Words(
        ja="「{sign}」は、文字列やコメントの外では使えません。",
        en="`{sign}` can only stand in a string or a comment.",
    ),
    "runs.hint.increment": Words(
        ja="Python に `++` や `--` はありません。`x += 1` か `x -= 1` と書いてください。",
        en="Python has no `++` and no `--`. Write `x += 1` or `x -= 1`.",
    ),
    "runs.hint.elif": Words(
        ja="`else if` は `elif` と書きます。",
        en="`else if` is written `elif`.",
    ),
    "runs.hint.outside-function": Words(
        ja="`{word}` は、関数（`def`）の中でだけ使えます。字下げを確かめてください。",
        en="`{word}` works only inside a function (`def`). Check the indentation.",
    ),
    "runs.hint.outside-loop": Words(
        ja="`{word}` は、`for` か `while` の繰り返しの中でだけ使えます。字下げを確かめてください。",
        en="`{word}` works only inside a loop, `for` or `while`. Check the indentation.",
    ),
    "runs.hint.times": Words(
        ja="数と名前の間に、演算子が必要です。掛け算なら `2*x` と書いてください。",
        en="Between a number and a name an operator is needed. To multiply, write `2*x`.",
    ),
}
