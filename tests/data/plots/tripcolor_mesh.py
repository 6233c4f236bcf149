"""A function on scattered points: triangles."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x, y = rng.uniform(-1, 1, (2, 200))
fig, (left, right) = plt.subplots(1, 2)
left.tripcolor(x, y, x * y)
right.tricontour(x, y, x * y)
plt.show()
