"""A curve in polar coordinates."""

import matplotlib.pyplot as plt
import numpy as np

t = np.linspace(0, 2 * np.pi, 300)
fig, ax = plt.subplots(subplot_kw={"projection": "polar"})
ax.plot(t, np.abs(np.cos(2 * t)))
plt.show()
