"""Coefficients shrinking along a logarithmic axis that falls."""

import matplotlib.pyplot as plt
import numpy as np

lam = np.logspace(-3, 3, 80)
fig, ax = plt.subplots()
for d in (10, 1, 0.1):
    ax.plot(lam, d / (d + lam))
ax.set_xscale("log")
ax.invert_xaxis()
ax.set(xlabel=r"$\lambda$", ylabel=r"$\hat\beta$", title="Ridge path")
plt.show()
