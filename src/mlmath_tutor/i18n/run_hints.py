"""What common errors of a program mean, and what to do about them.

Python's own message stands above these sentences. A value in backquotes is code.
"""

from __future__ import annotations

from . import Catalogue, Words

_SHAPES: Catalogue = {
    "runs.hint.broadcast": Words(
        ja="{left} と {right} は、要素ごとの計算ができる組み合わせではありません。"
        "形を右端から比べ、どの軸も、長さが等しいか、一方が 1 になるようにしてください。",
        en="{left} and {right} cannot be combined element by element. Compare the shapes from "
        "the right: along each axis the sizes must be equal, or one of them 1.",
    ),
    "runs.hint.matmul": Words(
        ja="行列の積では、左の列数と右の行数が等しくなければなりません。ここでは {columns} と "
        "{rows} です。順序か転置を確かめてください。",
        en="In a matrix product the columns of the left factor must be as many as the rows of "
        "the right one. Here they are {columns} and {rows}. Check the order, or transpose "
        "one.",
    ),
    "runs.hint.product": Words(
        ja="{left} と {right} の積では、内側の 2 つの長さが等しくなければなりません。"
        "順序か転置を確かめてください。",
        en="For the product of {left} and {right} the two inner sizes must be equal. Check the "
        "order, or transpose one.",
    ),
    "runs.hint.sizes": Words(
        ja="長さ {left} と {right} のテンソルは、要素ごとの計算ができません。長さは等しいか、"
        "一方が 1 でなければなりません。",
        en="Tensors of sizes {left} and {right} cannot be combined element by element: the "
        "sizes must be equal, or one of them 1.",
    ),
    "runs.hint.reshape": Words(
        ja="{size} 個の要素は、形 {shape} に並べられません。形の積が {size} になるようにするか、"
        "1 つの軸を -1 にしてください。",
        en="{size} elements do not fill the shape {shape}. The sizes must multiply to {size}; "
        "one of them may be -1.",
    ),
    "runs.hint.truth": Words(
        ja="要素が 2 つ以上の配列は、真とも偽ともいえません。`.any()` か `.all()` を使い、`and` "
        "と `or` の代わりに `&` と `|` を使ってください。",
        en="An array of several elements is neither true nor false. Use `.any()` or `.all()`, "
        "and `&` and `|` instead of `and` and `or`.",
    ),
    "runs.hint.ragged": Words(
        ja="長さの違う列は、1 つの配列にできません。どの行も同じ長さにしてください。",
        en="Sequences of different lengths do not make an array. Give every row the same length.",
    ),
    "runs.hint.concatenate": Words(
        ja="つなげる軸のほかは、すべての配列の長さが等しくなければなりません。`axis` "
        "を確かめてください。",
        en="Apart from the axis along which they are joined, the arrays must have equal sizes. "
        "Check `axis`.",
    ),
    "runs.hint.plot-lengths": Words(
        ja="横軸と縦軸の値の個数が違います（{left} と {right}）。同じ個数にしてください。",
        en="There are not as many x values as y values ({left} and {right}). Make them equal in "
        "number.",
    ),
    "runs.hint.scalar": Words(
        ja="ここでは 1 つの数が必要ですが、配列が渡されました。添字で 1 つ選ぶか、`math` "
        "の代わりに NumPy の関数を使ってください。",
        en="A single number is needed here, and this is an array. Pick one element, or use "
        "NumPy's function instead of the one in `math`.",
    ),
    "runs.hint.index-axis": Words(
        ja="軸 {axis} の長さは {size} です。添字は 0 から数えるので、{index} は範囲の外です。",
        en="Axis {axis} has size {size}, and indices count from 0: {index} lies outside.",
    ),
    "runs.hint.too-many-indices": Words(
        ja="この配列は {dimensions} 次元なのに、添字が {given} 個あります。`.shape` "
        "を確かめてください。",
        en="The array has {dimensions} dimensions, and {given} indices were given. Look at its "
        "`.shape`.",
    ),
    "runs.hint.index-type": Words(
        ja="添字には整数を使います。割り算の結果は実数なので、`//` か `int(...)` "
        "で整数にしてください。",
        en="An index must be an integer. A division gives a float: use `//` or `int(...)`.",
    ),
}

_LIBRARIES: Catalogue = {
    "runs.hint.singular": Words(
        ja="この行列には逆行列がありません。列が 1 次従属です。`np.linalg.lstsq` を使うか、"
        "対角に小さな数を足すことを考えてください。",
        en="This matrix has no inverse: its columns are linearly dependent. Consider "
        "`np.linalg.lstsq`, or adding a small number to the diagonal.",
    ),
    "runs.hint.positive-definite": Words(
        ja="コレスキー分解には、固有値がすべて正の対称行列が必要です。`np.linalg.eigvalsh` "
        "で固有値を見てください。",
        en="A Cholesky factorisation needs a symmetric matrix whose eigenvalues are all "
        "positive. Look at them with `np.linalg.eigvalsh`.",
    ),
    "runs.hint.square": Words(
        ja="この計算には正方行列が必要です。`.shape` を確かめてください。",
        en="This needs a square matrix. Look at its `.shape`.",
    ),
    "runs.hint.one-dimensional": Words(
        ja="scikit-learn の X は「標本 × 特徴」の 2 次元です。特徴が 1 つなら、`X.reshape(-1, "
        "1)` としてください。",
        en="In scikit-learn X has two dimensions, samples by features. With a single feature, "
        "write `X.reshape(-1, 1)`.",
    ),
    "runs.hint.samples": Words(
        ja="X と y の標本の数が違います（{left} と {right}）。同じ数にしてください。",
        en="X and y have different numbers of samples ({left} and {right}). Make them equal.",
    ),
    "runs.hint.not-fitted": Words(
        ja="`{name}` は、まだ学習していません。先に `.fit(...)` を呼んでください。",
        en="`{name}` has not been fitted yet. Call `.fit(...)` first.",
    ),
    "runs.hint.nan": Words(
        ja="データに nan か無限大があります。0 での割り算や、0 "
        "以下の数の対数がないか確かめてください。",
        en="The data contain nan or infinity. Look for a division by 0, or the logarithm of a "
        "number that is not positive.",
    ),
    "runs.hint.requires-grad": Words(
        ja="この値は `requires_grad=True` のテンソルから計算されていないので、"
        "微分するものがありません。パラメータに `requires_grad=True` を付けてください。",
        en="This value was not computed from a tensor with `requires_grad=True`, so there is "
        "nothing to differentiate. Give the parameters `requires_grad=True`.",
    ),
    "runs.hint.backward-twice": Words(
        ja="`backward()` は計算の記録を消します。損失をもう一度計算してから呼んでください。",
        en="`backward()` frees the record of the computation. Compute the loss again before "
        "calling it.",
    ),
    "runs.hint.in-place": Words(
        ja="パラメータの値は、`with torch.no_grad():` の中で書き換えてください。",
        en="Change the values of parameters inside `with torch.no_grad():`.",
    ),
    "runs.hint.detach": Words(
        ja="勾配を記録しているテンソルは、`x.detach().numpy()` で NumPy に渡してください。",
        en="A tensor that records gradients goes to NumPy as `x.detach().numpy()`.",
    ),
    "runs.hint.scalar-loss": Words(
        ja="`backward()` は 1 つの数に対して呼びます。`.mean()` か `.sum()` で 1 "
        "つの数にしてください。",
        en="`backward()` starts from a single number. Make one with `.mean()` or `.sum()`.",
    ),
    "runs.hint.dtype": Words(
        ja="テンソルの型が {left} と {right} で違います。NumPy からは float64 になるので、"
        "`x.float()` でそろえてください。",
        en="The tensors have the types {left} and {right}. What comes from NumPy is float64: "
        "convert it with `x.float()`.",
    ),
    "runs.hint.missing": Words(
        ja="`{library}` が入っていません。`pip install {package}` で入ります。",
        en="`{library}` is not installed. `pip install {package}` installs it.",
    ),
    "runs.hint.module-similar": Words(
        ja="`{name}` というライブラリは見つかりません。`{similar}` でしょうか。",
        en="There is no library called `{name}`. Did you mean `{similar}`?",
    ),
    "runs.hint.submodule": Words(
        ja="`{library}` の中に `{name}` はありません。つづりを確かめてください。",
        en="There is no `{name}` in `{library}`. Check the spelling.",
    ),
    "runs.hint.import-name": Words(
        ja="`{module}` の中に `{name}` はありません。つづりと大文字小文字を確かめてください。",
        en="There is no `{name}` in `{module}`. Check the spelling and the capitals.",
    ),
}

_PYTHON: Catalogue = {
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
        en="A `{type}` is not a function and cannot be called with ( ). For an index use [ ]; "
        "or a value was assigned to the name of a function.",
    ),
    "runs.hint.operand": Words(
        ja="`{left}` と `{right}` の間では、`{operator}` を計算できません。"
        "どちらかの型を変えてください。",
        en="`{operator}` is not defined between `{left}` and `{right}`. Convert one of them.",
    ),
    "runs.hint.text-number": Words(
        ja='文字列に `{type}` は足せません。f 文字列 `f"... {{x}}"` を使うか、`str(x)` '
        "で文字列にしてください。",
        en='A `{type}` cannot be added to a string. Use an f-string, `f"... {{x}}"`, or `str(x)`.',
    ),
    "runs.hint.arguments-missing": Words(
        ja="関数に渡す値が足りません。足りない引数の名前は、上の行にあります。",
        en="The function needs more arguments; the line above names those that are missing.",
    ),
    "runs.hint.arguments-many": Words(
        ja="この関数が受け取る値は {takes} 個ですが、{given} 個渡しました。"
        "名前を付けて渡す引数かもしれません（`axis=0` など）。",
        en="The function takes {takes} positional arguments, and {given} were given. Some may "
        "have to be named, such as `axis=0`.",
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
}

WORDS: Catalogue = _SHAPES | _LIBRARIES | _PYTHON
