"""Gradient descent in a valley, one step a frame."""

# %%
import numpy as np

eta, steps = 0.2, 20
curvature = np.array([1.0, 8.0])

# %% focus
path = [np.array([-4.0, 1.4])]
for _ in range(steps):
    path.append(path[-1] - eta * curvature * path[-1])
path = np.array(path)
factors = 1 - eta * curvature
f = 0.5 * (curvature * path**2).sum(axis=1)
print(f"a step: x times {factors[0]:.2f}, y times {factors[1]:.2f}")
print(f"after {steps} steps f = {f[-1]:.2g}")

# %% plot
import matplotlib.pyplot as plt

x, y = np.linspace(-5, 5, 80), np.linspace(-2.5, 2.5, 60)
X, Y = np.meshgrid(x, y)
fig, ax = plt.subplots()
levels = [0.2, 1, 3, 6, 10, 16, 24]
ax.contour(X, Y, 0.5 * (X**2 + 8 * Y**2), levels=levels)
ax.plot(*path.T, linewidth=2)
ax.scatter(*path[-1], label="now")
ax.set(xlabel="x", ylabel="y", xlim=(-5, 5), ylim=(-2.5, 2.5))
plt.show()
