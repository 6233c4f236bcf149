"""The cosine of the angle between two random directions."""

# %%
import numpy as np
from math import lgamma, log, pi

d, reps = 3, 4000

# %% focus
rng = np.random.default_rng(1)
# ja: v を e1 の向きに回すと、cos は u の第 1 成分を長さで割った値です。
# en: Turn v onto e1: cos is the first entry of u over its length.
first = rng.standard_normal(reps)
others = rng.chisquare(d - 1, reps)
cos = first / np.sqrt(first**2 + others)
theory = 1 / np.sqrt(d)
se = (cos**2).std() / np.sqrt(reps)
z = ((cos**2).mean() - 1 / d) / se
near = np.mean(np.abs(cos) < 0.1)
print(f"d = {d}: s.d. of cos {cos.std():.4f}, theory {theory:.4f}")
print(f"mean of cos² {(cos**2).mean():.5f} ± {se:.5f}, z = {z:+.2f}")
print(f"share with |cos| < 0.1: {near:.3f}")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(-0.99, 0.99, 199)
logp = lgamma(d / 2) - lgamma((d - 1) / 2) - log(pi) / 2
density = np.exp(logp + (d - 3) / 2 * np.log1p(-(g**2)))
fig, ax = plt.subplots()
ax.hist(cos, bins=np.linspace(-1, 1, 41), density=True)
ax.plot(g, density, label="density")
ax.set(xlim=(-1, 1), xlabel="cosine of the angle", ylabel="density")
ax.set_title(f"d = {d}")
plt.show()
