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
    "cli.not-written": Words(
        ja="{number} {title} は、まだ書かれていません。",
        en="{number} {title} is not yet written.",
    ),
}
