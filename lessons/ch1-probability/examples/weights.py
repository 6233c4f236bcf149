"""A normal prior and normal data: precisions decide."""

# %%
import numpy as np

tau, sigma, n = 1.0, 2.0, 4
m0, xbar = 0.0, 3.0

# %% focus
prior, data = 1 / tau**2, n / sigma**2
post = prior + data
mean = (prior * m0 + data * xbar) / post
print(f"precision: prior {prior:.3g} + data {data:.3g}"
      f" = {post:.3g}")
pull = round(40 * data / post)
print(f"prior {m0:g} {'-' * pull}O{'-' * (40 - pull)} {xbar:g} data")
print(f"posterior: mean {mean:.3f}, s.d. {post**-0.5:.3f}")

# %% plot
import matplotlib.pyplot as plt


def bell(x, m, precision):
    height = np.sqrt(precision / (2 * np.pi))
    return height * np.exp(-precision * (x - m) ** 2 / 2)


g = np.linspace(-3, 6, 181)
fig, ax = plt.subplots()
ax.plot(g, bell(g, m0, prior), "--", label="prior")
if n:
    ax.plot(g, bell(g, xbar, data), ":", label="likelihood")
ax.plot(g, bell(g, mean, post), linewidth=2, label="posterior")
ax.scatter([mean], [0], marker="s", label="mean")
ax.set(xlabel="θ", ylabel="density")
ax.legend(loc="upper left")
plt.show()
