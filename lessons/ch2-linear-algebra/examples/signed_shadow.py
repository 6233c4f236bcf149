"""The inner product as a shadow that has a sign."""

# %%
import numpy as np

theta = 60.0

# %% focus
y = np.array([4.0, 0.0])
t = np.radians(theta)
x = 3 * np.array([np.cos(t), np.sin(t)])
length = np.linalg.norm(y)
shadow = x @ y / length
foot = shadow * y / length
print(f"shadow of x on y: {shadow:+.2f}")
print(f"times the length of y, {length:.0f}: {shadow * length:+.2f}")
print(f"x @ y = {x @ y:+.2f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([0, y[0]], [0, y[1]], "--", label="y")
ax.plot([0, x[0]], [0, x[1]], label="x")
ax.plot([0, foot[0]], [0, foot[1]], "o-", label="shadow")
ax.plot([x[0], foot[0]], [x[1], foot[1]], ":")
ax.set(xlim=(-3.5, 4.5), ylim=(-0.5, 3.5), aspect="equal")
ax.legend()
plt.show()
