"""Four panels sharing their axes, under one title."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 1, 100)
fig, axes = plt.subplots(2, 2, sharex=True, sharey=True)
for ax, n in zip(axes.flat, [1, 2, 4, 8], strict=True):
    ax.plot(x, np.sin(n * np.pi * x))
    ax.set_title(f"n = {n}")
fig.suptitle("Modes of a string")
plt.show()
