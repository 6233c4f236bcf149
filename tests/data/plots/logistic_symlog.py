"""A scale that terminals have no name for: symlog."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-1000, 1000, 201)
plt.plot(x, x**3)
plt.yscale("symlog")
plt.xlabel("x")
plt.ylabel("x³")
plt.show()
