"""A picture of low rank: what a few singular vectors keep."""

# %%
import numpy as np

ranks = (1, 4, 12)

# %% focus
y, x = np.mgrid[-1:1:64j, -1:1:64j]
face = (x**2 + y**2 < 0.85).astype(float)
for eye in (-0.35, 0.35):
    face[(x - eye) ** 2 + (y + 0.25) ** 2 < 0.02] = 0
smile = np.abs(np.hypot(x, y + 0.1) - 0.6) < 0.06
face[smile & (y > 0.15)] = 0
U, s, Vt = np.linalg.svd(face)
kept = [(U[:, :k] * s[:k]) @ Vt[:k] for k in ranks]
total = np.sum(s**2)
for k in ranks:
    print(f"rank {k:2}: {np.sum(s[:k] ** 2) / total:.1%} kept")

# %% plot
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 1 + len(ranks), figsize=(9, 2.6))
pictures = [face, *kept]
titles = ["original", *(f"rank {k}" for k in ranks)]
for ax, picture, title in zip(axes, pictures, titles):
    ax.imshow(picture, cmap="gray", vmin=0, vmax=1)
    ax.set_title(title)
    ax.axis("off")
plt.show()
