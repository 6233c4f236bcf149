"""A Gaussian mixture fitted to two clouds that move apart."""

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.mixture import GaussianMixture

gap = 1.0

rng = np.random.default_rng(0)
cloud = rng.normal(size=(300, 2))
cloud[:150, 0] -= gap
cloud[150:, 0] += gap
model = GaussianMixture(2, random_state=0).fit(cloud)
side = np.linspace(-7, 7, 60)
x, y = np.meshgrid(side, side)
density = model.score_samples(np.column_stack([x.ravel(), y.ravel()]))
fig, ax = plt.subplots()
ax.scatter(cloud[:, 0], cloud[:, 1], c=model.predict(cloud))
ax.contour(x, y, density.reshape(x.shape), levels=[-8, -6, -4])
ax.set(xlabel="x", ylabel="y")
plt.show()
print(f"drawn for {gap:.2f}")
