"""The explorations of section 1.4 away from their first values, against SciPy."""

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

PROGRAMS = Path(__file__).parents[2] / "lessons" / "ch1-probability" / "examples"


def ran(program, **values):
    """The names of a program after its numbers, with the first values replaced."""
    source = (PROGRAMS / program).read_text(encoding="utf-8").split("# %% plot")[0]
    setup, rest = source.split("# %% focus")
    names = {}
    exec(setup, names)
    names |= values
    exec(rest, names)
    return names


TUGS = [
    {"times": 0},
    {"times": 10, "n": 100, "k": 70},
    {"a": 20.0, "b": 0.5, "k": 10},
    {"a": 0.5, "b": 0.5, "n": 3, "k": 0},
    {"a": 7.5, "b": 1.0, "k": 100},
]


@pytest.mark.parametrize("values", TUGS)
def test_the_tug_of_war_agrees_with_scipy_everywhere(values):
    names = ran("tug.py", **values)
    law = stats.beta(names["A"], names["B"])
    assert names["heads"] <= names["tosses"]
    assert names["mean"] == pytest.approx(law.mean())
    assert (names["low"], names["high"]) == pytest.approx(tuple(law.ppf([0.025, 0.975])), abs=1e-4)
    inside = np.linspace(0.0005, 0.9995, 1000)
    assert names["top"] == pytest.approx(inside[law.pdf(inside).argmax()], abs=1e-3)


@pytest.mark.parametrize("sides", [0.5, 1.0])
def test_without_data_a_flat_or_hollow_prior_has_no_single_top(sides):
    names = ran("tug.py", a=sides, b=sides, times=0)
    assert np.isnan(names["top"])
    assert np.isnan(names["mle"])


@pytest.mark.parametrize(("p", "n"), [(0.37, 5), (0.01, 200), (0.5, 20)])
def test_coverage_is_the_share_of_outcomes_that_contain_the_truth(p, n):
    names = ran("coverage.py", p=p, n=n)
    k = np.arange(n + 1)
    share = k / n
    wald = abs(share - p) <= names["z"] * np.sqrt(share * (1 - share) / n)
    wilson = abs(share - p) <= names["z"] * np.sqrt(p * (1 - p) / n)
    chances = stats.binom(n, p).pmf(k)
    assert names["wald"] == pytest.approx(chances[wald].sum())
    assert names["wilson"] == pytest.approx(chances[wilson].sum())


@pytest.mark.parametrize("n", [0, 50])
def test_precisions_pull_as_a_grid_says(n):
    names = ran("weights.py", tau=2.5, sigma=0.7, n=n)
    t = np.linspace(-15, 15, 300_001)
    log = -(t**2) / (2 * 2.5**2) - n * (t - 3) ** 2 / (2 * 0.7**2)
    weight = np.exp(log - log.max())
    mean = np.average(t, weights=weight)
    assert names["mean"] == pytest.approx(mean, abs=1e-6)
    spread = np.average((t - mean) ** 2, weights=weight)
    assert names["post"] == pytest.approx(1 / spread, rel=1e-3)
