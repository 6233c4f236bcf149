"""More curves than a cycle of greys: powers of x."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-1, 1, 101)
fig, ax = plt.subplots()
for n in range(1, 7):
    ax.plot(x, x**n, label=f"$x^{n}$")
ax.axhline(0, color="black", linewidth=0.8)
ax.axvline(0, color="black", linewidth=0.8)
ax.legend()
plt.show()
