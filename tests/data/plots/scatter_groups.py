"""Two classes and the line that separates them."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
red = rng.normal([-1, -1], 0.6, (40, 2))
blue = rng.normal([1, 1], 0.6, (40, 2))
plt.scatter(red[:, 0], red[:, 1], marker="o", label="class 0")
plt.scatter(blue[:, 0], blue[:, 1], marker="x", label="class 1")
line = np.array([-3, 3])
plt.plot(line, -line, "k-", label="boundary")
plt.xlim(-3, 3)
plt.ylim(-3, 3)
plt.legend()
plt.show()
