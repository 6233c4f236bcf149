"""A saddle in three dimensions."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-2, 2, 40), np.linspace(-2, 2, 40))
ax = plt.figure().add_subplot(projection="3d")
ax.plot_surface(x, y, x**2 - y**2, cmap="viridis")
ax.set(xlabel="x", ylabel="y", zlabel="z")
plt.show()
