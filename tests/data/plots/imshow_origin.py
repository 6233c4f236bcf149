"""A function as a picture: origin below, extent in data, a diverging map."""

import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-2, 2, 80), np.linspace(-1, 1, 40))
plt.imshow(
    x * y, origin="lower", extent=(-2, 2, -1, 1), cmap="coolwarm", aspect="auto", vmin=-2, vmax=2
)
plt.colorbar(label="xy")
plt.xlabel("x")
plt.ylabel("y")
plt.show()
