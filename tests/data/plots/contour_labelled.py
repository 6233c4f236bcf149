"""Contour lines with their levels written on them."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-3, 3, 100), np.linspace(-2, 2, 80))
z = x**2 + 4 * y**2
fig, ax = plt.subplots()
lines = ax.contour(x, y, z, levels=[0.5, 1, 2, 4, 8])
ax.clabel(lines, fontsize=8)
ax.set(xlabel="x", ylabel="y")
plt.show()
