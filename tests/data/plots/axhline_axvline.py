"""Reference lines and shaded spans."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 10, 100)
fig, ax = plt.subplots()
ax.plot(x, np.exp(-x / 3), label="decay")
ax.axhline(0.5, linestyle="--", label="half")
ax.axvline(3 * np.log(2), linestyle=":", label="half-life")
ax.axvspan(6, 8, alpha=0.2)
ax.axhspan(0.0, 0.1, alpha=0.2)
ax.legend()
plt.show()
