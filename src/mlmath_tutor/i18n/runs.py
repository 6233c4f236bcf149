"""What the runner says about a program: how it was stopped, how its process died."""

from __future__ import annotations

from . import Catalogue, Words, run_hints

_LIMITS: Catalogue = {
    "runs.limit.time": Words(
        ja="時間の上限に達したので、{line} 行目で止めました。終わらない繰り返しがないか、"
        "回数が多すぎないかを確かめてください。",
        en="Stopped at line {line}: the time limit was reached. Look for a loop that does not "
        "end, or that has too many rounds.",
    ),
    "runs.limit.time.no-line": Words(
        ja="時間の上限に達したので、止めました。終わらない繰り返しがないか、"
        "回数が多すぎないかを確かめてください。",
        en="Stopped: the time limit was reached. Look for a loop that does not end, or that has "
        "too many rounds.",
    ),
    "runs.limit.time.short": Words(ja="止めた: 時間の上限", en="stopped: time limit"),
    "runs.limit.memory": Words(
        ja="{line} 行目で、使えるメモリの上限を超えました。配列の形が思ったより大きくないか、"
        "たまり続けるリストがないかを確かめてください。",
        en="Line {line} asked for more memory than a program may use. Look for an array larger "
        "than you meant, or a list that keeps growing.",
    ),
    "runs.limit.memory.no-line": Words(
        ja="使えるメモリの上限を超えました。配列の形が思ったより大きくないか、"
        "たまり続けるリストがないかを確かめてください。",
        en="The program asked for more memory than it may use. Look for an array larger than "
        "you meant, or a list that keeps growing.",
    ),
    "runs.limit.memory.short": Words(ja="止めた: メモリの上限", en="stopped: memory limit"),
    "runs.limit.output": Words(
        ja="出力が多すぎるので、{line} 行目で止めました。繰り返しの中の `print` "
        "を減らしてください。",
        en="Stopped at line {line}: too much output. Print less often inside the loop.",
    ),
    "runs.limit.output.no-line": Words(
        ja="出力が多すぎるので、止めました。繰り返しの中の `print` を減らしてください。",
        en="Stopped: too much output. Print less often inside the loop.",
    ),
    "runs.limit.output.short": Words(ja="止めた: 出力の上限", en="stopped: output limit"),
    "runs.limit.figures": Words(
        ja="図が多すぎるので、{line} 行目で止めました。繰り返しの外で 1 回だけ `plt.show()` "
        "を呼ぶと、1 枚の図にまとまります。",
        en="Stopped at line {line}: too many figures. Calling `plt.show()` once, after the "
        "loop, puts everything into one figure.",
    ),
    "runs.limit.figures.no-line": Words(
        ja="図が多すぎるので、止めました。繰り返しの外で 1 回だけ `plt.show()` を呼ぶと、1 "
        "枚の図にまとまります。",
        en="Stopped: too many figures. Calling `plt.show()` once, after the loop, puts "
        "everything into one figure.",
    ),
    "runs.limit.figures.short": Words(ja="止めた: 図の上限", en="stopped: too many figures"),
    "runs.limit.cancelled": Words(
        ja="{line} 行目で止めました。",
        en="Stopped at line {line}, as you asked.",
    ),
    "runs.limit.cancelled.no-line": Words(ja="止めました。", en="Stopped, as you asked."),
    "runs.limit.cancelled.short": Words(ja="止めた", en="stopped"),
    "runs.dropped": Words(
        ja="出力が多いので、残りの {count} 文字は表示していません。",
        en="There was more output; {count} characters are not shown.",
    ),
}

_COMMAND: Catalogue = {
    "runs.needs": Words(
        ja="{library} が必要です: pip install {package}",
        en="needs {library}: pip install {package}",
    ),
    "runs.no-program": Words(
        ja="「{name}」という例はありません。`mlmath list` で一覧を見られます。ファイルなら、"
        "名前は .py で終わります。",
        en="There is no example `{name}`. `mlmath list` shows them all; a file ends with .py.",
    ),
    "runs.no-file": Words(
        ja="{name} を読めません ({why})。",
        en="{name} cannot be read ({why}).",
    ),
    "runs.set.form": Words(
        ja="「{text}」は NAME=VALUE の形ではありません。`--set sigma=0.5` のように書いてください。",
        en="`{text}` is not of the form NAME=VALUE. Write, for example, `--set sigma=0.5`.",
    ),
    "runs.set.program": Words(
        ja="プログラムが Python として読めないので、値を変えられません。",
        en="The program cannot be read as Python, so no value can be set.",
    ),
    "runs.set.missing": Words(
        ja="`{name}` に数や文字列を代入している行がありません。変えられるのは: {names}",
        en="No line at the top level gives `{name}` a plain value. These can be set: {names}",
    ),
    "runs.set.kind": Words(
        ja="`{name}` に別の種類の値は入れられません。数は数、文字列は文字列、True と False は "
        "True と False に変えてください。",
        en="`{name}` takes a value of the kind it has: a number, a string, or True and False.",
    ),
    "runs.set.lines": Words(
        ja="`{name}` の値は複数の行にわたっているので、変えられません。",
        en="The value of `{name}` goes over several lines and cannot be set.",
    ),
}

_PROCESSES: Catalogue = {
    "runs.process.segfault": Words(
        ja="Python のプロセスが落ちました ({signal})。C で書かれたライブラリが、"
        "自分のものでないメモリに触れました。",
        en="The Python process died ({signal}): a library written in C touched memory that is "
        "not its own.",
    ),
    "runs.process.aborted": Words(
        ja="Python のプロセスが落ちました ({signal})。C で書かれたライブラリが、"
        "続けられないと判断しました。",
        en="The Python process died ({signal}): a library written in C gave up.",
    ),
    "runs.process.arithmetic": Words(
        ja="Python のプロセスが落ちました ({signal})。C で書かれたライブラリの中で、"
        "整数の割り算が失敗しました。",
        en="The Python process died ({signal}): an integer division failed inside a library "
        "written in C.",
    ),
    "runs.process.killed": Words(
        ja="Python のプロセスが、外から止められました ({signal})。多くの場合、"
        "コンピュータのメモリが足りないためです。",
        en="The Python process was killed from outside ({signal}), most often because the "
        "computer ran out of memory.",
    ),
    "runs.process.signal": Words(
        ja="Python のプロセスが、シグナル {signal} で終わりました。",
        en="The Python process was ended by the signal {signal}.",
    ),
    "runs.process.exited": Words(
        ja="プログラムは途中でいきなり終わりました（終了コード {status}）。`os._exit` "
        "は後始末をせずに終わります。`sys.exit` を使ってください。",
        en="The program ended all at once (exit status {status}). `os._exit` ends without "
        "tidying up; use `sys.exit`.",
    ),
    "runs.process.lost": Words(
        ja="プログラムを見守るプロセスが止められたので、実行を終えました。もう一度実行できます。",
        en="The process that watches over the program was killed, so the run is over. You can "
        "run it again.",
    ),
    "runs.process.channel": Words(
        ja="プログラムが、実行の仕組みが使う通信路に書き込んだので、止めました。"
        "自分で開いていないファイル番号には書き込まないでください。",
        en="Stopped: the program wrote to the channel that the runner itself uses. Write only "
        "to descriptors that you have opened.",
    ),
    "runs.process.start": Words(
        ja="Python のプロセスを始められませんでした。`mlmath doctor` で原因を調べられます。",
        en="The Python process could not begin. `mlmath doctor` looks for the cause.",
    ),
}

_SAVED: Catalogue = {
    "runs.saved.glyphs": Words(
        ja="図に、このコンピュータのどのフォントにもない文字があり、保存した図では四角に"
        "なっています。日本語なら、Noto Sans CJK JP などのフォントを入れると直ります。",
        en="The figure has characters that no font on this computer can draw: they are boxes "
        "in the file. For Japanese, install a font such as Noto Sans CJK JP.",
    ),
}

WORDS: Catalogue = _LIMITS | _COMMAND | _PROCESSES | _SAVED | run_hints.WORDS
