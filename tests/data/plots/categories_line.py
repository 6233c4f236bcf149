"""A line over names."""

import matplotlib.pyplot as plt

plt.plot(["Mon", "Tue", "Wed", "Thu", "Fri"], [3, 5, 4, 6, 8], marker="o")
plt.ylabel("minutes")
plt.show()
