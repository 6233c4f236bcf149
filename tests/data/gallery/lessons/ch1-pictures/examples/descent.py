"""Two ways down a narrow valley."""

# %%
import numpy as np

eta, beta, steps = 0.02, 0.8, 60
A = np.diag([1.0, 25.0])


# %% focus
def descend(beta):
    w, v = np.array([-4.0, 1.0]), np.zeros(2)
    path = [w]
    for _ in range(steps):
        v = beta * v - eta * (A @ w)
        w = w + v
        path.append(w)
    return np.array(path)


plain, heavy = descend(0.0), descend(beta)
for name, path in (("plain", plain), ("momentum", heavy)):
    f = 0.5 * path[-1] @ A @ path[-1]
    print(f"{name:8} after {steps} steps f = {f:.2g}")

# %% plot
import matplotlib.pyplot as plt

w1, w2 = np.linspace(-5, 2, 141), np.linspace(-1.5, 1.5, 91)
X, Y = np.meshgrid(w1, w2)
F = 0.5 * (A[0, 0] * X**2 + A[1, 1] * Y**2)
fig, ax = plt.subplots()
levels = [0.5, 2, 5, 10, 18]
ax.contour(X, Y, F, levels=levels, colors="gray")
ax.plot(*heavy.T, lw=2, label="momentum")
ax.plot(*plain.T, "--", label="plain")
ax.annotate("start", (-4, 1), (-4.6, 1.3))
ax.scatter([0], [0], marker="x", color="k")
ax.set(xlabel="w1", ylabel="w2")
ax.legend()
plt.show()
