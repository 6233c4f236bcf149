"""Three columns that draw together: what orthogonality is left."""

# %%
import numpy as np

angle = 1e-3

# %% focus
def columns(degrees):
    t = np.radians(degrees)
    # ja: どの 2 列の角も同じです。丸めて、機種による差をなくします。
    # en: Equal angles; rounded, so that all machines start alike.
    h = float(np.float32(np.sin(t / 2) * np.sqrt(2 / np.cos(t))))
    A = np.vstack([np.ones(3), h * np.eye(3)])
    w = np.arange(1.0, 5)[:, None]
    return A - w * (w * A).sum(axis=0) / 15, np.sqrt(3 + h * h) / h

def gram_schmidt(A, modified):
    Q = np.zeros_like(A)
    for j in range(3):
        v = A[:, j].copy()
        for i in range(j):
            now = v if modified else A[:, j]
            v -= (Q[:, i] * now).sum() * Q[:, i]
        Q[:, j] = v / np.sqrt((v * v).sum())
    return Q

def losses(degrees):
    A, kappa = columns(degrees)
    found = (gram_schmidt(A, False), gram_schmidt(A, True),
             np.linalg.qr(A)[0])
    return kappa, [np.linalg.norm(Q.T @ Q - np.eye(3)) for Q in found]

kappa, (classical, modified, house) = losses(angle)
u = 2.0**-53
print(f"angle {angle:.1e} degrees, condition number {kappa:.1e}")
print(f"classical   {classical:.0e}, kappa² u = {kappa**2 * u:.0e}")
print(f"modified    {modified:.0e}, kappa u  = {kappa * u:.0e}")
print(f"Householder {house:.0e}")

# %% plot
import matplotlib.pyplot as plt

grid = np.logspace(-8, np.log10(89), 41)
rows = np.maximum([losses(g)[1] for g in grid], 1e-17)
fig, ax = plt.subplots()
for name, row, dash in zip(("classical", "modified", "Householder"),
                           rows.T, ("-", "--", ":")):
    ax.loglog(grid, row, dash, label=name)
ax.axvline(angle, linestyle=":")
ax.set(xlabel="angle in degrees (log)", ylabel="loss (log)")
ax.legend()
plt.show()
