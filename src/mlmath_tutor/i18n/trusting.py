"""What is said before the programs of a course run that did not come with the app."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "trust.title": Words(
        ja="この講座のプログラムを走らせますか", en="Run the programs of this course?"
    ),
    "trust.course": Words(ja="講座", en="Course"),
    "trust.folder": Words(ja="場所", en="Folder"),
    "trust.programs": Words(ja="中身", en="Programs"),
    "trust.count": Words(
        ja="例と「ためす」の Python プログラム {count} 個、答え合わせに使うコード",
        en="{count} in Python, of examples and explorations; code that checks answers",
    ),
    "trust.new": Words(
        ja="mlmath-tutor に付いている講座ではありません。プログラムは、"
        "このコンピュータで、あなたの権限で動きます。作った人を信頼できるときだけ走らせてください。",
        en="It did not come with mlmath-tutor. Its programs run on this computer with your "
        "rights: agree only if you trust whoever wrote them.",
    ),
    "trust.changed": Words(
        ja="前に許したときから、講座の中身が変わっています。",
        en="The course has changed since you agreed to it.",
    ),
    "trust.limits": Words(ja="制限", en="Limits"),
    "trust.limits.writes-and-tcp": Words(
        ja="{seconds} 秒、メモリ {gigabytes} GB まで。一時フォルダの外への書き込みと、TCP 接続は"
        "できません。ファイルを読むことは止められません。",
        en="{seconds} s and {gigabytes} GB of memory. They cannot write outside a temporary "
        "folder or open TCP connections. They can read your files.",
    ),
    "trust.limits.writes": Words(
        ja="{seconds} 秒、メモリ {gigabytes} GB まで。一時フォルダの外への書き込みはできません。"
        "ファイルを読むことと、ネットワークへの接続は止められません。",
        en="{seconds} s and {gigabytes} GB of memory. They cannot write outside a temporary "
        "folder. They can read your files and use the network.",
    ),
    "trust.limits.none": Words(
        ja="{seconds} 秒、メモリ {gigabytes} GB まで。このシステムでは、ファイルの読み書きも、"
        "ネットワークへの接続も止められません。",
        en="{seconds} s and {gigabytes} GB of memory. On this system they can read and write "
        "your files and use the network.",
    ),
    "trust.without": Words(
        ja="走らせなくても、本文と、記録されている結果はすべて読めます。",
        en="Without it you can read everything, with the results as they were recorded.",
    ),
    "trust.yes": Words(ja="走らせる", en="run them"),
    "trust.no": Words(ja="読むだけにする", en="only read"),
    "trust.prompt": Words(
        ja="走らせるなら y、走らせないなら Enter: ", en="y runs them, Enter does not: "
    ),
    "trust.needed": Words(
        ja="この答えを確かめるには、{folder} の講座のコードを走らせます。許すなら --trust を"
        "付けてください。",
        en="Checking this answer runs code of the course in {folder}. --trust allows it.",
    ),
    "trust.refused": Words(
        ja="走らせませんでした。次に走らせるとき、もう一度ききます。",
        en="Nothing was run. You are asked again when you next run something.",
    ),
}
