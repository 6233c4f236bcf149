"""Gram–Schmidt: take the shadow away, keep the rest."""

# %%
import numpy as np

angle = 53.13
a = np.array([3.0, 4])
turn = np.radians(53.13 - angle)
b = 5 * np.array([np.cos(turn), np.sin(turn)])

# %% focus
r11 = np.linalg.norm(a)
q1 = a / r11
r12 = q1 @ b
rest = b - r12 * q1
r22 = np.linalg.norm(rest)
print(f"r11 = {r11:.2f}, r12 = {r12:.2f}, r22 = {r22:.2f}")
print(f"rest = {rest.round(2)}, q1·rest = {abs(q1 @ rest):.2f}")

# %% plot
import matplotlib.pyplot as plt

foot = r12 * q1
fig, ax = plt.subplots()
ax.plot([0, a[0]], [0, a[1]], linewidth=2, label="a")
ax.plot([0, b[0]], [0, b[1]], "--", label="b")
ax.plot([foot[0], b[0]], [foot[1], b[1]], ":", label="rest")
ax.scatter(*foot, label="shadow")
ax.set(xlabel="x1", ylabel="x2", xlim=(-1, 6), ylim=(-1, 4.5))
ax.set_aspect("equal")
ax.legend()
plt.show()
