"""What errors of plain Python mean."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "runs.hint.name": Words(
        ja="`{name}` には、まだ何も代入されていません。つづりと、行の順序を確かめてください。",
        en="Nothing has been assigned to `{name}` yet. Check the spelling, and the order of the "
        "lines.",
    ),
    "runs.hint.name-similar": Words(
        ja="`{name}` は定義されていません。`{similar}` でしょうか。",
        en="`{name}` is not defined. Did you mean `{similar}`?",
    ),
    "runs.hint.name-import": Words(
        ja="`{name}` が読み込まれていません。初めに `{statement}` と書いてください。",
        en="`{name}` has not been imported. Write `{statement}` at the top.",
    ),
    "runs.hint.unbound": Words(
        ja="`{name}` は、この関数の中で代入される前に使われています。外の値を使うなら、"
        "引数で渡してください。",
        en="`{name}` is used before the function assigns to it. If you mean the value from "
        "outside, pass it as an argument.",
    ),
    "runs.hint.attribute": Words(
        ja="`{type}` に `{name}` はありません。つづりと、値の型を確かめてください。",
        en="`{type}` has no `{name}`. Check the spelling, and what type the value has.",
    ),
    "runs.hint.attribute-similar": Words(
        ja="`{name}` はありません。`{similar}` でしょうか。",
        en="There is no `{name}`. Did you mean `{similar}`?",
    ),
    "runs.hint.none": Words(
        ja="値が `None` です。関数に `return` がないか、"
        "その場で書き換えて何も返さないメソッド（`list.sort` など）の結果を使っています。",
        en="The value is `None`: a function without `return`, or a method that changes its "
        "object in place and returns nothing, such as `list.sort`.",
    ),
    "runs.hint.not-callable": Words(
        ja="`{type}` は関数ではないので、 ( ) を付けて呼べません。添字なら [ ] を使います。"
        "関数の名前に値を代入していないかも確かめてください。",
        en="`{type}` is not a function and cannot be called with ( ). For an index use [ ]; or a "
        "value was assigned to the name of a function.",
    ),
    "runs.hint.operand": Words(
        ja="`{left}` と `{right}` の間では、`{operator}` を計算できません。"
        "どちらかの型を変えてください。",
        en="`{operator}` is not defined between `{left}` and `{right}`. Convert one of them.",
    ),
    "runs.hint.text-number": Words(
        ja='文字列に `{type}` は足せません。f 文字列 `f"... {{x}}"` を使うか、`str(x)` '
        "で文字列にしてください。",
        en='`{type}` cannot be added to a string. Use an f-string, `f"... {{x}}"`, or `str(x)`.',
    ),
    "runs.hint.arguments-missing": Words(
        ja="関数に渡す値が足りません。足りない引数の名前は、上の行にあります。",
        en="The function needs more arguments; the line above names those that are missing.",
    ),
    "runs.hint.arguments-many": Words(
        ja="この関数が受け取る値は {takes} 個ですが、{given} 個渡しました。"
        "名前を付けて渡す引数かもしれません（`axis=0` など）。",
        en="Positional arguments the function takes: {takes}; given: {given}. Some may have to "
        "be named, such as `axis=0`.",
    ),
    "runs.hint.keyword": Words(
        ja="この関数に `{name}` という引数はありません。つづりを確かめてください。",
        en="The function has no argument called `{name}`. Check the spelling.",
    ),
    "runs.hint.key": Words(
        ja="キー {name} は、この辞書にありません。`.keys()` で一覧を見るか、`.get(...)` "
        "を使ってください。",
        en="The key {name} is not in the dictionary. Look at `.keys()`, or use `.get(...)`.",
    ),
    "runs.hint.index": Words(
        ja="添字が範囲の外です。添字は 0 から数えるので、最後の要素は `len(...) - 1` 番です。",
        en="The index lies outside. Indices count from 0, so the last element is number "
        "`len(...) - 1`.",
    ),
    "runs.hint.number": Words(
        ja="この文字列は数として読めません。文字や空白が混じっていないか確かめてください。",
        en="This string cannot be read as a number. Look for letters or spaces in it.",
    ),
    "runs.hint.unpack": Words(
        ja="左辺の名前は {expected} 個ですが、右辺の値の個数が合いません。",
        en="There are {expected} names on the left, and not as many values on the right.",
    ),
    "runs.hint.zero": Words(
        ja="0 で割っています。割る数が 0 になる場合を、先に分けてください。",
        en="The divisor is 0. Treat the case in which it becomes 0 first.",
    ),
    "runs.hint.domain": Words(
        ja="この関数は、この値では定義されません。負の数の平方根や、0 "
        "以下の数の対数がないか確かめてください。",
        en="The function is not defined at this value. Look for the square root of a negative "
        "number, or the logarithm of one that is not positive.",
    ),
    "runs.hint.overflow": Words(
        ja="結果が大きすぎて、数として表せません。指数の値を確かめるか、"
        "対数のまま計算してください。",
        en="The result is too large for a number. Check the exponents, or compute with logarithms.",
    ),
    "runs.hint.recursion": Words(
        ja="関数が自分自身を呼び続けています。呼び出しが終わる条件を確かめてください。",
        en="The function keeps calling itself. Check the condition under which it stops.",
    ),
    "runs.hint.assert": Words(
        ja="`assert` の条件が成り立ちませんでした。条件に出てくる値を表示してみてください。",
        en="The condition of the `assert` did not hold. Print the values that it compares.",
    ),
    "runs.hint.input": Words(
        ja="ここでは、キーボードから入力できません。値をプログラムの中に書いてください。",
        en="Nothing can be typed in here. Write the value into the program instead.",
    ),
    "runs.hint.file": Words(
        ja="ファイルが見つかりません。プログラムは空の一時フォルダで動くので、"
        "読むファイルは先に自分で作ります。",
        en="The file was not found. A program runs in an empty folder of its own, so it must "
        "first make the files that it reads.",
    ),
    "runs.hint.fenced": Words(
        ja="プログラムが書けるのは、自分の一時フォルダの中だけです。ネットワークやほかの"
        "プロセスにも手は届きません。ファイル名は `data.csv` のように、フォルダなしで書きます。",
        en="A program may write only in the folder of its own run, and reaches neither the "
        "network nor other processes. Write file names without a folder, such as `data.csv`.",
    ),
    "runs.hint.file-size": Words(
        ja="ファイルが、書ける大きさの上限を超えました。書く量を減らしてください。",
        en="The file grew beyond what a program may write. Write less.",
    ),
    "runs.hint.name-later": Words(
        ja="`{name}` に値が入るのは {line} 行目で、ここより後です。行の順序を確かめてください。",
        en="`{name}` gets its value only in line {line}. Check the order of the lines.",
    ),
    "runs.hint.integer-text": Words(
        ja="`int` は小数の文字列を読めません。`float(...)` を使うか、整数に切り捨てるなら "
        "`int(float(...))` としてください。",
        en="`int` does not read a string with a decimal point. Use `float(...)`, or "
        "`int(float(...))` to cut the decimals off.",
    ),
    "runs.hint.integer-needed": Words(
        ja="ここには整数が必要ですが、`{type}` が渡されました。割り算なら `//`、そのほかは "
        "`int(...)` を使ってください。",
        en="An integer is needed here, and `{type}` was given. Use `//` for a division, else "
        "`int(...)`.",
    ),
    "runs.hint.power": Words(
        ja="`^` は累乗ではありません。累乗は `**` です（`x**2` など）。",
        en="`^` is not a power. Powers are written `**`, as in `x**2`.",
    ),
    "runs.hint.times-call": Words(
        ja="数の後ろに ( ) を付けると、関数の呼び出しになります。掛け算なら `*` を書いてください。"
        "関数の名前に値を代入していないかも確かめてください。",
        en="A number followed by ( ) is read as a call. To multiply, write `*`; or a value was "
        "assigned to the name of a function.",
    ),
    "runs.hint.module-call": Words(
        ja="モジュールそのものは呼び出せません。`random.random()` のように、"
        "その中の関数の名前を書いてください。",
        en="A module itself cannot be called. Name a function in it, such as `random.random()`.",
    ),
    "runs.hint.self": Words(
        ja="クラスの中の関数は、最初の引数として `self` を受け取ります。`def f(self, …):` "
        "としてください。",
        en="A function in a class takes `self` as its first parameter: `def f(self, …):`.",
    ),
    "runs.hint.index-text": Words(
        ja="添字には整数を使います。名前で値を取り出せるのは辞書です。",
        en="An index must be an integer. It is a dictionary from which values are taken by name.",
    ),
    "runs.hint.dict-key": Words(
        ja='辞書の値は `d["{name}"]` のように、[ ] とキーで取り出します。',
        en='A value is taken from a dictionary with [ ] and its key: `d["{name}"]`.',
    ),
    "runs.hint.immutable": Words(
        ja="`{type}` の要素は書き換えられません。リストを使うか、新しい値を作ってください。",
        en="The elements of `{type}` cannot be changed. Use a list, or make a new value.",
    ),
    "runs.hint.not-iterable": Words(
        ja="`{type}` からは、要素を 1 つずつ取り出せません。回数だけ繰り返すなら "
        "`range(...)` を使ってください。",
        en="There are no elements to take from `{type}` one by one. To repeat so many times, use "
        "`range(...)`.",
    ),
    "runs.hint.no-length": Words(
        ja="`{type}` に長さはありません。リストか配列を渡してください。",
        en="`{type}` has no length. Pass a list or an array.",
    ),
    "runs.hint.unhashable": Words(
        ja="`{type}` は、辞書のキーや集合の要素になりません。書き換えられない値"
        "（数、文字列、タプル）を使ってください。",
        en="`{type}` cannot be a key of a dictionary or an element of a set. Use a value that "
        "does not change: a number, a string, a tuple.",
    ),
    "runs.hint.exhausted": Words(
        ja="取り出す要素が、もうありません。`next(...)` の回数と、もとの長さを確かめてください。",
        en="There is no element left to take. Compare the calls of `next(...)` with the length.",
    ),
    "runs.hint.not-in-list": Words(
        ja="その値はリストに入っていません。先に `in` で確かめてください。",
        en="The list does not contain that value. Check with `in` first.",
    ),
    "runs.hint.format": Words(
        ja="`:.2f` などの書式は、1 つの数に使います。配列は `np.round(x, 2)`、"
        "文字列は `float(...)` で数にしてから表示してください。",
        en="A format such as `:.2f` is for a single number. Show an array as `np.round(x, 2)`, "
        "and turn a string into a number with `float(...)`.",
    ),
}
