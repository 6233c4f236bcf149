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
for a, b, s in zip(x, y, area):
    style = "-" if s > 0 else ":"
    ax.plot([mx, a, a], [b, b, my], style)
    ax.text((mx + a) / 2, (my + b) / 2, f"{s:+.3g}")
ax.axhline(my, linestyle="--")
ax.axvline(mx, linestyle="--")
ax.scatter(x, y, label="data")
ax.margins(0.12)
ax.set(xlabel="hours x", ylabel="points y")
plt.show()
