"""The predictive band, as the data arrive one by one."""

# %%
import numpy as np

n, degree, sigma, tau = 4, 3, 0.2, 2.0
rng = np.random.default_rng(3)
x = rng.permutation(np.linspace(-1, 0.4, 20))[:n]
z = rng.standard_normal(20)[:n]
y = np.sin(3 * x) + sigma * z

# %% focus
F = np.vander(x, degree + 1, increasing=True)
precision = np.eye(degree + 1) / tau**2 + F.T @ F / sigma**2
m = np.linalg.solve(precision, F.T @ y / sigma**2)
grid = np.linspace(-1.2, 1.2, 97)
G = np.vander(grid, degree + 1, increasing=True)
v = np.sum(G * np.linalg.solve(precision, G.T).T, axis=1)
sd = np.sqrt(sigma**2 + v)
print(f"{n} points; narrowest sd {sd.min():.3f}, noise {sigma}")
print(f"sd at x = 1.2: {sd[-1]:.2f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
low, high = G @ m - 1.96 * sd, G @ m + 1.96 * sd
ax.fill_between(grid, low, high, alpha=0.3)
ax.plot(grid, G @ m, linewidth=2, label="posterior mean")
ax.plot(grid, np.sin(3 * grid), ":", label="truth")
ax.plot(x, y, "o", label="data")
ax.set(xlabel="x", ylabel="y", ylim=(-4, 4))
ax.legend()
plt.show()
