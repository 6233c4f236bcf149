"""Divide by n - 1, n or n + 1: mean and squared error."""

# %%
import numpy as np
from math import lgamma

n, variance, reps = 5, 1.0, 200_000

# %% focus
rng = np.random.default_rng(5)
x = rng.normal(0, np.sqrt(variance), (reps, n))
squares = ((x - x.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
root, score, mse = np.sqrt(reps), [], {}
for c in (n - 1, n, n + 1):
    estimate = squares / c
    error = (estimate - variance) ** 2
    mean, mse[c] = estimate.mean(), error.mean()
    m = (n - 1) / c * variance
    e = 2 * (n - 1) / c**2 * variance**2 + (m - variance) ** 2
    s1, s2 = estimate.std() / root, error.std() / root
    score += [(mean - m) / s1, (mse[c] - e) / s2]
    print(f"/{c}: mean {mean:.4f} ± {s1:.4f}, theory {m:.4f}")
    print(f"    MSE  {mse[c]:.4f} ± {s2:.4f}, theory {e:.4f}")
print("z-scores:", np.round(score, 2))

# %%
S = np.sqrt(squares / (n - 1) / variance)
ratio = np.exp(lgamma(n / 2) - lgamma((n - 1) / 2))
c4 = np.sqrt(2 / (n - 1)) * ratio
print(f"mean of S / sigma {S.mean():.4f}, theory {c4:.4f}")
a = [1.0, 2, 3, 4]
print(f"of 1, 2, 3, 4: np.var {np.var(a)}, np.cov {np.cov(a):.4f}")

# %% plot
import matplotlib.pyplot as plt

k = np.arange(2, max(16, n + 1))
fig, ax = plt.subplots()
for shift, style in ((-1, "-"), (0, "--"), (1, ":")):
    c = k + shift
    curve = 2 * (k - 1) / c**2 + ((k - 1) / c - 1) ** 2
    ax.plot(k, curve, style, label=f"divisor n{shift:+d}" if shift
            else "divisor n")
ax.scatter([n] * 3, [e / variance**2 for e in mse.values()])
ax.set(xlabel="n", ylabel="MSE / σ⁴", ylim=(0, 1))
ax.legend()
plt.show()
