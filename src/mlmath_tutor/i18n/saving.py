"""What is said when a figure is saved."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "key.save": Words(ja="図を保存", en="save the figure"),
    "key.format": Words(ja="形式", en="format"),
    "key.which-figure": Words(ja="図を選ぶ", en="which figure"),
    "saving.title": Words(ja="図を保存", en="Save the figure"),
    "saving.which": Words(ja="図 {at} / {count}", en="figure {at} / {count}"),
    "saving.folder": Words(ja="フォルダ", en="Folder"),
    "saving.name": Words(ja="名前", en="Name"),
    "saving.format": Words(ja="形式", en="Format"),
    "saving.png": Words(ja="PNG（画像）", en="PNG (picture)"),
    "saving.svg": Words(ja="SVG（図形）", en="SVG (drawing)"),
    "saving.txt": Words(ja="TXT（文字）", en="TXT (characters)"),
    "saving.text-only": Words(
        ja="試した行で描いた図は、TXT でだけ保存できます。",
        en="A figure drawn by a line you tried can be saved as TXT only.",
    ),
    "saving.runs": Words(
        ja="PNG と SVG は、プログラムをもう一度走らせて描きます。",
        en="For PNG and SVG the program is run once more.",
    ),
    "saving.under-way": Words(ja="保存中 {seconds} 秒", en="saving {seconds} s"),
    "saving.no-name": Words(ja="名前を入れてください。", en="Type a name."),
    "saving.unknown-format": Words(
        ja="名前の終わりを {formats} のどれかにしてください。",
        en="End the name with one of {formats}.",
    ),
    "saving.is-folder": Words(
        ja="{path} はフォルダです。ファイルの名前を続けてください。",
        en="{path} is a folder. Add the name of a file.",
    ),
    "saving.no-folder": Words(
        ja="{folder} というフォルダはありません。",
        en="There is no folder {folder}.",
    ),
    "saving.exists": Words(
        ja="{name} はもうあります。↵ をもう一度押すと、置きかえます。",
        en="There is already a file {name}. Press ↵ once more to replace it.",
    ),
    "saving.not-written": Words(
        ja="{path} に書けません（{why}）。名前かフォルダを変えてください。",
        en="{path} cannot be written ({why}). Change the name or the folder.",
    ),
    "saving.not-drawn": Words(
        ja="もう一度走らせたところ、この図は描かれませんでした。TXT なら、いまの図を保存できます。",
        en="Run once more, the program did not draw this figure. TXT saves the one shown.",
    ),
    "saving.not-run": Words(
        ja="プログラムを走らせられません（{why}）。TXT なら保存できます。",
        en="The program cannot be run ({why}). TXT can be saved.",
    ),
    "saving.done": Words(ja="保存しました。\n{path}", en="Saved.\n{path}"),
}
