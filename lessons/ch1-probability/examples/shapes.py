"""Shapes of dependence: correlation and mutual information."""

# %%
import numpy as np

shape, noise = "parabola", 0.2
n, bins = 20_000, 10

# %% focus
rng = np.random.default_rng(0)
u = rng.uniform(-1, 1, n)
angle = np.pi * rng.uniform(-1, 1, n)
x, y = {
    "line": (u, u),
    "parabola": (u, u**2),
    "circle": (np.cos(angle), np.sin(angle)),
    "X": (u, u * rng.choice([-1, 1], n)),
}[shape]
y = y + noise * rng.standard_normal(n)
rho = 1 / np.sqrt(1 + 3 * noise**2) if shape == "line" else 0.0
r = np.corrcoef(x, y)[0, 1]
print(f"{shape}: correlation {rho:.3f}, of {n} draws {r:+.3f}")
table, _, _ = np.histogram2d(x, y, bins)
p = table / n
q = np.outer(p.sum(axis=1), p.sum(axis=0))
full = p > 0
mi = np.sum(p[full] * np.log(p[full] / q[full]))
print(f"mutual information in {bins} × {bins} cells {mi:.3f} nat")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.scatter(x[:600], y[:600], s=4)
ax.set(title=f"ρ = {rho:.2f}, MI = {mi:.2f}", xlabel="x", ylabel="y")
plt.show()
