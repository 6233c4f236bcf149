"""A figure redrawn in a loop: the last picture stays."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 100)
fig, ax = plt.subplots()
for phase in np.linspace(0, np.pi, 5):
    ax.clear()
    ax.plot(x, np.sin(x + phase))
    ax.set_ylim(-1, 1)
    plt.pause(0.001)
plt.show()
