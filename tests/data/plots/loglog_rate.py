"""The Monte Carlo error and its rate."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
n = 2 ** np.arange(4, 16)
error = [abs(rng.normal(size=(200, m)).mean(axis=1)).mean() for m in n]
plt.loglog(n, error, "o-", label="measured")
plt.loglog(n, 0.8 / np.sqrt(n), "k--", label="$1/\\sqrt{n}$")
plt.xlabel("n")
plt.legend()
plt.show()
