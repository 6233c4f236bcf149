"""A matrix turns, stretches and turns again: circle to ellipse."""

# %%
import numpy as np

A = np.array([[2.0, -1], [2, 2]])
time = 3.0

# %% focus
lam, V = np.linalg.eigh(A.T @ A)
# ja: eigh は小さい順なので逆順にします。符号は第 2 成分を正にします。
# en: eigh ascends: reverse. Second entries are made positive.
V = V[:, ::-1] * np.sign(V[1, ::-1])
s = np.sqrt(lam[::-1])
U = A @ V / s
for j in (0, 1):
    v, u = V[:, j].round(3), U[:, j].round(3)
    print(f"s{j + 1} = {s[j]:.3f}, v{j + 1} = {v}, u{j + 1} = {u}")
print(f"U S Vᵀ = A: {np.allclose((U * s) @ V.T, A)}")
print(f"u1·u2 = {abs(U[:, 0] @ U[:, 1]):.3f}")
print("eigenvalues of A", np.linalg.eigvals(A).round(3))

# %% plot
import matplotlib.pyplot as plt

def turn(a):
    return np.array([[np.cos(a), -np.sin(a)],
                     [np.sin(a), np.cos(a)]])

first, second, third = np.clip([time, time - 1, time - 2], 0, 1)
back = turn(-first * np.arctan2(V[1, 0], V[0, 0]))
on = turn(third * np.arctan2(U[1, 0], U[0, 0]))
M = on @ np.diag(s**second) @ back
t = np.linspace(0, 2 * np.pi, 101)
circle = np.array([np.cos(t), np.sin(t)])
fig, ax = plt.subplots()
ax.plot(*circle, ":", label="unit circle")
ax.plot(*(M @ circle), linewidth=2)
for j, dash in ((0, "-"), (1, "--")):
    x, y = M @ V[:, j]
    ax.plot([0, x], [0, y], dash, label=f"v{j + 1}")
ax.set(xlabel="x1", ylabel="x2", xlim=(-3.2, 3.2), ylim=(-3.2, 3.2))
ax.set_aspect("equal")
ax.legend()
plt.show()
