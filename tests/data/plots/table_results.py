"""A curve with a table of its values."""

import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1, 2, 3], [0.9, 0.5, 0.4], marker="o")
ax.table(cellText=[["1", "0.9"], ["2", "0.5"], ["3", "0.4"]], colLabels=["epoch", "loss"],
         bbox=[0.55, 0.55, 0.4, 0.4])  # fmt: skip
plt.show()
