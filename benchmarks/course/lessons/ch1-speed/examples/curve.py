"""A normal density with its two standard deviations."""

# %%
import matplotlib.pyplot as plt
import numpy as np

sigma = 0.5

x = np.linspace(-6, 6, 200)
y = np.exp(-((x / sigma) ** 2) / 2) / (sigma * np.sqrt(2 * np.pi))
fig, ax = plt.subplots()
ax.plot(x, y, label="density")
ax.axvline(2 * sigma, linestyle=":")
ax.axvline(-2 * sigma, linestyle=":")
ax.set(xlabel="x", ylabel="density", ylim=(0, 0.9))
ax.legend()
plt.show()
print(f"drawn for {sigma:.2f}")
