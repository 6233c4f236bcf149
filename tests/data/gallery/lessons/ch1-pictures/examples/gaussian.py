"""A two-dimensional normal: level lines, samples, main axis."""

# %%
import numpy as np

rho, n = 0.8, 200

# %% focus
Sigma = np.array([[1.0, rho], [rho, 1.0]])
precision = np.linalg.inv(Sigma)
rng = np.random.default_rng(0)
sample = rng.multivariate_normal([0, 0], Sigma, size=n)
d2 = np.einsum("ni,ij,nj->n", sample, precision, sample)
# ja: 次元 2 では P(d² ≤ r²) = 1 - exp(-r²/2) です。
# en: In two dimensions P(d² ≤ r²) = 1 - exp(-r²/2).
shares = np.array([0.5, 0.9, 0.99])
radii2 = -2 * np.log(1 - shares)
for share, r2 in zip(shares, radii2):
    found = np.mean(d2 <= r2)
    print(f"ellipse of {share:.0%}: {found:.1%} of {n} samples")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(-4, 4, 161)
X, Y = np.meshgrid(g, g)
P = np.stack([X, Y], axis=-1)
D2 = np.einsum("...i,ij,...j", P, precision, P)
fig, ax = plt.subplots()
lines = ax.contour(X, Y, D2, levels=radii2)
names = dict(zip(radii2, (f"{s:.0%}" for s in shares)))
ax.clabel(lines, fmt=names)
ax.scatter(*sample.T, s=6, color="gray")
ax.set(xlabel="x1", ylabel="x2", aspect="equal")
plt.show()
