"""Two figures, shown one after the other."""

import matplotlib.pyplot as plt

plt.plot([1, 2, 3], [1, 4, 9])
plt.title("squares")
plt.show()
plt.plot([1, 2, 3], [1, 8, 27])
plt.title("cubes")
plt.show()
