"""What is said of a learner's program that was checked."""

from __future__ import annotations

from . import Catalogue, Words

_DIFFERENCES: Catalogue = {
    "code.difference.none": Words(
        ja="何も返していません。`return` を書き忘れていませんか。",
        en="Nothing is returned. Is a `return` missing?",
    ),
    "code.difference.keys": Words(
        ja="キーは {keys} の dict を返してください。", en="Return a dict with the keys {keys}."
    ),
    "code.difference.count": Words(
        ja="{count} 個の値の組を返してください。", en="Return {count} values as a tuple."
    ),
    "code.difference.sign": Words(
        ja="大きさは正しいですが、符号が逆です。", en="The size is right, the sign is not."
    ),
    "code.difference.transpose": Words(
        ja="正しい値の転置になっています。", en="That is the transpose of the right value."
    ),
    "code.difference.factor": Words(
        ja="正しい値の {factor} 倍になっています。和と平均の取り違えや、定数の抜けを疑いましょう。",
        en="That is {factor} times the right value: a mean for a sum, or a constant left out?",
    ),
    "code.difference.offset": Words(
        ja="どの値も、正しい値より {offset} だけずれています。",
        en="Every value is off by {offset}.",
    ),
    "code.difference.nan": Words(
        ja="nan が混ざっています。0/0、0 の log、exp の桁あふれがないか確かめましょう。",
        en="There are nan values: look for 0/0, the log of 0, or an overflow of exp.",
    ),
    "code.difference.infinite": Words(
        ja="無限大が混ざっています。0 での割り算や exp の桁あふれがないか確かめましょう。",
        en="There are infinite values: look for a division by 0 or an overflow of exp.",
    ),
    "code.difference.only-shape": Words(
        ja="数はすべて正しく、形だけが違います（{given}、正しくは {asked}）。",
        en="All numbers are right, only the shape is not: {given} instead of {asked}.",
    ),
    "code.difference.broadcast": Words(
        ja="形が {given} です（正しくは {asked}）。`(n, 1)` と `(n,)` を足し引きすると、"
        "`(n, n)` に広がります。",
        en="The shape is {given} instead of {asked}: adding `(n, 1)` to `(n,)` gives `(n, n)`.",
    ),
    "code.difference.reduced": Words(
        ja="1 つの数になっています（正しい形は {asked}）。`axis=` を書き忘れていませんか。",
        en="That is one number; the shape should be {asked}. Is an `axis=` missing?",
    ),
    "code.difference.not-reduced": Words(
        ja="形が {given} です。求める値は 1 つの数なので、和や平均を取ります。",
        en="The shape is {given}; one number is asked for, so sum or average.",
    ),
    "code.difference.shape": Words(
        ja="形が {given} です。正しくは {asked} です。",
        en="The shape is {given} instead of {asked}.",
    ),
    "code.difference.entries": Words(
        ja="{total} 個のうち {wrong} 個の値が違います。最初は {at} で、{got} は正しくは "
        "{expected} です。",
        en="Of {total} values {wrong} differ, the first at {at}: {got} instead of {expected}.",
    ),
}

WORDS: Catalogue = {
    "code.empty": Words(ja="プログラムがまだ空です。", en="The program is still empty."),
    "code.gap": Words(
        ja="{line} 行目の `____` がまだ埋まっていません。",
        en="The `____` in line {line} is not filled yet.",
    ),
    "code.missing": Words(
        ja="{name} という関数がありません。名前は変えずに書いてください。",
        en="There is no function {name}. Keep its name.",
    ),
    "code.similar": Words(
        ja="{name} という関数がありません。{similar} という名前になっています。",
        en="There is no function {name}. You have {similar}.",
    ),
    "code.syntax": Words(
        ja="{line} 行目が Python として読めません: {error}",
        en="Line {line} is not Python: {error}",
    ),
    "code.syntax-no-line": Words(
        ja="Python として読めません: {error}", en="This is not Python: {error}"
    ),
    "code.loading-raised": Words(
        ja="関数を調べる前に、{line} 行目でエラーになりました: {error}",
        en="Line {line} failed before the function could be checked: {error}",
    ),
    "code.loading-slow": Words(
        ja="関数を調べる前に、{line} 行目で時間の上限に達しました。",
        en="The time was up at line {line}, before the function could be checked.",
    ),
    "code.loading-memory": Words(
        ja="関数を調べる前に、{line} 行目でメモリの上限を超えました。",
        en="Line {line} took too much memory, before the function could be checked.",
    ),
    "code.loading-raised-no-line": Words(
        ja="関数を調べる前に、エラーになりました: {error}",
        en="The program failed before the function could be checked: {error}",
    ),
    "code.loading-slow-no-line": Words(
        ja="関数を調べる前に、時間の上限に達しました。",
        en="The time was up before the function could be checked.",
    ),
    "code.loading-memory-no-line": Words(
        ja="関数を調べる前に、メモリの上限を超えました。",
        en="The program took too much memory before the function could be checked.",
    ),
    "code.passed": Words(
        ja="{total} 個の検査のうち、{passed} 個に通りました。",
        en="Checks passed: {passed} of {total}.",
    ),
    "code.not-met": Words(ja="**{title}**: 通りません。", en="**{title}**: not met."),
    "code.not-met-because": Words(ja="**{title}**: {say}", en="**{title}**: {say}"),
    "code.checked": Words(ja="検査: {code}", en="Checked: {code}"),
    "code.others": Words(
        ja="ほかに通らなかった検査: {titles}", en="Checks also not passed: {titles}"
    ),
    "code.skipped": Words(
        ja="残りの {count} 個の検査は行っていません。", en="Checks not made after that: {count}."
    ),
    "code.returned": Words(
        ja="{call} は {got} を返しました。正しい値は {expected} です。",
        en="{call} returned {got}; the right value is {expected}.",
    ),
    "code.returned-only": Words(ja="{call} は {got} を返しました。", en="{call} returned {got}."),
    "code.changed": Words(
        ja="{call} を呼ぶと、{argument} 番目の引数が書きかえられます。`x -= …` ではなく "
        "`x = x - …` のように、新しい配列を作りましょう。",
        en="{call} changes its argument number {argument}. Make a new array: `x = x - …` "
        "instead of `x -= …`.",
    ),
    "code.type": Words(
        ja="{call} は {type} 型のオブジェクトを返しました。数か配列を返してください。",
        en="{call} returned an object of type {type}. Return a number or an array.",
    ),
    "code.raised": Words(
        ja="{call} を呼ぶと、{line} 行目でエラーになります: {error}",
        en="{call} fails at line {line}: {error}",
    ),
    "code.raised-no-line": Words(
        ja="{call} を呼ぶとエラーになります: {error}", en="{call} fails: {error}"
    ),
    "code.slow": Words(
        ja="{call} が {seconds} 秒で終わらないので、{line} 行目で止めました。終わらない繰り返しが"
        "ないか確かめましょう。",
        en="{call} did not end in {seconds} s and was stopped at line {line}. Look for a loop "
        "that does not end.",
    ),
    "code.slow-no-line": Words(
        ja="{call} が {seconds} 秒で終わりません。", en="{call} did not end in {seconds} s."
    ),
    "code.memory": Words(
        ja="{call} を呼ぶと、{line} 行目でメモリの上限を超えます。",
        en="{call} takes too much memory at line {line}.",
    ),
    "code.memory-no-line": Words(
        ja="{call} を呼ぶと、メモリの上限を超えます。", en="{call} takes too much memory."
    ),
    "code.wrote": Words(ja="プログラムの出力（先頭）:", en="Your program wrote (its beginning):"),
    # in the editor
    "code.type-here": Words(ja="ここにプログラムを書きます。", en="Write the program here."),
    "code.ask-reset": Words(
        ja="はじめのプログラムに戻しますか。", en="Go back to the program you began with?"
    ),
    "code.model": Words(ja="解答例", en="A program that is right"),
} | _DIFFERENCES
