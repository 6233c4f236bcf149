"""A row of grey pictures without axes."""

import matplotlib.pyplot as plt
import numpy as np

y, x = np.mgrid[-1:1:28j, -1:1:28j]
fig, axes = plt.subplots(1, 4, figsize=(8, 2))
for k, ax in enumerate(axes, 1):
    ax.imshow(np.sin(k * np.pi * x) * np.cos(k * np.pi * y), cmap="gray")
    ax.set_title(f"k = {k}")
    ax.axis("off")
plt.show()
