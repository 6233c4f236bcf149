"""Points coloured and sized by value, with a colour bar."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(1)
x, y = rng.normal(size=(2, 120))
fig, ax = plt.subplots()
points = ax.scatter(x, y, c=x + y, s=20 * np.abs(x) + 5, cmap="viridis", alpha=0.8)
fig.colorbar(points, ax=ax, label="x + y")
ax.set(xlabel="x", ylabel="y")
plt.show()
