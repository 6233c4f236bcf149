"""Violin plots of three groups."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
groups = [rng.normal(0, 1, 200), rng.normal(1, 0.5, 200), rng.exponential(1, 200)]
fig, ax = plt.subplots()
ax.violinplot(groups, showmedians=True)
ax.set_xticks([1, 2, 3], ["normal", "narrow", "skewed"])
plt.show()
