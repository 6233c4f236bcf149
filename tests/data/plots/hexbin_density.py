"""Many points as counts in hexagons."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x, y = rng.multivariate_normal([0, 0], [[1, 0.7], [0.7, 1]], 5000).T
plt.hexbin(x, y, gridsize=20, cmap="viridis")
plt.colorbar(label="count")
plt.xlabel("x")
plt.ylabel("y")
plt.show()
