"""Orthogonality that is lost, and coefficients with it."""

# %%
import numpy as np
from scipy.linalg import solve_triangular

size, degree = 12, 11

# %% focus
def gram_schmidt(A, modified):
    Q = np.zeros_like(A)
    for j in range(A.shape[1]):
        v = A[:, j].copy()
        for i in range(j):
            # ja: 修正版は、引き終えた残りから次の影を測ります。
            # en: Modified: take the shadow of what is left.
            now = v if modified else A[:, j]
            v -= (Q[:, i] * now).sum() * Q[:, i]
        Q[:, j] = v / np.sqrt((v * v).sum())
    return Q

def loss(Q):
    return np.linalg.norm(Q.T @ Q - np.eye(Q.shape[1]))

sizes = np.arange(2, size + 1)
lost = {"classical": [], "modified": [], "Householder": []}
for n in sizes:
    i = np.arange(n)
    H = 1 / (i[:, None] + i + 1)
    lost["classical"].append(loss(gram_schmidt(H, False)))
    lost["modified"].append(loss(gram_schmidt(H, True)))
    lost["Householder"].append(loss(np.linalg.qr(H)[0]))
for name, values in lost.items():
    print(f"{name:12}n = {size}: {values[-1]:.0e}")

# %%
X = np.vander(np.linspace(0, 1, 50), degree + 1, increasing=True)
w = np.ones(degree + 1)
y, kappa = X @ w, np.linalg.cond(X)
normal = abs(np.linalg.solve(X.T @ X, X.T @ y) - w).max()
Q, R = np.linalg.qr(X)
qr = abs(solve_triangular(R, Q.T @ y) - w).max()
print(f"degree {degree}: kappa {kappa:.1e}, squared {kappa**2:.1e}")
for name, error in (("normal equations", normal), ("QR", qr)):
    good = "yes" if error < 1e-3 else "no"
    print(f"3 digits of w right with {name}: {good}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
for (name, values), dash in zip(lost.items(), ("-", "--", ":")):
    ax.semilogy(sizes, np.maximum(values, 1e-17), dash, label=name)
ax.set(xlabel="order n of the Hilbert matrix", ylabel="loss (log)")
ax.legend()
plt.show()
