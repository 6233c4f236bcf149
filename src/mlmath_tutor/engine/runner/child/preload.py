"""Loading libraries before they are asked for, by using them.

An import alone is not enough: the first optimizer of PyTorch loads 800 more modules, the
first formula in a figure a parser. Each step uses what a lesson's programs use; in the
keeper it is also what a forked process tries, to see whether a fork is safe after it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """One library.

    Attributes:
        library: the top-level package that a program imports.
        use: loads it and has it compute; raises anything if it cannot be loaded.
    """

    library: str
    use: Callable[[], None]


def _use_numpy() -> None:
    import numpy as np

    matrix = np.array([[2.0, 1.0], [1.0, 3.0]])
    np.linalg.solve(matrix, np.linalg.inv(matrix) @ np.ones(2))
    np.linalg.svd(np.random.default_rng(0).normal(size=(60, 60)))
    np.fft.fft(matrix)
    repr(matrix)


def _use_words() -> None:
    """Explain an error: it takes modules that nothing else needs."""
    from mlmath_tutor.engine.runner.child import failures

    try:
        raise ValueError
    except ValueError as error:
        failures.describe(error, "")


def _use_matplotlib() -> None:
    import matplotlib.pyplot as plt

    from mlmath_tutor.engine.runner.child.figure_axes import figure_spec
    from mlmath_tutor.figspec import encode

    figure, (left, right) = plt.subplots(1, 2)
    left.plot([1, 2], [3, 4], label=r"$\sigma^2$")
    left.fill_between([1, 2], [0, 1], [1, 2])
    left.hist([1, 2, 2])
    left.set_title(r"$\frac{1}{2}$")
    left.legend()
    right.contour([[0, 1], [2, 3]])
    right.scatter([0, 1], [0, 1], c=[0, 1])
    right.imshow([[0, 1], [2, 3]])
    encode(figure_spec(figure))
    plt.close(figure)


def _use_scipy() -> None:
    import scipy.integrate
    import scipy.linalg
    import scipy.optimize
    import scipy.signal
    import scipy.special
    import scipy.stats

    scipy.stats.norm.pdf(0.0)
    scipy.stats.multivariate_normal([0.0, 0.0]).pdf([[0.0, 0.0]])
    scipy.linalg.cholesky([[2.0, 1.0], [1.0, 2.0]])
    scipy.optimize.minimize(lambda x: float(x @ x), [1.0])


def _use_sklearn() -> None:
    import sklearn.datasets
    import sklearn.decomposition
    import sklearn.ensemble
    import sklearn.linear_model
    import sklearn.metrics
    import sklearn.model_selection
    import sklearn.naive_bayes
    import sklearn.neighbors
    import sklearn.pipeline
    import sklearn.preprocessing
    import sklearn.svm
    import sklearn.tree
    from sklearn.cluster import KMeans
    from sklearn.mixture import GaussianMixture

    # Enough points that more than one thread would work on them.
    points = [[float(k % 7), float(k % 11)] for k in range(600)]
    KMeans(2, n_init=1, random_state=0).fit(points)
    GaussianMixture(2, random_state=0).fit(points)
    sklearn.linear_model.LogisticRegression().fit(points, [k % 2 for k in range(600)])


def _use_torch() -> None:
    import torch
    import torch.nn.functional
    import torch.utils.data

    generator = torch.Generator().manual_seed(0)  # the global one is the program's
    wide = torch.randn(300, 300, generator=generator, requires_grad=True)
    torch.sigmoid(wide @ wide).sum().backward()
    repr(wide)


def _use_torch_models() -> None:
    """Take a step with an optimizer, whose first use is slow."""
    import torch

    state = torch.get_rng_state()  # the first weights of a layer are random
    model = torch.nn.Linear(2, 2)
    torch.set_rng_state(state)
    for optimizer in (torch.optim.SGD, torch.optim.Adam):
        steps = optimizer(model.parameters(), lr=0.1)
        steps.zero_grad()
        torch.nn.functional.mse_loss(model(torch.ones(2, 2)), torch.ones(2, 2)).backward()
        steps.step()


_STEPS = (
    Step("numpy", _use_numpy),
    Step("numpy", _use_words),
    Step("matplotlib", _use_matplotlib),
    Step("scipy", _use_scipy),
    Step("sklearn", _use_sklearn),
    Step("torch", _use_torch),
    Step("torch", _use_torch_models),
)
ALWAYS = frozenset({"numpy", "matplotlib"})
"""What a process that serves one program only loads in any case."""


def ordered(libraries: Sequence[str]) -> list[Step]:
    """Return all steps, those of `libraries` (dotted names) first and in their order."""
    wanted = list(dict.fromkeys(name.partition(".")[0] for name in libraries))

    def rank(step: Step) -> int:
        return wanted.index(step.library) if step.library in wanted else len(wanted)

    return sorted(_STEPS, key=rank)


def take(step: Step) -> bool:
    """Do a step; return whether the library can be used."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            step.use()
    except Exception:  # noqa: BLE001 - a library may fail to load in any way; a program that
        return False  # needs it is told by its own import
    return True
