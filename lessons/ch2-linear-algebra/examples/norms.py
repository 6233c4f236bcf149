"""Norms, and angles in many dimensions."""

# %%
import numpy as np

p, d, reps = 2.0, 1000, 4000

# %%
rng = np.random.default_rng(0)
x = rng.standard_normal(50)
n1, n2, top = (np.linalg.norm(x, q) for q in (1, 2, np.inf))
print(f"max {top:.2f} <= l2 {n2:.2f} <= l1 {n1:.2f} <= "
      f"sqrt(50) l2 {np.sqrt(50) * n2:.2f}")
A = rng.standard_normal((6, 4))
s = np.linalg.svd(A, compute_uv=False)
print(f"Frobenius² {np.linalg.norm(A)**2:.4f}, "
      f"sum of s² {(s**2).sum():.4f}")
y, guess = rng.standard_normal(5), rng.standard_normal((5, 1))
print("shape of (5,) minus (5, 1):", (y - guess).shape)

# %% focus
spread, length, score = {}, {}, {}
for k in [k for k in (2, 10, 100) if k != d] + [d]:
    u, v = rng.standard_normal((2, reps, k))
    nu, nv = (np.linalg.norm(w, axis=1) for w in (u, v))
    c = (u * v).sum(axis=1) / nu / nv
    spread[k] = c.std()
    length[k] = (nu / np.sqrt(k)).mean(), (nu / np.sqrt(k)).std()
    se = (c**2).std() / np.sqrt(reps)
    score[k] = ((c**2).mean() - 1 / k) / se
    print(f"d = {k:4d}: s.d. of cos {spread[k]:.4f} (theory "
          f"{1 / np.sqrt(k):.4f}, z = {score[k]:+.1f})")
    print(f"    length / sqrt(d): mean {length[k][0]:.3f}, s.d. "
          f"{length[k][1]:.3f} (about {1 / np.sqrt(2 * k):.3f})")
degrees = np.degrees(np.arccos(c))
print(f"angles at d = {k}: {degrees.min():.1f}° to "
      f"{degrees.max():.1f}°, mean {degrees.mean():.2f}°")

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 361)
fig, (left, right) = plt.subplots(1, 2)
for q, style in ((1, "--"), (p, "-"), (8, ":")):
    r = (abs(np.cos(t))**q + abs(np.sin(t))**q) ** (-1 / q)
    left.plot(r * np.cos(t), r * np.sin(t), style, label=f"p = {q:g}")
left.set(title="‖w‖ = 1", aspect="equal")
left.legend()
right.hist(degrees, bins=30)
right.set(title=f"angles, d = {k}", xlabel="degrees")
plt.show()
