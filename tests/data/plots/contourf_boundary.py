"""A decision surface, its boundary and the data."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(60, 2))
label = x[:, 0] ** 2 + x[:, 1] ** 2 > 1
u, v = np.meshgrid(np.linspace(-3, 3, 120), np.linspace(-3, 3, 120))
p = 1 / (1 + np.exp(-3 * (u**2 + v**2 - 1)))
fig, ax = plt.subplots()
filled = ax.contourf(u, v, p, levels=10, cmap="RdBu", alpha=0.8)
ax.contour(u, v, p, levels=[0.5], colors="k")
ax.scatter(*x[label].T, marker="x")
ax.scatter(*x[~label].T, marker="o")
fig.colorbar(filled, ax=ax, label="p")
ax.set_aspect("equal")
plt.show()
