"""Box plots of three groups, with an outlier."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
groups = [rng.normal(m, s, 60) for m, s in ((0, 1), (1, 0.5), (0.5, 2))]
fig, ax = plt.subplots()
ax.boxplot(groups, tick_labels=["A", "B", "C"])
ax.set_ylabel("value")
plt.show()
