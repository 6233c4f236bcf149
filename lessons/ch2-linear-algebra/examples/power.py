"""Power iteration: the ratio of two eigenvalues sets the pace."""

# %%
import numpy as np

second, steps = 0.8, 60
rng = np.random.default_rng(1)
lam = np.array([1.0, second, 0.3, 0.1])
Q = np.linalg.qr(rng.standard_normal((4, 4)))[0]
A = (Q * lam) @ Q.T

# %% focus
q = Q[:, 0]
v = rng.standard_normal(4)
sine, gap = [], []
for _ in range(steps):
    v = A @ v
    v /= np.linalg.norm(v)
    # ja: 角の正弦は、q に直交する成分の長さです。
    # en: The sine of the angle is the length across q.
    sine.append(np.linalg.norm(v - (q @ v) * q))
    gap.append(lam[0] - v @ A @ v)
slow, fast = sine[40] / sine[39], gap[30] / gap[29]
print(f"direction, step 40: x {slow:.5f}, theory {second}")
print(f"vᵀAv, step 30: x {fast:.5f}, theory {second**2:.4g}")

# %%
w, V = np.linalg.eigh(A)
print("eigh, ascending:", w.round(3))
print(f"|v · last column| = {abs(V[:, -1] @ v):.4f}")
B = A - lam[0] * np.outer(q, q)
print(f"largest without the first: {np.linalg.eigvalsh(B)[-1]:.4f}")
shear, turn = np.array([[1.0, 1], [0, 1]]), [[0, -1], [1, 0]]
same, P = np.linalg.eig(shear)
print("shear:", same, f"det of eigenvectors {np.linalg.det(P):.3f}")
print("turn by 90 degrees:", np.linalg.eigvals(turn))

# %% plot
import matplotlib.pyplot as plt

n = np.arange(1, steps + 1)
fig, ax = plt.subplots()
ax.semilogy(n, sine, linewidth=2, label="direction")
ax.semilogy(n, gap, "--", label="eigenvalue")
ax.set(xlabel="iteration", ylabel="error (log)")
ax.legend()
plt.show()
