"""An empirical distribution function against the true one."""

import matplotlib.pyplot as plt
import numpy as np

data = np.sort(np.random.default_rng(0).uniform(size=20))
x = np.linspace(0, 1, 50)
plt.step(data, np.arange(1, 21) / 20, where="post", label="empirical")
plt.plot(x, x, "--", label="true")
plt.legend()
plt.show()
