"""A correlated normal density as a map with contours."""

# %%
import matplotlib.pyplot as plt
import numpy as np

rho = -0.9

side = np.linspace(-3, 3, 100)
x, y = np.meshgrid(side, side)
form = (x**2 - 2 * rho * x * y + y**2) / (1 - rho**2)
density = np.exp(-form / 2) / (2 * np.pi * np.sqrt(1 - rho**2))
fig, ax = plt.subplots()
ax.imshow(density, origin="lower", extent=(-3, 3, -3, 3),
          aspect="auto")
ax.contour(x, y, form, levels=[1, 2, 4, 6, 9])
ax.set(xlabel="x", ylabel="y")
plt.show()
print(f"drawn for {rho:.2f}")
