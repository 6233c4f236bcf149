"""A mean with its confidence band."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 10, 100)
mean = np.sin(x)
sd = 0.2 + 0.05 * x
fig, ax = plt.subplots()
ax.plot(x, mean, label="mean")
ax.fill_between(x, mean - 2 * sd, mean + 2 * sd, alpha=0.3, label="95 %")
ax.legend()
plt.show()
