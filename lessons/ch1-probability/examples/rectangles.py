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

fig, ax = plt.subplots()
seen = set()
for a, b, s in zip(x, y, area):
    corner = [x.mean(), a, a, x.mean(), x.mean()]
    height = [y.mean(), y.mean(), b, b, y.mean()]
    style, name = ("-", "positive") if s > 0 else (":", "negative")
    label = None if name in seen else name
    ax.plot(corner, height, style, label=label)
    seen.add(name)
ax.scatter(x, y)
ax.axhline(y.mean(), linestyle="--")
ax.axvline(x.mean(), linestyle="--")
ax.set(xlabel="hours x", ylabel="points y")
ax.legend()
plt.show()
