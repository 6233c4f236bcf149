"""The tail of a normal density, filled where a condition holds."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-4, 4, 400)
density = np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
plt.plot(x, density)
plt.fill_between(x, density, where=x > 1.645, alpha=0.5, label="p = 0.05")
plt.annotate(
    "critical value", xy=(1.645, 0.103), xytext=(2.0, 0.25), arrowprops={"arrowstyle": "->"}
)
plt.legend()
plt.show()
