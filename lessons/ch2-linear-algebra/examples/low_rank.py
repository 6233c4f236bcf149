"""The cut-off SVD against every other matrix of rank k."""

# %%
import numpy as np
from sklearn.datasets import load_digits

k, trials = 8, 300
tiles = load_digits().images[:25].reshape(5, 5, 8, 8)
A = tiles.transpose(0, 2, 1, 3).reshape(40, 40)

# %% focus
U, s, Vt = np.linalg.svd(A)
Ak = (U[:, :k] * s[:k]) @ Vt[:k]
size, worst = np.linalg.norm(A - Ak), np.linalg.norm(A - Ak, 2)
tail = np.sqrt((s[k:] ** 2).sum())
print(f"Frobenius error {size:.4f}, from the rest {tail:.4f}")
print(f"spectral error  {worst:.4f}, next value {s[k]:.4f}")

# %%
rng = np.random.default_rng(2)
found = []
for _ in range(trials):
    B = np.linalg.qr(rng.standard_normal((40, k)))[0]
    found.append(np.linalg.norm(A - B @ (B.T @ A)))
best, wins = min(found), sum(e < size for e in found)
# ja: A を掛けてから直交化した、k + 5 本の乱数の方向です。
# en: Random directions sent through A: k + 5 of them.
G = np.linalg.qr(A @ rng.standard_normal((40, k + 5)))[0]
u, c, vt = np.linalg.svd(G.T @ A, full_matrices=False)
sketch = np.linalg.norm(A - G @ (u[:, :k] * c[:k]) @ vt[:k])
energy = np.cumsum(s**2) / (s**2).sum()
print(f"random subspaces better than the SVD: {wins}")
print(f"best of {trials} random subspaces {best:.2f}")
print(f"randomised SVD {sketch:.2f}")
print(f"energy kept {energy[k - 1]:.3f}, by s1 {energy[0]:.3f}")
print(f"numbers stored: {k * 81 / 1600:.3f} of all")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.semilogy(np.arange(1, 41), np.maximum(s, 1e-3), linewidth=2,
            label="singular values")
ax.axvline(k, linestyle="--", label="k")
ax.set(xlabel="index j", ylabel="s_j (log)")
ax.legend()
plt.show()
