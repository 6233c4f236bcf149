"""Two histograms over each other."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(3)
plt.hist(rng.normal(0, 1, 500), bins=20, alpha=0.5, label="before")
plt.hist(rng.normal(2, 0.7, 500), bins=20, alpha=0.5, label="after")
plt.xlabel("value")
plt.ylabel("count")
plt.legend()
plt.show()
