"""Every number that section 1.1 states, worked out a second time by other means.

The section computes with formulas; here people, coins, dice and doors are counted, exactly where
that is possible. A number is looked for in the text of both languages, so that text and
computation cannot drift apart.
"""

import itertools
import math
import re
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, stats

from course.counting import (
    OPENING,
    after,
    asked,
    block,
    carried,
    digits,
    npv,
    ppv,
    stated,
    table,
    words,
)


def test_the_hundred_people_give_nine_tenths_and_one_half():
    small = {
        "prevalence": Fraction(10, 100),
        "sensitivity": Fraction(9, 10),
        "specificity": Fraction(81, 90),
    }
    joint = {who: 100 * share for who, share in table(**small).items()}
    assert joint[True, True] == joint[False, True] == 9
    assert ppv(**small) == Fraction(9, 18)
    stated(block("bayes.conditional"), "$9/10$", "$9/18$")
    stated(block("bayes.inverse"), "$0.9$", "$0.5$")
    for lang in ("ja", "en"):
        cells = [int(each) for each in re.findall(r"&(\d+)", words(block("bayes.hundred"), lang))]
        assert cells == [9, 1, 10, 9, 81, 90, 18, 82, 100]
    assert [joint[who] for who in sorted(joint, reverse=True)] == [9, 1, 9, 81]
    ill = (joint[True, True] + joint[True, False]) / 100
    assert (ill, joint[True, True] / 100 / ill) == (Fraction("0.1"), Fraction("0.9"))
    stated(block("bayes.joint"), "$0.09+0.01=0.1$", "$0.9$", "$0.1$")
    stated(block("bayes.ppv"), "$0.09/(0.09+0.09)=0.5$", "$1$")
    assert (joint[True, True] + joint[False, True]) / 100 == Fraction("0.18")
    stated(block("bayes.total"), "0.9\\times0.1+0.1\\times0.9=0.18", "$0.09$")
    assert Fraction(10, 90) * Fraction(9, 1) == 1 == ppv(**small) / (1 - ppv(**small))
    stated(block("bayes.odds"), "$\\frac19\\times9=1$")


def test_the_opening_test_finds_one_positive_in_six_to_be_ill():
    counts = {who: 10000 * share for who, share in table(**OPENING).items()}
    assert (counts[True, True], counts[False, True]) == (99, 495)
    assert ppv(**OPENING) == Fraction(1, 6)
    predict = asked("bayes.base-rate")
    right = next(option for option in predict.options if option.correct)
    assert right.id == str(round(100 * ppv(**OPENING)))
    stated(predict, "9900", "495", "$99/(99+495)=1/6$", "$100/6=16.7$")
    assert digits(100 * ppv(**OPENING)) == "16.7"


def test_the_same_test_means_something_else_at_each_prevalence():
    found = [digits(ppv(**OPENING | {"prevalence": Fraction(p, 1000)})) for p in (1, 10)]
    ten = ppv(**OPENING | {"prevalence": Fraction(1, 10)})
    assert ten == Fraction(11, 16)  # 0.6875, a tie: rounded to the even last digit
    stated(block("bayes.base-rate-neglect"), *(f"${each}$" for each in found), "$0.688$")
    half = ppv(**OPENING | {"prevalence": Fraction(1, 2)})
    stated(block("bayes.precision"), f"${digits(half)}$", f"${found[1]}$")
    nine_tenths = Fraction(5, 16)
    assert ppv(**OPENING | {"prevalence": nine_tenths}) == Fraction(9, 10)
    assert f"{float(npv(**OPENING)):.5f}" == "0.99989"
    assert 1 - npv(**OPENING) == Fraction(1, 9406)
    explore = block("bayes.prevalence")
    stated(explore, "31 %", "$0.9$", "$0.99989$")
    assert all("9406" in words(explore.reading, lang) for lang in ("ja", "en"))


def test_half_of_the_positives_are_ill_at_a_prevalence_of_4_81_percent():
    threshold = Fraction(5, 104)
    assert ppv(**OPENING | {"prevalence": threshold}) == Fraction(1, 2)
    assert digits(threshold) == "0.0481"
    stated(block("bayes.threshold"), "$0.05/1.04=0.0481$")
    stated(block("bayes.base-rate"), "4.81 %")
    prior, ratio, posterior = math.log(1 / 99), math.log(19.8), math.log(1 / 5)
    assert prior + ratio == pytest.approx(posterior)
    stated(block("bayes.threshold"), f"${posterior:.3f}={prior:.3f}+{ratio:.3f}$")


def test_a_match_in_a_town_of_a_million_says_little():
    innocent = 1_000_000 * Fraction(1, 10_000)
    assert innocent == 100
    assert innocent / (innocent + 1) > Fraction(99, 101)
    stated(block("bayes.prosecutor"), "101", f"${digits(innocent / (innocent + 1), 2)}$")


def test_three_standard_errors_are_exceeded_in_0_3_percent_of_runs():
    assert f"{100 * math.erfc(3 / math.sqrt(2)):.1f} %" == "0.3 %"
    stated(block("bayes.z"), "0.3 %")


def test_the_specificity_is_what_to_improve():
    changes = {
        "sensitivity": OPENING | {"sensitivity": Fraction(1)},
        "specificity": OPENING | {"specificity": Fraction(99, 100)},
        "prevalence": OPENING | {"prevalence": Fraction(2, 100)},
    }
    reached = {name: ppv(**test) for name, test in changes.items()}
    question = asked("bayes.specificity-check")
    assert max(reached, key=lambda name: reached[name]) == next(
        option.id for option in question.options if option.correct
    )
    assert reached["specificity"] == Fraction(1, 2)
    healthy = 10000 * table(**changes["prevalence"])[False, True]
    stated(question, digits(reached["sensitivity"]), digits(reached["prevalence"]), str(healthy))


def test_the_uniform_triangle_has_the_conditional_density_it_should():
    for y in (0.2, 0.7):
        marginal, _ = integrate.quad(lambda x: 2.0, 0, y)
        assert marginal == pytest.approx(2 * y)
        assert 2 / marginal == pytest.approx(1 / y)
    assert integrate.quad(lambda y: 2 * y, 0, 1)[0] == pytest.approx(1)
    stated(block("bayes.density"), "$p(x,y)=2$", "$p(y)=2y$", "$p(x\\mid y)=1/y$")


# ---- Dice, coins and doors


def probability(outcomes, event):
    return Fraction(sum(1 for each in outcomes if event(each)), len(outcomes))


def test_an_even_first_roll_and_a_sum_of_seven_are_independent():
    rolls = list(itertools.product(range(1, 7), repeat=2))
    even = probability(rolls, lambda roll: roll[0] % 2 == 0)
    seven = probability(rolls, lambda roll: sum(roll) == 7)
    both = probability(rolls, lambda roll: roll[0] % 2 == 0 and sum(roll) == 7)
    assert (both, even, seven) == (Fraction(3, 36), Fraction(1, 2), Fraction(1, 6))
    assert both == even * seven
    stated(block("bayes.independence"), "$3/36=1/2\\times1/6$")


COINS = list(itertools.product((True, False), repeat=2))


def test_three_coin_events_are_independent_in_pairs_only():
    events = [lambda c: c[0], lambda c: c[1], lambda c: c[0] != c[1]]
    assert [probability(COINS, event) for event in events] == [Fraction(1, 2)] * 3
    for one, other in itertools.combinations(events, 2):
        assert probability(COINS, lambda c, p=one, q=other: p(c) and q(c)) == Fraction(1, 4)
    assert probability(COINS, lambda c: all(event(c) for event in events)) == 0
    stated(block("bayes.pairwise"), "$1/4=1/2\\times1/2$", "$0\\ne1/8$")


def test_pairwise_independence_leaves_the_triple_open_up_to_a_quarter():
    first, second, same = (lambda c: c[0]), (lambda c: c[1]), (lambda c: c[0] == c[1])
    for one, other in itertools.combinations((first, second, same), 2):
        both = probability(COINS, lambda c, p=one, q=other: p(c) and q(c))
        assert both == probability(COINS, one) * probability(COINS, other) == Fraction(1, 4)
    assert probability(COINS, lambda c: first(c) and second(c) and same(c)) == Fraction(1, 4)
    stated(asked("bayes.mutual-check"), "$1/8$", "$1/4$")


def test_two_independent_coins_explain_each_other_away():
    some = [c for c in COINS if any(c)]
    one = probability(some, lambda c: c[0])
    both = probability(some, all)
    given_other = probability([c for c in some if c[1]], lambda c: c[0])
    assert (one, given_other, both, one * one) == (
        Fraction(2, 3),
        Fraction(1, 2),
        Fraction(1, 3),
        Fraction(4, 9),
    )
    stated(block("bayes.explaining-away"), "$2/3$", "$1/2$")
    stated(asked("Q1.1.6"), "$2/3$", "$1/2$", "$1/3$", "$4/9$")


def test_a_first_positive_makes_a_second_more_likely():
    positive = sum(table(**OPENING)[ill, True] for ill in (True, False))
    both = Fraction(1, 100) * Fraction(99, 100) ** 2 + Fraction(99, 100) * Fraction(5, 100) ** 2
    assert float(positive) == pytest.approx(0.0594)
    stated(block("bayes.explaining-away"), "$0.0594$", f"${digits(both / positive)}$")


def games(informed):
    """Weight and outcome of every game in which the opened door showed a goat."""
    for car, pick in itertools.product(range(3), repeat=2):
        doors = [d for d in range(3) if d != pick and not (informed and d == car)]
        for host in doors:
            if host != car:
                yield Fraction(1, 9 * len(doors)), 3 - pick - host == car


def switching(informed):
    played = list(games(informed))
    return sum(w for w, won in played if won) / sum(w for w, _ in played)


def test_switching_wins_two_thirds_only_if_the_host_knows():
    assert switching(informed=True) == Fraction(2, 3)
    assert switching(informed=False) == Fraction(1, 2)
    stated(block("bayes.mechanism"), "$2/3$", "$1/2$")
    right = next(o for o in asked("Q1.1.7").options if o.correct)
    assert right.text == f"{float(switching(informed=False)):.2f}"


def test_the_program_of_the_door_question_shows_the_right_option():
    rng = np.random.default_rng(7)
    car, pick = rng.integers(3, size=(2, 1_000_000))
    host = (pick + rng.integers(1, 3, size=pick.size)) % 3
    goat = host != car
    shown = (3 - pick - host == car)[goat].mean()
    assert abs(shown - 0.5) <= 4 * 0.5 / math.sqrt(goat.sum())


# ---- Evidence that adds up


def run_of_positives(k, shared):
    """P(ill | k positives) when a share of all people gets k copies of one result."""
    joint = table(**OPENING)
    weight = {}
    for ill in (True, False):
        share = joint[ill, True] + joint[ill, False]
        once = joint[ill, True] / share
        weight[ill] = share * (shared * once + (1 - shared) * once**k)
    return weight[True] / sum(weight.values())


def test_two_independent_positives_are_worth_more_than_a_repeated_one():
    twice, copied = after([True, True], **OPENING), run_of_positives(2, Fraction(1))
    assert f"{float(twice):.4f}" == "0.7984"
    assert twice == run_of_positives(2, Fraction(0))
    assert copied == Fraction(1, 6)
    option = {o.id: o.text for o in asked("bayes.retest-check").options}
    assert option == {
        "once": f"${digits(copied)}$",
        "twice": f"${digits(twice)}$",
        "prior": f"${digits(OPENING['prevalence'], 2)}$",
    }
    stated(block("bayes.naive"), f"${digits(copied)}$", f"${digits(twice)}$", "$19.8$")


def test_a_tenth_of_copies_stops_eight_positives_below_two_thirds():
    reached = run_of_positives(8, Fraction(1, 10))
    assert reached < Fraction(2, 3) < Fraction(99, 100)
    by_copies = Fraction(1, 10) * Fraction(5, 100)
    assert f"{float(100 * by_copies):.1f} %" == "0.5 %"
    stated(block("bayes.retest"), f"${digits(math.log(19.8))}$", "0.5 %", "$0.653$")
    assert float(reached) == pytest.approx(0.653, abs=5.1e-4)
    after_four = run_of_positives(4, Fraction(1, 10))
    assert after_four > reached
    stated(block("bayes.retest"), f"${digits(after_four)}$")


def test_the_log_odds_of_the_coin_reach_100_to_1_after_229_tosses():
    head, tail = math.log(0.6 / 0.5), math.log(0.4 / 0.5)
    drift = 0.6 * head + 0.4 * tail
    assert f"{drift:.5f}" == "0.02014"
    tosses = {
        "25": math.log(100) / head,
        "117": math.log(100) / math.log(0.6 * 1.2 + 0.4 * 0.8),
        "229": math.log(100) / drift,
    }
    assert {name: str(round(value)) for name, value in tosses.items()} == {n: n for n in tosses}
    predict = asked("bayes.log-odds")
    assert [o.id for o in predict.options if o.correct] == ["229"]
    stated(predict, f"${-tail:.3f}$", f"{drift:.5f}", f"{math.log(100):.3f}", "$1.04$")


def test_about_a_fifth_of_the_walks_are_not_convinced_after_400_tosses():
    heads = np.arange(401)
    end = heads * math.log(0.6 / 0.5) + (400 - heads) * math.log(0.4 / 0.5)
    unconvinced = stats.binom(400, 0.6).pmf(heads)[end <= math.log(99)].sum()
    assert 0.175 < unconvinced < 0.225


# ---- A model carried to another prior


def test_nine_tenths_from_balanced_data_is_less_than_one_percent_in_operation():
    assert digits(carried(Fraction(9, 10), Fraction(1, 2), Fraction(1, 1000)), 2) == "0.0089"
    stated(block("bayes.imbalance"), "$0.0089$", "$9\\times\\frac{1}{999}$")


def test_balanced_class_weights_answer_for_equal_classes():
    linear = pytest.importorskip("sklearn.linear_model")
    rng = np.random.default_rng(0)
    y = rng.random(100_000) < 0.02
    x = rng.normal(2.0 * y)
    fit = linear.LogisticRegression(C=1e6, class_weight="balanced").fit(x[:, None], y)
    at_the_middle = fit.predict_proba([[1.0]])[0, 1]  # both classes are equally dense there
    assert at_the_middle == pytest.approx(0.5, abs=0.03)
    assert carried(at_the_middle, 0.5, 0.02) == pytest.approx(0.02, abs=0.003)
