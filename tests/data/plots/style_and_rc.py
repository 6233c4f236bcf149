"""A style sheet and settings change colours, not what is shown."""

import matplotlib.pyplot as plt
import numpy as np

plt.style.use("ggplot")
plt.rcParams["lines.linewidth"] = 2.5
x = np.linspace(0, 5, 60)
plt.plot(x, np.sqrt(x), label="root")
plt.plot(x, np.log1p(x), label="log")
plt.legend()
plt.show()
