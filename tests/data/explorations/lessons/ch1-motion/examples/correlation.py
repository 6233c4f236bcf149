"""The ellipse of a two-dimensional normal distribution."""

# %%
import numpy as np

rho, sigma1, sigma2 = 0.6, 1.0, 1.0

# %% focus
cov = rho * sigma1 * sigma2
Sigma = np.array([[sigma1**2, cov], [cov, sigma2**2]])
values, axes = np.linalg.eigh(Sigma)
lengths = np.sqrt(values[::-1])
long, short = axes[:, 1], axes[:, 0]
angle = np.degrees(np.arctan2(long[1], long[0]))
angle = (angle + 90) % 180 - 90
print(f"standard deviation {lengths[0]:.2f} along the long axis,")
print(f"{lengths[1]:.2f} along the short one; angle {angle:.0f}°")

# %%
# ja: 同じ乱数を使い、相関だけを変えます。
# en: The same random numbers every time: only the correlation moves.
z = np.random.default_rng(0).standard_normal((150, 2))
points = z @ np.linalg.cholesky(Sigma).T

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 120)
circle = np.outer(np.cos(t), lengths[0] * long)
circle += np.outer(np.sin(t), lengths[1] * short)
ring = np.sqrt(5.991) * circle
fig, ax = plt.subplots()
ax.scatter(*points.T, s=4, color="grey")
ax.plot(*ring.T, linewidth=2)
for axis, length in ((long, lengths[0]), (short, lengths[1])):
    ax.plot(*np.outer([-1, 1], np.sqrt(5.991) * length * axis).T, ":")
ax.set(xlabel="x1", ylabel="x2", xlim=(-5, 5), ylim=(-3, 3))
ax.set_aspect("equal")
plt.show()
