"""What errors of libraries mean: linear algebra, scikit-learn, PyTorch, plots, imports."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
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
    "runs.hint.linear": Words(
        ja="この層が受け取る特徴は {expects} 個ですが、入力の最後の軸の長さは {given} です。"
        "入力を直すか、層を `nn.Linear({given}, …)` にしてください。",
        en="The layer takes {expects} features, and the last axis of the input has size {given}. "
        "Change the input, or make the layer `nn.Linear({given}, …)`.",
    ),
    "runs.hint.channels": Words(
        ja="畳み込み層が受け取るチャネルは {expects} 個ですが、入力は {given} 個です。"
        "画像の形は「枚数 × チャネル × 縦 × 横」です。",
        en="The convolution takes {expects} channels, and the input has {given}. Images have the "
        "shape number × channels × height × width.",
    ),
    "runs.hint.features": Words(
        ja="学習に使った特徴は {expects} 個ですが、ここでは {given} 個です。学習のときと同じ列を"
        "渡してください。",
        en="The model was fitted with {expects} features, and here there are {given}. Pass the "
        "same columns as in `.fit(...)`.",
    ),
    "runs.hint.one-class": Words(
        ja="y に入っているクラスが 1 つだけなので、分類を学習できません。y の値を表示して"
        "確かめてください。",
        en="There is only one class in y, so there is nothing to tell apart. Print the values "
        "of y.",
    ),
    "runs.hint.classes": Words(
        ja="分類の y には、クラスの番号（0、1、2 など）が要ります。連続した値を予測するなら、"
        "回帰のモデルを使ってください。",
        en="A classifier needs class numbers in y, such as 0, 1, 2. To predict a continuous "
        "value, use a regression model.",
    ),
    "runs.hint.text-data": Words(
        ja="データに文字列が混じっています。数に直してから渡してください。カテゴリなら "
        "`OneHotEncoder` が使えます。",
        en="There are strings among the data. Turn them into numbers first; for categories use "
        "`OneHotEncoder`.",
    ),
    "runs.hint.labels": Words(
        ja="交差エントロピーの正解は、クラスの番号（整数）で渡します。`y.long()` としてください。",
        en="The targets of a cross entropy are class numbers, so integers: write `y.long()`.",
    ),
    "runs.hint.labels-range": Words(
        ja="正解の番号 {given} が、クラスの数を超えています。番号は 0 から数え、最後は"
        "「出力の個数 − 1」です。",
        en="The class number {given} lies outside: classes count from 0, and the last is the "
        "number of outputs minus 1.",
    ),
    "runs.hint.between": Words(
        ja="`binary_cross_entropy` の入力は、0 以上 1 以下の確率です。`torch.sigmoid` "
        "を通すか、`binary_cross_entropy_with_logits` を使ってください。",
        en="`binary_cross_entropy` takes probabilities from 0 to 1. Apply `torch.sigmoid`, or use "
        "`binary_cross_entropy_with_logits`.",
    ),
    "runs.hint.float-needed": Words(
        ja="整数のテンソルでは計算できません。`x.float()` とするか、`torch.tensor([1.0, 2.0])` "
        "のように実数で作ってください。",
        en="This does not work on a tensor of integers. Write `x.float()`, or make it of floats: "
        "`torch.tensor([1.0, 2.0])`.",
    ),
    "runs.hint.tensor-needed": Words(
        ja="ここにはテンソルが必要ですが、`{type}` が渡されました。`torch.tensor(...)` で"
        "テンソルにしてください。",
        en="A tensor is needed here, and `{type}` was given. Make one: `torch.tensor(...)`.",
    ),
    "runs.hint.item": Words(
        ja="1 つの数に直せるのは、要素が 1 個のテンソルだけです。すべての値なら `.tolist()` を"
        "使ってください。",
        en="Only a tensor with a single element becomes a number. For all the values use "
        "`.tolist()`.",
    ),
    "runs.hint.grad-none": Words(
        ja="`.grad` は、`backward()` を呼ぶまで `None` です。"
        "途中の計算結果の `.grad` も残りません。",
        en="`.grad` is `None` until `backward()` has been called, and stays so for intermediate "
        "results.",
    ),
    "runs.hint.modified": Words(
        ja="微分に必要な値が、`+=` などでその場で書き換えられています。`z = z + 1` "
        "のように新しいテンソルにしてください。",
        en="A value needed for the gradient was changed in place, by `+=` or the like. Make a "
        "new tensor: `z = z + 1`.",
    ),
    "runs.hint.no-parameters": Words(
        ja="最適化するパラメータが 1 つもありません。`model.parameters()` を渡し、モデルの層を "
        "`self.` に入れているか確かめてください。",
        en="There are no parameters to optimise. Pass `model.parameters()`, and see that the "
        "model keeps its layers in `self.`",
    ),
    "runs.hint.super-init": Words(
        ja="`nn.Module` の `__init__` では、初めに `super().__init__()` を呼んでください。",
        en="In the `__init__` of an `nn.Module`, call `super().__init__()` first.",
    ),
    "runs.hint.no-convergence": Words(
        ja="計算が収束しませんでした。行列に nan や無限大が入っていないか確かめてください。",
        en="The computation did not converge. Look for nan or infinity in the matrix.",
    ),
    "runs.hint.bracketing": Words(
        ja="区間の両端で、関数の符号が逆でなければなりません。図をかいて、"
        "符号が変わる区間を選んでください。",
        en="The function must have opposite signs at the two ends. Plot it, and choose an "
        "interval in which the sign changes.",
    ),
    "runs.hint.probabilities": Words(
        ja="`p` の和が 1 ではありません。`p / p.sum()` としてください。",
        en="The entries of `p` do not sum to 1. Use `p / p.sum()`.",
    ),
    "runs.hint.mean-cov": Words(
        ja="平均ベクトルの長さと、共分散行列の大きさが合いません。d 次元なら、長さ d と d×d です。",
        en="The length of the mean and the size of the covariance matrix differ. In d dimensions "
        "they are d and d×d.",
    ),
    "runs.hint.negative-scale": Words(
        ja="標準偏差や尺度（`scale`）は 0 以上でなければなりません。",
        en="A standard deviation or scale (`scale`) cannot be negative.",
    ),
    "runs.hint.low-high": Words(
        ja="範囲の下端は、上端より小さくなければなりません。上端の値そのものは含まれません。",
        en="The lower end of the range must be below the upper end, which is itself left out.",
    ),
    "runs.hint.plot-sizes": Words(
        ja="横軸と縦軸の値の個数が違います。同じ個数にしてください。",
        en="There are not as many x values as y values. Make them equal in number.",
    ),
    "runs.hint.colour": Words(
        ja="その色の名前はありません。`red`、`tab:blue`、`#1f77b4`、`C0` などが使えます。",
        en="There is no colour of that name. Use `red`, `tab:blue`, `#1f77b4` or `C0`.",
    ),
    "runs.hint.import-similar": Words(
        ja="`{module}` の中に `{name}` はありません。`{similar}` でしょうか。",
        en="There is no `{name}` in `{module}`. Did you mean `{similar}`?",
    ),
}
