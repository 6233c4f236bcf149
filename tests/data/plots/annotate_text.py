"""A minimum pointed at, and formulas in text."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 4, 200)
fig, ax = plt.subplots()
ax.plot(x, (x - 1) ** 2)
ax.annotate("minimum", xy=(1, 0), xytext=(2.2, 3), arrowprops={"arrowstyle": "->"})
ax.text(-1.8, 6, r"$f(x) = (x - 1)^2$", fontsize=12)
ax.text(0.95, 0.05, "axes corner", transform=ax.transAxes, ha="right")
ax.set_xlabel("$x$")
ax.set_ylabel("$f(x)$")
plt.show()
