"""Paths of many samples as one collection."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection

rng = np.random.default_rng(0)
t = np.arange(60)
walks = rng.normal(size=(20, 60)).cumsum(axis=1)
fig, ax = plt.subplots()
ax.add_collection(
    LineCollection([np.column_stack([t, w]) for w in walks], colors="gray", alpha=0.5)
)
ax.plot(t, 2 * np.sqrt(t), "r--", label="$\\pm 2\\sqrt{t}$")
ax.plot(t, -2 * np.sqrt(t), "r--")
ax.set_xlim(0, 59)
ax.legend()
plt.show()
