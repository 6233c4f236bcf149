"""A picture from k layers of rank 1."""

# %%
import numpy as np
from sklearn.datasets import load_digits

k = 8
tiles = load_digits().images[:25].reshape(5, 5, 8, 8)
A = tiles.transpose(0, 2, 1, 3).reshape(40, 40)

# %% focus
U, s, Vt = np.linalg.svd(A)
Ak = (U[:, :k] * s[:k]) @ Vt[:k]
kept = (s[:k] ** 2).sum() / (s**2).sum()
error = np.linalg.norm(A - Ak)
print(f"k = {k}: energy kept {kept:.4f}")
print(f"error {error:.2f}, from the rest "
      f"{np.sqrt((s[k:] ** 2).sum()):.2f}")
print(f"numbers {k * 81} of 1600, rank of A {(s > 1e-9).sum()}")

# %% plot
import matplotlib.pyplot as plt

j = np.arange(1, 41)
fig, (left, right) = plt.subplots(1, 2)
left.imshow(Ak, cmap="gray", vmin=0, vmax=16)
left.set(title=f"rank {k}", xticks=[], yticks=[])
share = 100 * s**2 / (s**2).sum()
right.bar(j[:k], share[:k], label="kept")
right.bar(j[k:], share[k:], hatch="//", label="left out")
right.set(xlabel="index j", ylabel="energy in %", yscale="log",
          ylim=(1e-3, 100))
right.legend()
plt.show()
