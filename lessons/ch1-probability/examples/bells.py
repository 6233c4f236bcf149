"""Three normal densities: the narrower, the higher."""

# %%
import numpy as np

sigma = 0.5


# %% focus
def density(x, variance):
    height = 1 / np.sqrt(2 * np.pi * variance)
    return height * np.exp(-(x**2) / (2 * variance))


step = 0.005
x = -6 + step * (np.arange(2400) + 0.5)
for s in (sigma, 1, 2):
    p = density(x, s**2)
    area = np.sum(p[np.abs(x) <= s]) * step
    print(f"s.d. {s}: peak {p.max():.3f}, area within {area:.3f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
for s, style in zip((sigma, 1, 2), ["-", "--", ":"]):
    ax.plot(x[::10], density(x[::10], s**2), style, label=f"σ = {s}")
ax.axhline(1)
ax.set(xlabel="x", ylabel="density")
ax.legend()
plt.show()
