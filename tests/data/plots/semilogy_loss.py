"""Losses that fall at different rates, on a logarithmic axis."""

import matplotlib.pyplot as plt
import numpy as np

k = np.arange(60)
plt.semilogy(k, 0.9**k, label="momentum")
plt.semilogy(k, 1 / (k + 1), label="gradient descent")
plt.xlabel("iteration")
plt.ylabel("error")
plt.legend()
plt.show()
