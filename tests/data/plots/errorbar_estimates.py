"""Estimates with error bars, on a logarithmic axis of sample sizes."""

import matplotlib.pyplot as plt
import numpy as np

n = np.array([10, 30, 100, 300, 1000])
plt.errorbar(n, 0.5 + 0.3 / n, yerr=1 / np.sqrt(n), fmt="o", capsize=3, label="estimate")
plt.axhline(0.5, color="gray", ls="--", label="truth")
plt.xscale("log")
plt.xlabel("n")
plt.legend()
plt.show()
