"""A histogram and the density it approaches."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
data = rng.normal(0, 1, 1000)
x = np.linspace(-4, 4, 200)
fig, ax = plt.subplots()
ax.hist(data, bins=30, density=True, alpha=0.5, label="samples")
ax.plot(x, np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi), lw=2, label="N(0, 1)")
ax.legend()
plt.show()
