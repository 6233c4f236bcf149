"""Axes through the origin, as in a school book."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 100)
fig, ax = plt.subplots()
ax.plot(x, np.maximum(x, 0), lw=2, label="ReLU")
ax.plot(x, np.tanh(x), label="tanh")
for side in ("left", "bottom"):
    ax.spines[side].set_position("zero")
for side in ("right", "top"):
    ax.spines[side].set_visible(False)
ax.legend()
plt.show()
