"""A curve, and an inset that shows its end enlarged."""

import matplotlib.pyplot as plt
import numpy as np

k = np.arange(1, 201)
fig, ax = plt.subplots()
ax.plot(k, 1 / k + 0.02 * np.sin(k / 5) / np.sqrt(k))
inset = ax.inset_axes([0.5, 0.45, 0.45, 0.45])
inset.plot(k[150:], 1 / k[150:] + 0.02 * np.sin(k[150:] / 5) / np.sqrt(k[150:]))
inset.set_title("last 50")
plt.show()
