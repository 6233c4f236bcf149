"""How far from the centre a standard normal vector lies."""

# %%
import numpy as np
from math import lgamma, log

d = 2

# %% focus
step = 0.005
r = step * (np.arange(5400) + 0.5)
# ja: 半径 r の球面の面積に比例する r**(d - 1) が掛かります。
# en: The area of the sphere of radius r brings r**(d - 1).
logp = (d - 1) * np.log(r) - r**2 / 2
logp -= (d / 2 - 1) * log(2) + lgamma(d / 2)
density = np.exp(logp)
mean = np.sum(r * density) * step
sd = np.sqrt(np.sum((r - mean) ** 2 * density) * step)
near = np.sum(density[r <= 1]) * step
print(f"d = {d}: sqrt(d) = {np.sqrt(d):.3f}")
print(f"length: mean {mean:.3f}, s.d. {sd:.3f}")
print(f"P(length <= 1) = {near:.3g}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot(r[::10], density[::10], linewidth=2,
        label="density of the length")
ax.plot(r[::10], np.exp(-(r[::10] ** 2) / 2), "--",
        label="p(x) / p(0) at radius r")
ax.axvline(np.sqrt(d), label="√d")
ax.set(xlabel="radius r", ylabel="density")
ax.set_ylim(0, 1.05)
ax.legend()
plt.show()
