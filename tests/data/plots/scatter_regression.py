"""A least-squares line through points, with its residuals."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(2)
x = np.linspace(0, 10, 15)
y = 1.5 * x + 2 + rng.normal(0, 2, 15)
slope, intercept = np.polyfit(x, y, 1)
fitted = slope * x + intercept
plt.scatter(x, y, color="tab:blue", label="data")
plt.plot(x, fitted, color="tab:red", label=f"y = {slope:.2f}x + {intercept:.2f}")
plt.vlines(x, fitted, y, color="gray", linewidth=1)
plt.legend()
plt.show()
