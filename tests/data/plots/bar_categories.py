"""Bars over names, with their values above them."""

import matplotlib.pyplot as plt

names = ["ridge", "lasso", "tree", "forest", "net"]
score = [0.71, 0.69, 0.62, 0.81, 0.84]
fig, ax = plt.subplots()
bars = ax.bar(names, score, color="steelblue")
ax.bar_label(bars, fmt="%.2f")
ax.set_ylabel("accuracy")
ax.set_ylim(0, 1)
plt.show()
