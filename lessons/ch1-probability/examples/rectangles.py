"""Covariance as the mean of signed rectangles."""

# %%
import numpy as np

last = 5.0
x = np.array([1.0, 2, 4, 5])
y = np.array([2.0, 4, 1, last])

# %% focus
dx, dy = x - x.mean(), y - y.mean()
area = dx * dy
covariance = area.mean()
rho = covariance / np.sqrt((dx**2).mean() * (dy**2).mean())
print("signed areas:", area)
print(f"mean area = covariance = {covariance:.2f}")
print(f"correlation = {rho:.2f}")

# %% plot
import matplotlib.pyplot as plt

mx, my = x.mean(), y.mean()
fig, ax = plt.subplots()
for sign, style, name in ((1, "-", "+"), (-1, ":", "-")):
    a, b = x[sign * area > 0], y[sign * area > 0]
    gap, one = np.full(a.size, np.nan), np.ones(a.size)
    across = np.stack([mx * one, a, a, gap], axis=1).ravel()
    up = np.stack([b, b, my * one, gap], axis=1).ravel()
    ax.plot(across, up, style, linewidth=2, label=name)
ax.axhline(my, linestyle="--")
ax.axvline(mx, linestyle="--")
ax.scatter(x, y)
for a, b, s in zip(x, y, area):
    ax.text((mx + a) / 2, (my + b) / 2, f"{s + 0:+.3g}")
ax.margins(0.12)
ax.set(xlabel="hours x", ylabel="points y")
plt.show()
