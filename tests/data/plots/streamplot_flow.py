"""A flow as stream lines."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-2, 2, 30), np.linspace(-2, 2, 30))
plt.streamplot(x, y, -y - 0.3 * x, x - 0.3 * y, density=0.8)
plt.gca().set_aspect("equal")
plt.show()
