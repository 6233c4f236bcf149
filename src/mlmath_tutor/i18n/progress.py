"""What is said about a learner's progress: where to go on, what happened to the file, how far."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "resume.course-begins": Words(ja="講座はここから始まります。", en="The course begins here."),
    "resume.next-in-course": Words(ja="講座の次の節です。", en="Next in the course."),
    "resume.quiz-next": Words(
        ja="この節は読み終えました。次は節の問題 {count} 問です。",
        en="You have read this section. Its {count} questions are next.",
    ),
    "resume.all-done": Words(
        ja="書かれている節は、すべて読み終えました。",
        en="You have read every section there is.",
    ),
    "resume.quiz": Words(
        ja="問題の途中です。{total} 問のうち {answered} 問に答えました。",
        en="You left the quiz with {answered} of {total} questions answered.",
    ),
    "resume.practice": Words(
        ja="練習の途中です。{total} 問のうち {answered} 問に答えました。",
        en="You left the practice with {answered} of {total} questions answered.",
    ),
    "resume.chapter-quiz-next": Words(
        ja="この章はすべて読み終えました。次は章の問題 {count} 問です。",
        en="You have read this chapter. Its quiz of {count} questions is next.",
    ),
    "resume.at-step": Words(
        ja="導出のステップ {step} まで読みました。次はステップ {next} です。",
        en="You stopped at step {step} of the derivation; step {next} is next.",
    ),
    "resume.in-section": Words(ja="この節の途中です。", en="You are in the middle of it."),
    "resume.at-prose": Words(ja="本文の途中です。", en="You stopped in the middle of the text."),
    "resume.at-definition": Words(ja="定義まで読みました。", en="You stopped at a definition."),
    "resume.at-theorem": Words(ja="定理まで読みました。", en="You stopped at a theorem."),
    "resume.at-derivation": Words(ja="導出まで読みました。", en="You stopped at a derivation."),
    "resume.at-example": Words(ja="例まで読みました。", en="You stopped at an example."),
    "resume.at-explore": Words(
        ja="「ためす」まで読みました。", en="You stopped at an exploration."
    ),
    "resume.at-check": Words(ja="確認の問いまで読みました。", en="You stopped at a check."),
    "resume.at-pitfall": Words(ja="落とし穴まで読みました。", en="You stopped at a pitfall."),
    "resume.at-summary": Words(ja="まとめまで読みました。", en="You stopped at the summary."),
    "resume.at-references": Words(
        ja="参考文献まで読みました。", en="You stopped at the references."
    ),
    "store.full": Words(
        ja="記録を保存できません。ディスクがいっぱいです。"
        "答えは終了するまで保持し、空きができしだい保存します。",
        en="Progress is not being saved: the disk is full. Answers are kept until you quit, "
        "and saved as soon as there is room.",
    ),
    "store.read-only": Words(
        ja="記録を保存できません。データフォルダーに書き込めません。"
        "`mlmath doctor` で場所を確かめてください。",
        en="Progress is not being saved: the data folder cannot be written to. "
        "`mlmath doctor` shows where it is.",
    ),
    "store.busy": Words(
        ja="記録を保存できません。ほかのプログラムが記録のファイルを使っています。",
        en="Progress is not being saved: another program is holding the file.",
    ),
    "store.broken": Words(
        ja="記録を保存できません。ファイルが壊れていて、作り直せませんでした。",
        en="Progress is not being saved: the file is damaged and could not be replaced.",
    ),
    "store.unwritable": Words(
        ja="記録を保存できません（{details}）。`mlmath doctor` で場所を確かめてください。",
        en="Progress is not being saved ({details}). `mlmath doctor` shows where it should be.",
    ),
    "store.newer": Words(
        ja="この記録は新しい版の mlmath-tutor が書いたものです。更新するまで、何も保存されません。",
        en="A newer mlmath-tutor wrote this progress. Nothing is saved until you update.",
    ),
    "store.restored": Words(
        ja="記録のファイルが壊れていたので、{day} の控えと、読み取れたものから作り直しました"
        "（{kept} 件）。壊れたファイルは {aside} として残してあります。",
        en="The progress file was damaged. It was restored from the backup of {day} and from what "
        "could still be read ({kept} entries). The damaged file is kept as {aside}.",
    ),
    "store.salvaged": Words(
        ja="記録のファイルが壊れていて、控えもありませんでした。"
        "読み取れた {kept} 件で作り直しました。壊れたファイルは {aside} として残してあります。",
        en="The progress file was damaged and there was no backup. What could still be read was "
        "kept ({kept} entries). The damaged file is kept as {aside}.",
    ),
    "store.no-backup": Words(
        ja="記録の控えを作れませんでした（{details}）。記録そのものは保存されています。",
        en="Today's backup could not be made ({details}). Progress itself is being saved.",
    ),
}
