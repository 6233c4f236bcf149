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
