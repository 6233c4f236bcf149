"""A density on a mesh, with a colour bar."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-3, 3, 61), np.linspace(-3, 3, 61))
z = np.exp(-(x**2 + y**2 - 1.2 * x * y) / 1.28)
plt.pcolormesh(x, y, z, shading="auto", cmap="magma")
plt.colorbar()
plt.axis("equal")
plt.show()
