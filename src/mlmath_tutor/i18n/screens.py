"""What the screens say."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    # keys, as the key bar and the help name them
    "key.next": Words(ja="次へ", en="next"),
    "key.continue": Words(ja="続ける", en="continue"),
    "key.help": Words(ja="ヘルプ", en="help"),
    "key.back": Words(ja="戻る", en="back"),
    "key.close": Words(ja="閉じる", en="close"),
    "key.quit": Words(ja="終わる", en="quit"),
    "key.language": Words(ja="English", en="日本語"),
    "key.theme": Words(ja="配色", en="theme"),
    "key.commands": Words(ja="コマンド", en="commands"),
    "key.suspend": Words(ja="端末に戻る", en="suspend"),
    "key.choose": Words(ja="選ぶ", en="choose"),
    "key.open": Words(ja="開く", en="open"),
    "key.first": Words(ja="先頭へ", en="first"),
    "key.last": Words(ja="末尾へ", en="last"),
    "key.fold-chapter": Words(ja="章を閉じる", en="fold the chapter"),
    "key.unfold-chapter": Words(ja="章を開く", en="open the chapter"),
    "key.block": Words(ja="ブロック", en="block"),
    "key.page-on": Words(ja="次の画面", en="next page"),
    "key.scroll": Words(ja="1 行", en="scroll"),
    "key.page": Words(ja="1 画面", en="page"),
    "key.first-block": Words(ja="先頭のブロック", en="first block"),
    "key.last-block": Words(ja="末尾のブロック", en="last block"),
    "key.next-section": Words(ja="次の節", en="next section"),
    "key.previous-section": Words(ja="前の節", en="previous section"),
    "key.terms": Words(ja="用語", en="terms"),
    "key.contents": Words(ja="目次", en="contents"),
    "key.flip": Words(ja="このブロックを英語で", en="this block in Japanese"),
    "key.meaning": Words(ja="意味", en="what it means"),
    "key.next-target": Words(ja="次の式・用語", en="next formula or link"),
    "key.previous-target": Words(ja="前の式・用語", en="previous formula or link"),
    "key.clear": Words(ja="選択をやめる", en="let go"),
    "key.sideways": Words(ja="式を横へ", en="formula sideways"),
    "key.copy": Words(ja="コピー", en="copy"),
    "key.step": Words(ja="次の段", en="next step"),
    "key.step-back": Words(ja="1 段戻る", en="step back"),
    "key.all-steps": Words(ja="すべての段", en="all steps"),
    "key.predict": Words(ja="予想", en="predict"),
    "key.run": Words(ja="走らせる", en="run"),
    "key.run-again": Words(ja="もう一度", en="again"),
    "key.stop": Words(ja="止める", en="stop"),
    "key.move": Words(ja="動かす", en="move"),
    "key.next-knob": Words(ja="次のつまみ", en="next slider"),
    "key.reset": Words(ja="元の値", en="reset"),
    "key.zoom": Words(ja="図を大きく", en="zoom"),
    "key.next-figure": Words(ja="次の図", en="next figure"),
    "key.previous-figure": Words(ja="前の図", en="previous figure"),
    "key.unfold": Words(ja="全部のコード", en="all the code"),
    "key.all-output": Words(ja="全部の出力", en="all the output"),
    "key.traceback": Words(ja="トレースバック", en="traceback"),
    "key.answer": Words(ja="答える", en="answer"),
    "key.submit": Words(ja="答える", en="answer"),
    "key.line": Words(ja="行を選ぶ", en="choose a line"),
    "key.carry": Words(ja="行を運ぶ", en="carry the line"),
    "key.check-line": Words(ja="確かめる", en="check"),
    "key.take-back": Words(ja="前の行を直す", en="change the line before"),
    "key.palette": Words(ja="書き方", en="how to type"),
    "key.insert": Words(ja="入れる", en="insert"),
    "key.hint": Words(ja="ヒント", en="hint"),
    "key.others": Words(ja="ほかの選択肢", en="the others"),
    "key.leave-input": Words(ja="入力をやめる", en="leave"),
    "key.try-again": Words(ja="もう一度", en="try again"),
    "key.pass": Words(ja="あとで", en="later"),
    "key.previous-question": Words(ja="前の問い", en="previous"),
    "key.mark": Words(ja="印をつける", en="mark"),
    "key.missed": Words(ja="外した問い", en="the missed"),
    "key.again": Words(ja="もう一度すべて", en="all again"),
    "key.go": Words(ja="進む", en="go on"),
    "key.result": Words(ja="結果へ", en="result"),
    "key.move-far": Words(ja="大きく動かす", en="move far"),
    "key.replay": Words(ja="再生", en="replay"),
    "key.frame": Words(ja="1 コマずつ", en="one step"),
    "key.speed": Words(ja="再生の速さ", en="speed of the replay"),
    "key.edit": Words(ja="手を加える", en="edit"),
    "key.pane": Words(ja="次の区画", en="next pane"),
    "key.figure": Words(ja="図", en="figure"),
    "key.variables": Words(ja="変数", en="variables"),
    "key.original": Words(ja="元のコード", en="original"),
    "key.undo": Words(ja="取り消す", en="undo"),
    "key.redo": Words(ja="やり直す", en="redo"),
    "key.dedent": Words(ja="字下げを戻す", en="less indentation"),
    "key.yes": Words(ja="はい", en="yes"),
    # home
    "home.days": Words(ja="月 火 水 木 金 土 日", en="Mon Tue Wed Thu Fri Sat Sun"),
    "home.months": Words(
        ja="1 2 3 4 5 6 7 8 9 10 11 12",
        en="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "home.today": Words(ja="{month} 月 {day} 日（{weekday}）", en="{weekday} {day} {month_name}"),
    "home.continue": Words(ja="続ける", en="Continue"),
    "home.begin": Words(ja="はじめる", en="Begin"),
    "home.quiz": Words(ja="問題を解く", en="Quiz"),
    "home.done": Words(ja="完了", en="Done"),
    "home.minutes": Words(ja="{minutes} 分", en="{minutes} min"),
    "home.minutes-left": Words(ja="あと {minutes} 分", en="{minutes} min left"),
    "home.not-written": Words(ja="未執筆", en="not yet written"),
    "home.all-done": Words(
        ja="書かれている節は、すべて読み終えました。",
        en="You have read every section that is written.",
    ),
    "home.findings": Words(
        ja="講座のファイルに {count} 件の誤りがあり、その部分は表示していません。"
        "`mlmath check` で場所がわかります。",
        en="The course's files have {count} faults; the parts concerned are left out. "
        "`mlmath check` says where.",
    ),
    # lesson
    "lesson.minutes-left": Words(ja="あと {minutes} 分", en="{minutes} min left"),
    "lesson.no-more-sections": Words(
        ja="その先の節は、まだ書かれていません。", en="There is no further section yet."
    ),
    "lesson.copied": Words(ja="コピーしました。", en="Copied."),
    "lesson.nothing-to-copy": Words(
        ja="このブロックには、コピーする数式やコードがありません。",
        en="This block has no formula or code to copy.",
    ),
    "lesson.quiz": Words(ja="節の問題", en="Section quiz"),
    "lesson.questions": Words(ja="{count} 問", en="{count} questions"),
    "lesson.quiz-now": Words(
        ja="読んだことを、自分で使って確かめます。間違えても、理由がわかれば前に進めます。",
        en="Use what you have read. A wrong answer comes with its reason and costs nothing.",
    ),
    "lesson.quiz-again": Words(
        ja="これまでの最高は {count} 問中 {best} 問です。やり直しても、点は下がりません。",
        en="Your best so far is {best} of {count}. Another try never lowers it.",
    ),
    "lesson.quiz-deep": Words(
        ja="開いていない「発展」が {count} 個あります。それを使う問いも含まれます。"
        "難しければ、開いてから戻ってきてください。",
        en="{count} deep dives are still folded, and some questions build on them. "
        "If one is too hard, open its deep dive and come back.",
    ),
    "lesson.end": Words(ja="この節はここまでです。", en="This is the end of the section."),
    "opening.objectives": Words(ja="この節でできるようになること", en="You will be able to"),
    "opening.needs": Words(ja="前提", en="It needs"),
    "opening.leads-to": Words(ja="つながる先", en="It leads to"),
    # blocks
    "block.definition": Words(ja="定義", en="Definition"),
    "block.theorem": Words(ja="定理", en="Theorem"),
    "block.pitfall": Words(ja="落とし穴", en="Pitfall"),
    "block.derivation": Words(ja="導出", en="Derivation"),
    "block.example": Words(ja="例 {label}", en="Example {label}"),
    "block.explore": Words(ja="ためす", en="Explore"),
    "block.check": Words(ja="確認", en="Check"),
    "block.predict": Words(ja="予想", en="Predict"),
    "block.summary": Words(ja="まとめ", en="Summary"),
    "block.references": Words(ja="参考文献", en="References"),
    "block.deep": Words(ja="発展", en="deep dive"),
    "block.deep-folded": Words(ja="発展 ↵ で開く", en="deep dive, ↵ opens"),
    "block.where": Words(ja="、", en=", "),
    # prediction and run
    "predict.before": Words(ja="走らせる前に", en="before you run it"),
    "predict.said": Words(ja="予想", en="you said"),
    "predict.measured": Words(ja="実測", en="it was"),
    "predict.theory": Words(ja="理論", en="theory"),
    "run.not-yet": Words(ja="未実行", en="not run yet"),
    "run.recorded": Words(ja="未実行（記録した結果）", en="not run; results as recorded"),
    "run.as-recorded": Words(ja="記録されている結果", en="As it was recorded:"),
    "run.running": Words(ja="実行中 {seconds} 秒", en="running {seconds} s"),
    "run.took": Words(ja="{seconds} 秒", en="{seconds} s"),
    "run.failed": Words(ja="エラー", en="error"),
    "run.failed-at": Words(ja="エラー {line} 行目", en="error, line {line}"),
    "run.folded": Words(
        ja="図をかく {lines} 行（f で開く）", en="{lines} lines that plot (f opens)"
    ),
    "run.more-output": Words(ja="ほか {rows} 行（o で開く）", en="{rows} more rows (o opens)"),
    "run.too-much-output": Words(
        ja="ほか {rows} 行は表示しません", en="{rows} more rows are not shown"
    ),
    "replay.name": Words(ja="再生", en="replay"),
    "replay.speed": Words(ja="{speed}/秒", en="{speed}/s"),
    # questions
    "question.type-a-number": Words(
        ja="数を入力（1/6、0.167、16.7 % など）", en="a number: 1/6, 0.167, 16.7 %"
    ),
    "question.type-an-expression": Words(
        ja="式を入力（文字: {names}）", en="an expression in {names}"
    ),
    "question.type-a-value": Words(
        ja="式を入力（2/3、sqrt(2) など）", en="an expression: 2/3, sqrt(2)"
    ),
    "question.type-a-line": Words(
        ja="次の行を入力（文字: {names}）", en="the next line, in {names}"
    ),
    "question.type-pairs": Words(ja="組を入力（1=b 2=a など）", en="pairs: 1=b 2=a"),
    "question.type-gaps": Words(
        ja="順に「;」で区切って入力（4; 2 など）", en="in order, with ; between: 4; 2"
    ),
    "question.type-a-matrix": Words(
        ja="行列を入力（[1 2; 3 4] など）", en="a matrix: [1 2; 3 4] or [[1,2],[3,4]]"
    ),
    "question.type-numbers": Words(ja="数を並べて入力（1, 2, 3 など）", en="numbers: 1, 2, 3"),
    "question.type-points": Words(
        ja="点を入力（(0, 0), (1, 2) など）", en="points: (0, 0), (1, 2)"
    ),
    "question.trying": Words(ja="確かめています {seconds} 秒", en="trying it, {seconds} s"),
    "palette.letters": Words(ja="この問いの文字", en="Letters of this question"),
    "palette.forms": Words(ja="形と記号", en="Forms and signs"),
    "palette.functions": Words(ja="関数", en="Functions"),
    "palette.rules": Words(
        ja="積の記号は省けます（2x、x(y+1)）。1/2x は (1/2)x、x^2y は x²y と読みます。"
        "全角の文字と、貼りつけた LaTeX も読めます。",
        en="The product sign can be left out: 2x, x(y+1). 1/2x is read as (1/2)x, "
        "x^2y as x²y. LaTeX that was copied is read as well.",
    ),
    "question.left-out": Words(ja="使わない行", en="not used"),
    "question.recall-first": Words(
        ja="何も見ずに言ってみてから、↵ で比べます。",
        en="Say it without looking, then press ↵ to compare.",
    ),
    "question.read-as": Words(ja="こう読みました", en="read as"),
    "question.why": Words(ja="理由", en="Why"),
    "question.not-counted": Words(
        ja="答えたことにはなりません。直して、もう一度どうぞ。",
        en="This does not count as an answer. Mend it and go on.",
    ),
    "question.hints": Words(ja="ヒント", en="Hints"),
    "question.solution": Words(ja="解き方", en="Worked solution"),
    "question.others": Words(ja="ほかの選択肢", en="The other options"),
    # quiz
    "quiz.title": Words(ja="{number} の問題", en="Quiz {number}"),
    "quiz.at": Words(ja="{at} / {total}", en="{at} / {total}"),
    "quiz.score": Words(ja="{total} 問中 {points} 問", en="{points} / {total}"),
    "quiz.by-skill": Words(ja="技能ごとに", en="By skill"),
    "quiz.went-wrong": Words(ja="つまずいたところ", en="What went wrong"),
    "quiz.next": Words(ja="次は", en="Next"),
    "quiz.reread": Words(ja="読み直す:", en="re-read:"),
    "quiz.retry": Words(ja="外した {count} 問をもう一度", en="the {count} missed once more"),
    "quiz.go-on": Words(ja="講座に戻る", en="back to the course"),
    "quiz.at-once": Words(ja="1 回目で正解 {count} 問", en="{count} right at the first try"),
    "quiz.times": Words(ja="{times} 回", en="{times} times"),
    "quiz.returns": Words(
        ja="この問いは、最後にもう一度出ます。", en="This one comes back at the end."
    ),
    "quiz.cannot-pose": Words(
        ja="「{title}」を作れません。`mlmath check` で教材を確かめてください。",
        en="“{title}” cannot be made: `mlmath check` tells why.",
    ),
    # help and small sizes
    "help.title": Words(ja="この画面のキー", en="Keys on this screen"),
    "help.marks": Words(ja="しるし", en="Marks"),
    "help.rails": Words(ja="定義、定理、落とし穴", en="definition, theorem, pitfall"),
    "help.here": Words(ja="いまいる場所", en="you are here"),
    "help.judgement": Words(ja="正解、誤り", en="right, wrong"),
    "help.levels": Words(ja="これから … 習得", en="not started … mastered"),
    "terms.no-symbols": Words(
        ja="この式の記号は、本文で説明しています。",
        en="The symbols of this formula are explained in the text.",
    ),
    "terms.none": Words(
        ja="この節に、用語の説明はありません。", en="No terms are explained for this section."
    ),
    "screen.too-small": Words(
        ja="{columns}×{rows} では狭すぎます。{least_columns}×{least_rows} 以上に広げてください。"
        "記録はそのままです。",
        en="{columns}×{rows} is too small. Please widen to {least_columns}×{least_rows}. "
        "Nothing is lost.",
    ),
    # what the typesetter can do
    "gallery.title": Words(ja="組版でできること", en="What the typesetter can do"),
    "gallery.bayes": Words(ja="ベイズの定理", en="Bayes' theorem"),
    "gallery.normal": Words(ja="多変量正規分布の密度", en="Density of the multivariate normal"),
    "gallery.responsibilities": Words(
        ja="EM アルゴリズムの負担率", en="Responsibilities in the EM algorithm"
    ),
    "gallery.hessian": Words(ja="ヘッセ行列", en="Hessian"),
    "gallery.kkt": Words(ja="KKT 条件", en="KKT conditions"),
    "gallery.elbo": Words(ja="変分下界 (ELBO)", en="Evidence lower bound (ELBO)"),
    "gallery.vc": Words(ja="VC 次元による汎化誤差の上界", en="A VC bound on the true risk"),
    "gallery.bias-variance": Words(ja="バイアス・バリアンス分解", en="Bias–variance decomposition"),
    "gallery.cases": Words(ja="軟しきい値作用素", en="Soft-thresholding operator"),
    "gallery.gaussian-integral": Words(ja="ガウス積分", en="The Gaussian integral"),
    "gallery.svd": Words(ja="特異値分解と低ランク近似", en="SVD and low-rank approximation"),
    # the app
    "app.open-gallery": Words(ja="組版でできることを見る", en="See what the typesetter can do"),
    "app.theme": Words(ja="配色: {name}", en="Theme: {name}"),
    "app.theme.kokuban": Words(ja="黒板", en="blackboard"),
    "app.theme.hogan": Words(ja="方眼", en="graph paper"),
    "app.theme.sumi": Words(ja="墨", en="ink"),
    "app.palette": Words(ja="コマンドを探す", en="Search for a command"),
    "app.go-home": Words(ja="ホームへ", en="Go home"),
    "app.open-section": Words(ja="{title} を開く", en="Open {title}"),
    "app.open-quiz": Words(ja="{title} の問題を解く", en="Take the quiz of {title}"),
    "app.recovered": Words(
        ja="記録のファイルが壊れていました。", en="The progress file was damaged."
    ),
}
