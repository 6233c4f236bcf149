"""Stacked bars with error bars on top."""

import matplotlib.pyplot as plt

names = ["n=10", "n=100", "n=1000"]
bias, variance = [0.4, 0.35, 0.34], [0.9, 0.2, 0.03]
plt.bar(names, bias, label="bias²")
plt.bar(names, variance, bottom=bias, yerr=[0.1, 0.05, 0.01], capsize=4, label="variance")
plt.ylabel("error")
plt.legend()
plt.show()
