"""Horizontal bars, the largest on top."""

import matplotlib.pyplot as plt

features = ["age", "income", "height", "weight"]
weights = [0.5, 0.3, -0.1, 0.2]
plt.barh(features, weights)
plt.axvline(0, color="black")
plt.xlabel("coefficient")
plt.gca().invert_yaxis()
plt.show()
