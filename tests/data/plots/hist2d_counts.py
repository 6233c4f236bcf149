"""Many points as counts in squares."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x, y = rng.multivariate_normal([0, 0], [[1, 0.7], [0.7, 1]], 5000).T
plt.hist2d(x, y, bins=25)
plt.colorbar()
plt.show()
