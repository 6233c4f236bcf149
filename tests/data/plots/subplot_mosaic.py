"""A wide panel over two narrow ones."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
walk = rng.normal(size=500).cumsum()
fig, axes = plt.subplot_mosaic([["path", "path"], ["steps", "ends"]])
axes["path"].plot(walk)
axes["path"].set_title("random walk")
axes["steps"].hist(np.diff(walk), bins=25)
axes["steps"].set_title("steps")
axes["ends"].boxplot(walk)
axes["ends"].set_title("values")
fig.tight_layout()
plt.show()
