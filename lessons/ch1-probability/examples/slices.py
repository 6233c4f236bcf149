"""Slicing a normal law: two regression lines and one long axis."""

# %%
import numpy as np

rho, s1, s2, x2 = 0.8, 1.0, 2.0, 2.0

# %% focus
slope = rho * s1 / s2
mean, var = slope * x2, s1**2 * (1 - rho**2)
print(f"x1 given x2 = {x2:g}: mean {mean:.3f}, variance {var:.3f}")
c = rho * s1 * s2
Sigma = np.array([[s1**2, c], [c, s2**2]])
# ja: eigh の固有値は小さい順なので、長い軸は最後の列です。
# en: Eigenvalues of eigh ascend: the long axis comes last.
lam, Q = np.linalg.eigh(Sigma)
half, axis = np.sqrt(lam), Q[:, -1]
steep = s1 / (rho * s2) if rho else np.inf
long = axis[0] / axis[1] if axis[1] else np.inf
print(f"half-axes of D = 1: {half[1]:.3f}, {half[0]:.3f}")
print(f"slopes: x1 on x2 {slope:.3f}, long axis {long:.3f},")
print(f"        x2 on x1 {steep:.3f}")

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 100)
e = 2 * (Q * half) @ [np.cos(t), np.sin(t)]
w = np.array([-2.0, 2.0])
g = mean + np.sqrt(var) * np.linspace(-3, 3, 61)
bell = x2 + s2 * np.exp(-((g - mean) ** 2) / (2 * var))
fig, ax = plt.subplots()
ax.plot(e[1], e[0])
ax.plot(s2 * w, slope * s2 * w, "--", linewidth=2,
        label="mean of x1")
ax.plot(rho * s2 * w, s1 * w, "-.", label="mean of x2")
ax.plot(axis[1] * half[1] * w, axis[0] * half[1] * w, ":",
        label="long axis")
ax.axvline(x2, linestyle=":")
ax.plot(bell, g, label="slice")
ax.set(xlabel="x2", ylabel="x1")
ax.legend()
plt.show()
