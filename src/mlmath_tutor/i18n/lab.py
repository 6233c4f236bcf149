"""What the lab says."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "lab.title": Words(ja="実験室", en="Lab"),
    "lab.from": Words(ja="{number} から", en="from {number}"),
    "lab.edited": Words(ja="（手を加えた版）", en=", edited"),
    "lab.line": Words(ja="{line} 行目", en="line {line}"),
    "lab.output": Words(ja="出力", en="Output"),
    "lab.variables": Words(ja="変数", en="Variables"),
    "lab.empty": Words(
        ja="Python を書くか、ctrl+o で元のコードを出してください。",
        en="Type Python, or press ctrl+o for the original.",
    ),
    "lab.not-run": Words(
        ja="ctrl+r で走らせると、出力と変数がここに出ます。",
        en="ctrl+r runs it; output and variables appear here.",
    ),
    "lab.no-output": Words(ja="出力はありません。", en="It wrote nothing."),
    "lab.no-figure": Words(
        ja="この実行で描いた図はありません。", en="This run has drawn no figure."
    ),
    "lab.figure": Words(ja="図 {at} / {count}", en="Figure {at} / {count}"),
    "lab.against-last": Words(ja="前の実行とくらべて", en="Against the last run"),
    "lab.ask-original": Words(
        ja="元のコードに戻しますか。手を加えた版は ctrl+z で取り戻せます。",
        en="Go back to the original? ctrl+z brings your version back.",
    ),
    "key.try-line": Words(ja="試す", en="try"),
    "key.line-before": Words(ja="前の行", en="earlier lines"),
    "key.complete": Words(ja="名前を補う", en="complete the name"),
    "key.scratch": Words(ja="1 行試す", en="try a line"),
    "scratch.placeholder": Words(
        ja="変数を使って 1 行試す。式なら値が出ます", en="try a line with these variables"
    ),
    "scratch.gone": Words(
        ja="このプログラムのプロセスは終わりました。ctrl+r で走らせると、また試せます。",
        en="The program's process has ended. ctrl+r runs it again; then you can try lines.",
    ),
    "lab.own-version": Words(
        ja="e で、手を加えた版が開きます。", en="e opens the version you edited."
    ),
}
