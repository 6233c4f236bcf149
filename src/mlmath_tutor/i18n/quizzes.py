"""What is said about a quiz as a whole: how sure one is, what came of it, what to do next."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "question.how-sure": Words(ja="この答えは、どのくらい確かですか。", en="How sure are you?"),
    "sure.guess": Words(ja="勘", en="a guess"),
    "sure.think": Words(ja="たぶん", en="I think so"),
    "sure.sure": Words(ja="確か", en="sure"),
    "key.sure-guess": Words(ja="勘", en="guess"),
    "key.sure-think": Words(ja="たぶん", en="think so"),
    "key.sure-sure": Words(ja="確か", en="sure"),
    "key.not-said": Words(ja="言わない", en="not saying"),
    "key.reread": Words(ja="読み直す", en="re-read"),
    "key.solution": Words(ja="解き方", en="solution"),
    "question.grid": Words(
        ja="tab 次のセル、; 次の行。[1 2; 3 4] と打っても、貼っても入ります。",
        en="tab next cell, ; next row; or type or paste [1 2; 3 4]",
    ),
    "key.delete": Words(ja="消す", en="delete"),
    "key.next-cell": Words(ja="次のセル", en="next cell"),
    "key.previous-cell": Words(ja="前のセル", en="previous cell"),
    "key.cells": Words(ja="セルを選ぶ", en="choose a cell"),
    "question.sure-but-wrong": Words(
        ja="「確か」で外した問いは、直すといちばんよく残ります。",
        en="You were sure of this one. Answers like that, once put right, stay longest.",
    ),
    "question.hint-offered": Words(
        ja="ヒントがあります（h）。はじめの手がかりだけ読むこともできます。",
        en="There are hints (h); you may read only the first.",
    ),
    "result.sure-but-wrong": Words(ja="「確か」で外した問い", en="Sure, and wrong"),
    "result.more": Words(ja="前回より {count} 問多い", en="{count} more than last time"),
    "result.fewer": Words(ja="前回より {count} 問少ない", en="{count} fewer than last time"),
    "result.same": Words(ja="前回と同じ", en="as many as last time"),
    "result.minutes": Words(ja="{minutes} 分", en="{minutes} min"),
    "result.how-sure": Words(ja="1 回目で正解: {levels}。", en="Right at once: {levels}."),
    "result.level-guess": Words(ja="勘 {times} 問中 {right} 問", en="guesses {right} of {times}"),
    "result.level-think": Words(
        ja="たぶん {times} 問中 {right} 問", en="“I think so” {right} of {times}"
    ),
    "result.level-sure": Words(ja="確か {times} 問中 {right} 問", en="sure {right} of {times}"),
    "result.ever-right": Words(ja="正解したことのある問い", en="ever right"),
    "result.between": Words(ja="、", en=", "),
    "result.bold": Words(ja="少し強気でした。", en="A little bold."),
    "result.modest": Words(
        ja="勘でも当たっています。思うより身についています。",
        en="Your guesses were right: you know more than you think.",
    ),
    "result.confidence": Words(ja="確かさ", en="How sure"),
    "quiz.practice": Words(ja="{title} の練習", en="Practice: {title}"),
    "quiz.result-of": Words(ja="{title}: 結果", en="{title}: result"),
    "home.quiz-questions": Words(ja="{count} 問", en="{count} questions"),
    "contents.section-quiz": Words(ja="節の問題", en="Section quiz"),
    "app.open-drawn-quiz": Words(ja="{title}を解く", en="Take the quiz: {title}"),
    "app.practise": Words(ja="{title} を練習する", en="Practise {title}"),
    "result.to-read": Words(ja="読み直すところ", en="Read again"),
    "result.skill-change": Words(
        ja="これまでに {of} 問中 {before} 問 → {now} 問", en="so far {before} → {now} of {of}"
    ),
    "result.skill-same": Words(ja="これまでに {of} 問中 {now} 問", en="so far {now} of {of}"),
    "app.how-sure-on": Words(ja="問題で確かさをきくようにする", en="Ask how sure I am in quizzes"),
    "app.how-sure-off": Words(
        ja="問題で確かさをきかないようにする", en="Stop asking how sure I am in quizzes"
    ),
    "app.how-sure-is-on": Words(
        ja="答え合わせの前に、確かさをききます。",
        en="Quizzes ask how sure you are before the verdict.",
    ),
    "app.how-sure-is-off": Words(
        ja="確かさをきかずに、すぐ答え合わせをします。",
        en="Quizzes give the verdict at once.",
    ),
}
