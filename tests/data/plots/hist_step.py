"""Histograms as outlines, one cumulative."""

import matplotlib.pyplot as plt
import numpy as np

data = np.random.default_rng(4).exponential(1.0, 2000)
fig, (left, right) = plt.subplots(1, 2, figsize=(9, 3.5))
left.hist(data, bins=40, histtype="step")
left.set_title("counts")
right.hist(data, bins=40, histtype="step", cumulative=True, density=True)
right.set_title("cumulative")
plt.tight_layout()
plt.show()
