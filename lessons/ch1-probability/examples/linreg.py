"""Bayesian linear regression: a band that knows what it has seen."""

# %%
import numpy as np

n, degree, sigma, tau, runs = 12, 5, 0.2, 2.0, 4000
rng = np.random.default_rng(9)


def features(x):
    return np.vander(x, degree + 1, increasing=True)


x = rng.uniform(-1, 0.6, n)
y = np.sin(3 * x) + sigma * rng.standard_normal(n)

# %% focus
F = features(x)
precision = np.eye(degree + 1) / tau**2 + F.T @ F / sigma**2
S = np.linalg.inv(precision)
m = S @ F.T @ y / sigma**2
grid = np.linspace(-1.3, 1.3, 53)
G = features(grid)
of_line = np.sqrt(np.sum(G @ S * G, axis=1))
sd = np.sqrt(sigma**2 + of_line**2)

# %%
lam = np.eye(degree + 1) * sigma**2 / tau**2
ridge = np.linalg.solve(F.T @ F + lam, F.T @ y)
print("posterior mean = ridge:", np.allclose(m, ridge))
print(f"sd at x = 0: {sd[26]:.3f}, at x = 1.3: {sd[-1]:.3f}")
drawn = rng.multivariate_normal(m, S, 40_000) @ G[40]
drawn = (drawn + sigma * rng.standard_normal(40_000)).std()
print(f"sd at x = 0.7: drawn {drawn:.4f}, formula {sd[40]:.4f}")
# ja: 係数を事前分布から引き直し、x = 0 の新しい観測を予測します。
# en: Draw new coefficients from the prior; predict y at x = 0.
W = tau * rng.standard_normal((runs, degree + 1))
Y = W @ F.T + sigma * rng.standard_normal((runs, n))
new = W @ G[26] + sigma * rng.standard_normal(runs)
miss = np.abs(new - Y @ F @ S @ G[26] / sigma**2)
cover = np.mean(miss < 1.96 * sd[26])
narrow = np.mean(miss < 1.96 * of_line[26])
print(f"predictive interval covers {cover:.4f} of {runs}")
print(f"without the noise only     {narrow:.4f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.fill_between(grid, G @ m - 1.96 * sd, G @ m + 1.96 * sd, alpha=0.3)
ax.plot(grid, G @ m, linewidth=2, label="posterior mean")
ax.plot(grid, np.sin(3 * grid), ":", label="truth")
ax.plot(x, y, "o", label="data")
ax.set(xlabel="x", ylabel="y", ylim=(-3, 3))
ax.legend()
plt.show()
