"""Two curves with a legend."""

import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 200)
plt.figure(figsize=(8, 4))
plt.plot(x, np.sin(x), label="sin x")
plt.plot(x, np.cos(x), "--", label="cos x")
plt.xlabel("x")
plt.ylabel("value")
plt.title("Trigonometric functions")
plt.legend()
plt.grid(True)
plt.show()
