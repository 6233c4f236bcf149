"""Responsibilities of three components, stacked to one."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-6, 6, 200)
parts = np.array([np.exp(-((x - m) ** 2) / 2) for m in (-3, 0, 3)])
fig, ax = plt.subplots()
ax.stackplot(x, parts / parts.sum(axis=0), labels=["k = 1", "k = 2", "k = 3"])
ax.set(xlim=(-6, 6), ylim=(0, 1), xlabel="x", ylabel="responsibility")
ax.legend(loc="upper left")
plt.show()
