"""Groups of bars side by side."""

import matplotlib.pyplot as plt
import numpy as np

labels = ["A", "B", "C", "D"]
at = np.arange(4)
fig, ax = plt.subplots()
ax.bar(at - 0.2, [20, 34, 30, 35], 0.4, label="train")
ax.bar(at + 0.2, [25, 32, 34, 20], 0.4, label="test")
ax.set_xticks(at, labels)
ax.legend()
plt.show()
