"""A curve with a pole: NaN breaks the line."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 401)
with np.errstate(divide="ignore"):
    y = 1 / x
y[np.abs(y) > 20] = np.nan
plt.plot(x, y)
plt.ylim(-10, 10)
plt.axhline(0, lw=0.5, c="k")
plt.show()
