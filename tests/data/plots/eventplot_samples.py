"""Moments at which something happened."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
plt.eventplot([rng.uniform(0, 10, 15), rng.uniform(0, 10, 25)], colors=["C0", "C1"])
plt.yticks([0, 1], ["rate 1.5", "rate 2.5"])
plt.show()
