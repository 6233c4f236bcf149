"""What the headless commands say."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "cli.no-course": Words(
        ja="講座が見つかりません。`--course DIR` で指定してください。探した場所:\n{places}",
        en="No course was found. Name one with `--course DIR`. Places looked at:\n{places}",
    ),
    "cli.broken-course": Words(
        ja="講座を読み込めません。次を直してください（全部は `mlmath check` で）。\n{findings}",
        en="The course cannot be read. Mend these (`mlmath check` lists all):\n{findings}",
    ),
    "cli.no-section": Words(
        ja="「{name}」という節も章もありません。`mlmath list` で一覧を見られます。",
        en="There is no section or chapter `{name}`. `mlmath list` shows them all.",
    ),
    "cli.no-terminal": Words(
        ja="アプリは端末の中で開きます。端末でない場所では `mlmath --help` の語を使ってください。",
        en="The app needs a terminal. Elsewhere use one of the words of `mlmath --help`.",
    ),
    "cli.not-written": Words(
        ja="{number} {title} は、まだ書かれていません。",
        en="{number} {title} is not yet written.",
    ),
    "cli.variants": Words(ja="（値の組 {count} 通り）", en="({count} variants)"),
    "cli.too-narrow": Words(
        ja="幅は {least} 以上にしてください。", en="The width must be at least {least}."
    ),
    "doctor.small": Words(
        ja="{columns}×{rows} あると読みやすくなります。",
        en="{columns}×{rows} is comfortable to read in.",
    ),
    "doctor.wide": Words(
        ja="この端末は曖昧な幅の文字を 2 桁で表示します。"
        "1 桁にする設定があれば、そのほうが整います。",
        en="This terminal shows ambiguous characters two cells wide; "
        "one cell, if there is such a setting, looks better.",
    ),
    "doctor.combining": Words(
        ja="この端末は、文字の上の記号（x̄ など）を別の桁に表示します。"
        'settings.toml に glyphs = "ascii" と書くと、数式がそろいます。',
        en="This terminal shows marks such as that of x̄ in a cell of their own; "
        'glyphs = "ascii" in settings.toml keeps formulas in line.',
    ),
    "doctor.encoding": Words(
        ja="LANG=C.UTF-8 などで UTF-8 にしてください。",
        en="Set the locale to UTF-8, for example LANG=C.UTF-8.",
    ),
    "doctor.missing": Words(ja="入っていません", en="not installed"),
    "doctor.install": Words(ja="pip install {name}", en="pip install {name}"),
    "doctor.optional": Words(
        ja="pip install {name}（これを使う例だけが動きません。ほかは動きます）",
        en="pip install {name} (only the examples that use it need it)",
    ),
    "doctor.folder": Words(
        ja="`--home DIR` か MLMATH_HOME で、書き込めるフォルダを指定してください。",
        en="Name a folder that can be written to with `--home DIR` or MLMATH_HOME.",
    ),
    "doctor.course": Words(
        ja="{sections} 節のうち {written} 節", en="{written} of {sections} sections"
    ),
    "doctor.findings": Words(
        ja="{count} 件の誤りがあります。`mlmath check` で場所がわかります。",
        en="{count} faults; `mlmath check` says where.",
    ),
    "doctor.worker": Words(
        ja="例を走らせるプロセスを始められません。"
        "`python -c 'print(1)'` が動くか確かめてください。",
        en="The process that runs examples does not start. Does `python -c 'print(1)'` work?",
    ),
}
