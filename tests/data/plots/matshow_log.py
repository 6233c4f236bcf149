"""A kernel matrix, with colours by the logarithm."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LogNorm

x = np.linspace(0, 3, 30)
kernel = np.exp(-((x[:, None] - x) ** 2))
plt.matshow(kernel, norm=LogNorm())
plt.colorbar()
plt.show()
