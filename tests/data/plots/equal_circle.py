"""Unit circles of three norms: equal steps look equal."""

import matplotlib.pyplot as plt
import numpy as np

t = np.linspace(0, 2 * np.pi, 200)
fig, ax = plt.subplots()
ax.plot(np.cos(t), np.sin(t), label="p = 2")
ax.plot([1, 0, -1, 0, 1], [0, 1, 0, -1, 0], label="p = 1")
ax.plot([1, 1, -1, -1, 1], [-1, 1, 1, -1, -1], label="p = ∞")
ax.set_aspect("equal")
ax.legend()
plt.show()
