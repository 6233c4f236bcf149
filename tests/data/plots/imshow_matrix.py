"""A confusion matrix with numbers in its cells."""

import matplotlib.pyplot as plt
import numpy as np

matrix = np.array([[50, 3, 2], [4, 45, 6], [1, 5, 44]])
names = ["cat", "dog", "bird"]
fig, ax = plt.subplots()
shown = ax.imshow(matrix, cmap="Blues")
for i in range(3):
    for j in range(3):
        ax.text(j, i, matrix[i, j], ha="center", va="center")
ax.set_xticks(range(3), labels=names)
ax.set_yticks(range(3), labels=names)
ax.set(xlabel="predicted", ylabel="true")
fig.colorbar(shown)
plt.show()
