"""What errors about shapes, indices and types of arrays mean."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
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
        en="Dimensions of the array: {dimensions}; indices given: {given}. Look at its `.shape`.",
    ),
    "runs.hint.index-type": Words(
        ja="添字には整数を使います。割り算の結果は実数なので、`//` か `int(...)` "
        "で整数にしてください。",
        en="An index must be an integer. A division gives a float: use `//` or `int(...)`.",
    ),
    "runs.hint.into": Words(
        ja="形 {given} の値は、形 {place} の場所に入りません。"
        "左辺と右辺の `.shape` を比べてください。",
        en="A value of shape {given} does not fit into a place of shape {place}. Compare the "
        "`.shape` of both sides.",
    ),
    "runs.hint.join-dimensions": Words(
        ja="つなげる配列の次元の数が違います（{left} 次元と {right} 次元）。1 次元の配列は "
        "`x[:, None]` で縦の列に、`x[None, :]` で横の行になります。",
        en="The arrays to be joined have {left} and {right} dimensions. `x[:, None]` makes a "
        "column of a one-dimensional array, `x[None, :]` a row.",
    ),
    "runs.hint.mask": Words(
        ja="条件の配列（長さ {given}）と、選ばれる配列（軸 {axis} の長さ {size}）の長さが違います。"
        "同じ配列から作った条件を使ってください。",
        en="The condition has length {given}, and axis {axis} of the array has size {size}. Make "
        "the condition from an array of the same length.",
    ),
    "runs.hint.axis": Words(
        ja="軸 {axis} はありません。軸は 0 から数えるので、{dimensions} 次元の配列の最後の軸は "
        "`axis=-1` です。",
        en="There is no axis {axis}: axes count from 0, and the array has {dimensions} of them. "
        "The last one is `axis=-1`.",
    ),
    "runs.hint.dimension": Words(
        ja="軸 {axis} はありません。使えるのは {first} から {last} までです。`.shape` "
        "を確かめてください。",
        en="There is no axis {axis}; axes from {first} to {last} exist. Look at the `.shape`.",
    ),
    "runs.hint.einsum": Words(
        ja="`einsum` で同じ文字を付けた軸の長さが違います。{shapes} を、"
        "文字と 1 つずつ照らし合わせてください。",
        en="Axes with the same letter in `einsum` have different sizes. Go through {shapes} "
        "letter by letter.",
    ),
    "runs.hint.shape-tuple": Words(
        ja="配列の形は、1 つの組で渡します。かっこを二重にして `np.zeros((2, 3))` "
        "のように書いてください。",
        en="The shape of an array is one tuple: double the brackets, as in `np.zeros((2, 3))`.",
    ),
    "runs.hint.cast-in-place": Words(
        ja="整数の配列に、実数の結果をその場で書き込めません。`x = x + 0.5` "
        "のように新しい配列にするか、初めに `x.astype(float)` としてください。",
        en="An array of integers cannot take a float result in place. Write `x = x + 0.5` to "
        "make a new array, or begin with `x.astype(float)`.",
    ),
    "runs.hint.integer-power": Words(
        ja="整数の配列は、負の整数乗にできません。`x.astype(float) ** -1` か `1 / x` "
        "としてください。",
        en="An array of integers has no negative integer powers. Write `x.astype(float) ** -1`, "
        "or `1 / x`.",
    ),
    "runs.hint.array-of-text": Words(
        ja="この型の配列どうしは計算できません。`.dtype` を見てください。数字の文字列なら "
        "`x.astype(float)` で数になります。",
        en="Arrays of these types cannot be combined. Look at `.dtype`; strings of digits become "
        "numbers with `x.astype(float)`.",
    ),
    "runs.hint.read-only": Words(
        ja="この配列は書き換えられません。`x = x.copy()` として、写しを書き換えてください。",
        en="This array cannot be written to. Take a copy first: `x = x.copy()`.",
    ),
    "runs.hint.empty": Words(
        ja="要素が 1 つもないものの最大・最小は決まりません。空になっていないか、長さを表示して"
        "確かめてください。",
        en="Nothing has no largest or smallest element. Print the length: the sequence is empty.",
    ),
    "runs.hint.list-array": Words(
        ja="リストに `{name}` はありません。`np.array(...)` で配列にしてから使ってください。",
        en="A list has no `{name}`. Make an array of it first: `np.array(...)`.",
    ),
    "runs.hint.array-append": Words(
        ja="配列の長さは変えられません。リストに `append` していって最後に `np.array(...)` "
        "とするか、`np.append(x, 値)` で新しい配列を作ってください。",
        en="An array keeps its length. Append to a list and make it an array at the end, or make "
        "a new array with `np.append(x, value)`.",
    ),
    "runs.hint.list-arithmetic": Words(
        ja="リストは要素ごとの計算をしません。`np.array(...)` で配列にすると、`{operator}` "
        "が要素ごとに働きます。",
        en="Lists are not computed with element by element. Make an array, `np.array(...)`; then "
        "`{operator}` works on each element.",
    ),
    "runs.hint.list-times": Words(
        ja="リストや文字列に掛けられるのは整数だけで、くり返しになります。要素ごとに掛けるなら、"
        "`np.array(...)` で配列にしてください。",
        en="A list or a string can only be repeated a whole number of times. To multiply each "
        "element, make an array: `np.array(...)`.",
    ),
}
