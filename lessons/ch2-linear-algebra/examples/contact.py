"""The smallest ball of the p-norm that touches a line."""

# %%
import numpy as np

p, slope, offset = 2.0, 0.5, 2.0

# %% focus
t = np.arange(8000) * np.pi / 4000
c, s = np.abs(np.cos(t)), np.abs(np.sin(t))
# ja: 大きいほうで割っておくと、p が大きくても桁が落ちません。
# en: Dividing by the larger one first keeps high powers safe.
big = np.maximum(c, s)
radius = ((c / big) ** p + (s / big) ** p) ** (-1 / p) / big
ball = radius * np.array([np.cos(t), np.sin(t)])
reach = np.array([slope, 1.0]) @ ball
scale = offset / reach.max()
touch = ball[:, reach > reach.max() - 1e-9] * scale
print(f"line: {slope:g} w1 + w2 = {offset:g}")
print(f"smallest p-norm on the line: {abs(scale):.4f}")
for w in touch.T[:: max(1, touch.shape[1] - 1)]:
    print(f"reached at w = ({w[0]:+.3f}, {w[1]:+.3f})")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
w1 = np.linspace(-3, 3, 2)
ax.plot(scale * ball[0], scale * ball[1], label=f"p = {p:g}")
ax.plot(w1, offset - slope * w1, "--", label="line")
ax.plot(*touch[:, :1], "o")
ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal",
       xlabel="w1", ylabel="w2")
ax.legend()
plt.show()
