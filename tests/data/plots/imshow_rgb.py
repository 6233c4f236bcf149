"""A picture in true colours."""

import matplotlib.pyplot as plt
import numpy as np

y, x = np.mgrid[0:1:60j, 0:1:90j]
picture = np.stack([x, y, 1 - x], axis=-1)
plt.imshow(picture)
plt.axis("off")
plt.show()
