"""What is said of answers that are tried in a run before they are judged."""

from __future__ import annotations

from . import Catalogue, Words

WORDS: Catalogue = {
    "trial.needed": Words(
        ja="この答えは、実行して確かめるまで判定できません。",
        en="This answer cannot be judged before it has been tried.",
    ),
    "trial.cancelled": Words(
        ja="確認を止めました。答えはまだ判定していません。",
        en="Stopped. The answer is not judged yet.",
    ),
    "trial.refused": Words(
        ja="講座のコードを走らせていないので、答えはまだ判定していません。",
        en="The course's code was not run, so the answer is not judged yet.",
    ),
    "trial.missing": Words(
        ja="確認には {package} が必要です。答えはまだ判定していません: pip install {package}",
        en="The check needs {package}. The answer is not judged yet: pip install {package}",
    ),
    "trial.time": Words(
        ja="確認が時間内に終わりませんでした。答えはまだ判定していません。もう一度答えてください。",
        en="The check did not end in time. The answer is not judged yet: answer once more.",
    ),
    "trial.failed": Words(
        ja="確認を最後まで実行できませんでした。答えはまだ判定していません。",
        en="The check did not come to its end. The answer is not judged yet.",
    ),
    "trial.test-failed": Words(
        ja="問題の検査「{name}」が動きませんでした（`{error}`）。答えは判定していません。",
        en="The question's own test “{name}” failed (`{error}`). The answer is not judged.",
    ),
    # objects
    "trial.holding": Words(
        ja="{total} 個の条件のうち、{holding} 個が成り立っています。",
        en="Conditions met: {holding} of {total}.",
    ),
    "trial.one-number": Words(ja="数を 1 つ答えてください。", en="One number is asked for."),
    "trial.vector": Words(
        ja="{given} の行列です。{asked} 個の数を [1, 2, 3] のように並べてください。",
        en="That is a {given} matrix. Give {asked} numbers in a row, such as [1, 2, 3].",
    ),
    "trial.points": Words(
        ja="{count} 個の点を (0, 0), (1, 2) のように答えてください（いまの形は {given}）。",
        en="Give {count} points, such as (0, 0), (1, 2); the shape of that is {given}.",
    ),
    "trial.negative": Words(
        ja="{row} 行目に負の数 {value} があります。確率は 0 以上です。",
        en="Row {row} has the negative number {value}. Probabilities are at least 0.",
    ),
    "trial.sum": Words(
        ja="{row} 行目の和が {sum} です。確率の和は 1 です。",
        en="Row {row} sums to {sum}. Probabilities sum to 1.",
    ),
}
