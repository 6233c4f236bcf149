"""Formulas of gradients, tried against finite differences."""

# %%
import numpy as np

h = 1e-5
rng = np.random.default_rng(2)
M = rng.standard_normal((4, 4))
X, y = rng.standard_normal((6, 4)), rng.standard_normal(6)
w = rng.standard_normal(4)


# %% focus
def slope(f):
    steps = h * np.eye(4)
    return np.array([(f(w + e) - f(w - e)) / (2 * h) for e in steps])


measured = slope(lambda w: w @ M @ w)
full, twice = (M + M.T) @ w, 2 * M @ w
fit = slope(lambda w: ((X @ w - y) ** 2).sum())
print(f"(M + M.T) w      off by {abs(measured - full).max():.1e}")
print(f"2 M w            off by {abs(measured - twice).max():.1e}")
least = 2 * X.T @ (X @ w - y)
print(f"2 X.T (X w - y)  off by {abs(fit - least).max():.1e}")

# %% plot
import matplotlib.pyplot as plt

k = np.arange(1, 5)
fig, ax = plt.subplots()
ax.plot(k, full, label="(M + Mᵀ) w")
ax.plot(k, twice, "--", label="2 M w")
ax.scatter(k, measured, label="measured")
ax.set(xlabel="entry of the gradient", ylabel="slope", xticks=k)
ax.legend()
plt.show()
