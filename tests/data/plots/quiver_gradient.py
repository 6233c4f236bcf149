"""The gradient field of a bowl, with its contours."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9))
fig, ax = plt.subplots()
u, v = np.meshgrid(np.linspace(-2, 2, 60), np.linspace(-2, 2, 60))
ax.contour(u, v, u**2 + 2 * v**2, colors="gray")
ax.quiver(x, y, -2 * x, -4 * y)
ax.set_aspect("equal")
plt.show()
