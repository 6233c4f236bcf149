"""What the quiz without a screen says, and the progress it prints."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "line.unknown": Words(
        ja="「{name}」という節も章も問いもありません。`mlmath list` で一覧を見られます。",
        en="There is no section, chapter or question `{name}`. `mlmath list` shows them all.",
    ),
    "line.no-questions": Words(
        ja="{number} {title} には、まだ問いがありません。",
        en="{number} {title} has no questions yet.",
    ),
    "line.not-a-question": Words(
        ja="`--answer` には問いを 1 つ指定してください（例: Q1.1.3）。",
        en="`--answer` needs one question, such as Q1.1.3.",
    ),
    "line.json-needs-answer": Words(
        ja="`--json` は `--answer` と一緒に使います。", en="`--json` goes with `--answer`."
    ),
    "line.no-file": Words(
        ja="{name} を読めません（{details}）。", en="{name} cannot be read ({details})."
    ),
    "line.heading": Words(ja="問題 {number} {title}", en="Quiz {number} {title}"),
    "line.keys": Words(
        ja="答えを入力して Enter。h ヒント（1 回答えたあと）、s 飛ばす、< 前の問い、"
        "! あとで戻る印、q やめる（続きから再開できます）。",
        en="Type an answer and press Enter. h: hint (after an attempt), s: skip, "
        "<: the one before, !: mark to return to, "
        "q: leave (it goes on from there next time).",
    ),
    "line.goes-on": Words(ja="前回の続きです。", en="This goes on from where you left."),
    "line.question": Words(ja="問 {number} / {total}", en="Question {number} of {total}"),
    "line.variant": Words(ja="値: `{note}`", en="Values: `{note}`"),
    "line.seed": Words(
        ja="種 {seed}。`mlmath quiz {name} --seed {seed}` で同じ値と順序になります。",
        en="Seed {seed}: `mlmath quiz {name} --seed {seed}` asks with the same values and order.",
    ),
    "line.no-variant": Words(
        ja="{name} に値の組 {note} はありません。`mlmath quiz {name}` が示す値を指定してください。",
        en="{name} has no values {note}: give those that `mlmath quiz {name}` printed.",
    ),
    "line.cannot-pose": Words(
        ja="問い {name} を作れません（{why}）。`mlmath check` で教材を確かめてください。",
        en="Question {name} cannot be made ({why}): `mlmath check` tells more.",
    ),
    "line.several": Words(
        ja="当てはまるものをすべて選びます（例: 1 3）。", en="Choose all that apply, such as: 1 3"
    ),
    "line.order": Words(
        ja="正しい順に番号を並べます（例: 2 1 3）。",
        en="Put the lines in order, by number, such as: 2 1 3",
    ),
    "line.order-some": Words(
        ja="正しい順に番号を並べます（例: 2 1 3）。使わない行もあります。",
        en="Put the lines in order, by number, such as: 2 1 3. Not every line is used.",
    ),
    "line.pairs": Words(
        ja="番号と文字で組を作ります（例: 1=b 2=a）。",
        en="Pair each number with a letter, such as: 1=b 2=a",
    ),
    "line.gaps": Words(
        ja="空欄の答えを順に「;」で区切って書きます（例: 4; 2）。",
        en="Give the gaps in order, with “;” between, such as: 4; 2",
    ),
    "line.matrix": Words(
        ja="行列は [1 2; 3 4] や [[1,2],[3,4]] のように書きます。",
        en="Write a matrix as [1 2; 3 4] or [[1,2],[3,4]].",
    ),
    "line.numbers": Words(
        ja="数を 1, 2, 3 のように並べてください。", en="Write the numbers as 1, 2, 3."
    ),
    "line.number": Words(ja="数を 1 つ答えてください。", en="Answer with one number."),
    "line.points": Words(
        ja="点は (0, 0), (1, 2) のように書きます。", en="Write the points as (0, 0), (1, 2)."
    ),
    "line.derivation": Words(
        ja="出発点は {start} です。1 行ずつ書いて Enter。行ごとに確かめます。",
        en="Start from {start}. Write one line at a time; each is checked.",
    ),
    "line.step-right": Words(ja="{number} 行目は正しいです。", en="Line {number} holds."),
    "line.written-so-far": Words(ja="ここまで書いた行:", en="Written so far:"),
    "line.letter-keys": Words(
        ja="この問いでは {letters} は文字です。:h ヒント、:s 飛ばす、:q やめる。",
        en="Here {letters} is a letter of the answer. :h hint, :s skip, :q leave.",
    ),
    "line.spot-parts": Words(
        ja="番号を選び、「;」のあとに式を書きます（例: 2 5; 2x）。",
        en="Give the numbers, then, behind “;”, the expression, such as: 2 5; 2x",
    ),
    "line.expression": Words(
        ja="式を 2x^2/3、sqrt(x)、exp(-x) のように書きます。使える文字: {names}",
        en="Write an expression as 2x^2/3, sqrt(x), exp(-x). Its letters: {names}",
    ),
    "line.expression-number": Words(
        ja="式を 2/3、sqrt(2)、ln 2 のように書きます。", en="Write it as 2/3, sqrt(2), ln 2."
    ),
    "line.code": Words(
        ja="次のプログラムを完成させてください。`@ファイル名` で答えるか、行を入力して、"
        "最後に `.` だけの行を入力します。",
        en="Complete this program. Answer with `@FILE`, or type its lines and end with a "
        "line that is just `.`",
    ),
    "line.recall": Words(
        ja="何も見ずに言ってみてから、Enter で比べます。",
        en="Say it without looking, then press Enter to compare.",
    ),
    "line.prompt": Words(ja="答え> ", en="answer> "),
    "line.read-as": Words(ja="こう読みました: {reading}", en="Read as: {reading}"),
    "line.right": Words(ja="正解です。", en="Right."),
    "line.partly": Words(ja="一部正解です（{score}）。", en="Partly right ({score})."),
    "line.wrong": Words(ja="違います。", en="Not right."),
    "line.unreadable": Words(
        ja="読めませんでした。答えたことにはなりません。",
        en="That could not be read. It does not count as an answer.",
    ),
    "line.again": Words(ja="もう一度どうぞ。", en="Try again."),
    "line.hint": Words(ja="ヒント {number}", en="Hint {number}"),
    "line.no-hint-yet": Words(
        ja="ヒントは、1 回答えたあとに見られます。", en="Hints come after an attempt."
    ),
    "line.no-more-hints": Words(
        ja="この問いのヒントは以上です。", en="There are no more hints for this one."
    ),
    "line.solution": Words(ja="解き方", en="Worked solution"),
    "line.comes-back": Words(
        ja="この問いは、最後にもう一度出ます。", en="This one comes back at the end."
    ),
    "line.how-sure": Words(
        ja="確かさ（1 勘、2 たぶん、3 確か、Enter だけなら言わない）>",
        en="How sure (1 a guess, 2 I think so, 3 sure, Enter alone does not say)>",
    ),
    "line.first-question": Words(
        ja="前の問いはありません。", en="There is no question before this one."
    ),
    "line.marked": Words(
        ja="印をつけました。最後にもう一度出ます。",
        en="Marked: it comes back at the end.",
    ),
    "line.not-marked": Words(ja="印を外しました。", en="No longer marked."),
    "line.to-read": Words(
        ja="{number} の「{title}」（`mlmath read {number}`）",
        en="“{title}” in {number} (`mlmath read {number}`)",
    ),
    "line.practice-heading": Words(ja="練習 {title}", en="Practice {title}"),
    "line.practice": Words(
        ja="練習です。結果にも復習の予定にも数えません。",
        en="This is practice: it counts neither as a result nor in the schedule.",
    ),
    "line.so-far": Words(
        ja="{wanted} 問のうち、書かれているのはまだ {count} 問です。そのすべてを出します。",
        en="Of its {wanted} questions only {count} are written so far. All of them are asked.",
    ),
    "line.so-far-others": Words(
        ja="{wanted} 問のうち、書かれているのはまだ {written} 問です。ほかの範囲から補い、"
        "{count} 問を出します。",
        en="Of its {wanted} questions only {written} are written so far; with others in their "
        "place, {count} are asked.",
    ),
    "line.no-such-quiz": Words(
        ja="この講座には、まだ `{name}` の問題がありません。",
        en="This course has no `{name}` quiz yet.",
    ),
    "line.none-missed": Words(
        ja="{name} で外したままの問いはありません。",
        en="No question of {name} is still missed.",
    ),
    "line.left": Words(
        ja="ここまでの答えは残りました。`mlmath quiz {name}` で続けられます。",
        en="Your answers are kept. `mlmath quiz {name}` goes on from here.",
    ),
    "line.result": Words(
        ja="結果: {total} 問中 {right} 問正解（1 回で {at_once} 問）",
        en="Result: {right} of {total} right ({at_once} at once)",
    ),
    "line.by-skill": Words(ja="技能ごとに", en="By skill"),
    "line.skill": Words(ja="{title}: {total} 問中 {right} 問", en="{title}: {right} of {total}"),
    "line.went-wrong": Words(ja="つまずいたところ", en="What went wrong"),
    "line.misconception": Words(
        ja="{title}（{times} 回、{number}）", en="{title} ({times}×, {number})"
    ),
    "line.reread": Words(
        ja="次は: {number} の「{title}」を読み直す（`mlmath read {number}`）",
        en="Next: re-read “{title}” in {number} (`mlmath read {number}`)",
    ),
    "line.retry": Words(
        ja="次は: 外した {count} 問をもう一度（`mlmath quiz {name} --missed`）",
        en="Next: the {count} missed once more (`mlmath quiz {name} --missed`)",
    ),
    "line.go-on": Words(ja="次は: 講座の続きへ", en="Next: on in the course"),
    "line.sections-read": Words(
        ja="{total} 節のうち {read} 節を読みました。", en="{read} of {total} sections read."
    ),
    "line.section": Words(
        ja="{number} {title}: 読んだところ {percent} %", en="{number} {title}: {percent} % read"
    ),
    "line.section-quiz": Words(
        ja="、問題 {total} 問中 {right} 問", en=", quiz {right} of {total} right"
    ),
    "line.streak": Words(ja="続けて学んだ日: {days} 日", en="Days in a row: {days}"),
    "line.due": Words(ja="復習する問い: {due}", en="Questions due: {due}"),
    "line.nothing-yet": Words(
        ja="まだ記録がありません。`mlmath` で始められます。",
        en="Nothing is recorded yet. `mlmath` begins.",
    ),
}
