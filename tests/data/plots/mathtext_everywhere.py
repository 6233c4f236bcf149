"""Formulas in title, labels, ticks and legend."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-np.pi, np.pi, 200)
fig, ax = plt.subplots()
ax.plot(x, np.sin(x), label=r"$\sin\theta$")
ax.plot(x, x - x**3 / 6, "--", label=r"$\theta - \frac{\theta^3}{6}$")
ax.set_xticks([-np.pi, 0, np.pi], [r"$-\pi$", "$0$", r"$\pi$"])
ax.set_title(r"Taylor: $f(\theta) \approx \sum_{k=0}^{n} \frac{f^{(k)}(0)}{k!}\theta^k$")
ax.legend()
plt.show()
