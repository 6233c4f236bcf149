"""Words for describing figures."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    # What is being spoken of.
    "figures.named": Words("「{name}」", "“{name}”"),
    "figures.line": Words("線", "the line"),
    "figures.line-n": Words("線 {n}", "line {n}"),
    "figures.points": Words("点", "the points"),
    "figures.points-n": Words("点の組 {n}", "point set {n}"),
    "figures.bars": Words("棒", "the bars"),
    "figures.bars-n": Words("棒の組 {n}", "bar set {n}"),
    "figures.band": Words("帯", "the band"),
    "figures.band-n": Words("帯 {n}", "band {n}"),
    "figures.horizontal-at": Words("y = {y} の横線", "the horizontal line y = {y}"),
    "figures.vertical-at": Words("x = {x} の縦線", "the vertical line x = {x}"),
    # The figure and its axes.
    "figures.title": Words("図の題は「{title}」です。", "The figure is titled “{title}”."),
    "figures.panel": Words("{count} 枚のうち {n} 枚目の図です。", "Panel {n} of {count}."),
    "figures.panel-titled": Words(
        "{count} 枚のうち {n} 枚目の図で、題は「{title}」です。", "Panel {n} of {count}: “{title}”."
    ),
    "figures.x-axis": Words(
        "横軸は{label}で、{low} から {high} までです。",
        "The horizontal axis is {label}, from {low} to {high}.",
    ),
    "figures.x-axis-log": Words(
        "横軸は{label}で、{low} から {high} まで、対数目盛です。",
        "The horizontal axis is {label}, from {low} to {high} on a logarithmic scale.",
    ),
    "figures.y-axis": Words(
        "縦軸は{label}で、{low} から {high} までです。",
        "The vertical axis is {label}, from {low} to {high}.",
    ),
    "figures.y-axis-log": Words(
        "縦軸は{label}で、{low} から {high} まで、対数目盛です。",
        "The vertical axis is {label}, from {low} to {high} on a logarithmic scale.",
    ),
    "figures.right-axis": Words(
        "右の縦軸は{label}で、{low} から {high} までです。",
        "The right axis is {label}, from {low} to {high}.",
    ),
    "figures.right-axis-log": Words(
        "右の縦軸は{label}で、{low} から {high} まで、対数目盛です。",
        "The right axis is {label}, from {low} to {high} on a logarithmic scale.",
    ),
    "figures.x-labels": Words(
        "横軸には{labels}が並びます。", "Along the horizontal axis stand {labels}."
    ),
    "figures.y-labels": Words(
        "縦軸には{labels}が並びます。", "Along the vertical axis stand {labels}."
    ),
    "figures.empty": Words("データはまだ描かれていません。", "Nothing is drawn in it."),
    # Lines.
    "figures.constant": Words("{name}は {y} のまま変わりません。", "{Name} stays at {y}."),
    "figures.rises": Words(
        "{name}は x = {x0} の {y0} から x = {x1} の {y1} まで、ずっと増えます。",
        "{Name} rises all the way, from {y0} at x = {x0} to {y1} at x = {x1}.",
    ),
    "figures.falls": Words(
        "{name}は x = {x0} の {y0} から x = {x1} の {y1} まで、ずっと減ります。",
        "{Name} falls all the way, from {y0} at x = {x0} to {y1} at x = {x1}.",
    ),
    "figures.varies": Words(
        "{name}は x = {x0} の {y0} から x = {x1} の {y1} まで続き、"
        "最大は x = {xhigh} の {yhigh}、最小は x = {xlow} の {ylow} です。",
        "{Name} runs from {y0} at x = {x0} to {y1} at x = {x1}; "
        "its highest value is {yhigh} at x = {xhigh}, its lowest {ylow} at x = {xlow}.",
    ),
    "figures.path": Words(
        "{name}は ({x0}, {y0}) から ({x1}, {y1}) へ進む道すじです。",
        "{Name} is a path from ({x0}, {y0}) to ({x1}, {y1}).",
    ),
    "figures.closed": Words(
        "{name}は閉じた曲線で、x は {xlow} から {xhigh}、y は {ylow} から {yhigh} にわたります。",
        "{Name} is a closed curve; x reaches from {xlow} to {xhigh}, y from {ylow} to {yhigh}.",
    ),
    "figures.power": Words(
        "両対数の目盛では、{name}は傾き {slope} のほぼ直線です。",
        "On these logarithmic axes {name} is nearly a straight line of slope {slope}.",
    ),
    "figures.exponential": Words(
        "縦軸が対数の目盛では、{name}はほぼ直線で、x が 1 増えるごとに {factor} 倍になります。",
        "On this logarithmic axis {name} is nearly straight: "
        "each step of 1 in x multiplies it by {factor}.",
    ),
    "figures.cross": Words(
        "{one}と{other}は x = {places} で交わります。", "{One} and {other} cross at x = {places}."
    ),
    "figures.cross-often": Words(
        "{one}と{other}は {count} 回交わり、最初は x = {first} です。",
        "{One} and {other} cross {count} times, first at x = {first}.",
    ),
    # Points, bars, areas.
    "figures.one-point": Words("{name}は ({x}, {y}) にあります。", "{Name}: at ({x}, {y})."),
    "figures.this-point": Words(
        "印の点は ({x}, {y}) にあります。", "One point is marked at ({x}, {y})."
    ),
    "figures.cloud": Words(
        "{name}は {count} 個で、x は {xlow} から {xhigh}、y は {ylow} から {yhigh} です。",
        "{Name}, {count} in number: x from {xlow} to {xhigh}, y from {ylow} to {yhigh}.",
    ),
    "figures.correlation": Words("その相関係数は {r} です。", "Their correlation is {r}."),
    "figures.histogram": Words(
        "{name}は {count} 区間のヒストグラムで、{start} から {end} にわたり、"
        "いちばん高いのは {low} から {high} の区間の {top} です。",
        "{Name} form a histogram of {count} bins from {start} to {end}; "
        "the highest, from {low} to {high}, reaches {top}.",
    ),
    "figures.histogram-named": Words(
        "{name}は {count} 区間のヒストグラムで、{start} から {end} にわたり、"
        "いちばん高いのは {low} から {high} の区間の {top} です。",
        "{Name} is a histogram of {count} bins from {start} to {end}; "
        "the highest, from {low} to {high}, reaches {top}.",
    ),
    "figures.bar-extremes": Words(
        "{name}は {count} 本で、最大は{most}の {high}、最小は{least}の {low} です。",
        "{Name}, {count} in number: the largest is {most} with {high}, "
        "the smallest {least} with {low}.",
    ),
    "figures.bar-one": Words(
        "{name}は{most}の {high} だけです。", "{Name}: {most} alone, with {high}."
    ),
    "figures.band-width": Words(
        "{name}の幅は x = {x0} で {w0}、x = {x1} で {w1} です。",
        "{Name} is {w0} wide at x = {x0} and {w1} at x = {x1}.",
    ),
    "figures.area": Words(
        "塗られた領域があり、x は {xlow} から {xhigh}、y は {ylow} から {yhigh} です。",
        "An area is filled; x reaches from {xlow} to {xhigh}, y from {ylow} to {yhigh}.",
    ),
    "figures.segments": Words(
        "短い線分が {count} 本あります。", "There are {count} short segments."
    ),
    "figures.segments-one": Words("短い線分が 1 本あります。", "There is one short segment."),
    "figures.arrows": Words("矢印が {count} 本あります。", "There are {count} arrows."),
    "figures.arrows-one": Words(
        "({x0}, {y0}) から ({x1}, {y1}) へ矢印があります。",
        "An arrow goes from ({x0}, {y0}) to ({x1}, {y1}).",
    ),
    "figures.reference": Words("{line}があります。", "There is {line}."),
    "figures.text": Words(
        "({x}, {y}) に「{text}」と書かれています。", "At ({x}, {y}) it says “{text}”."
    ),
    # Grids.
    "figures.heat": Words(
        "{rows} 行 {columns} 列の値の地図で、最小 {low} は ({xlow}, {ylow})、"
        "最大 {high} は ({xhigh}, {yhigh}) にあります。",
        "A map of {rows} by {columns} values: the lowest, {low}, is at ({xlow}, {ylow}), "
        "the highest, {high}, at ({xhigh}, {yhigh}).",
    ),
    "figures.contours": Words(
        "高さ {levels} の等高線です。", "Contour lines at the levels {levels}."
    ),
    "figures.contour-one": Words("高さ {levels} の等高線です。", "One contour line, at {levels}."),
    "figures.bands": Words(
        "等高線で塗り分けた図で、高さは {low} からで、{count} 段あります。",
        "Filled contours in {count} bands, from the level {low} up.",
    ),
    "figures.image": Words(
        "{width} × {height} 画素の画像です。", "An image of {width} by {height} pixels."
    ),
    "figures.raster": Words(
        "この部分はことばにできないので、絵のまま示しています。",
        "This part has no words; it is shown as a picture.",
    ),
}
