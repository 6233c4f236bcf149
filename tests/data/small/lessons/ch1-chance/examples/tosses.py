"""Relative frequency of heads in n tosses of a fair coin, repeated."""
# ja: 公平な硬貨を n 回投げる実験を、何度も繰り返します。
# en: Repeat the experiment of n tosses of a fair coin many times.
import matplotlib.pyplot as plt
import numpy as np

n, repeats, seed = 100, 2000, 0
p = 0.5

# %% focus
rng = np.random.default_rng(seed)
heads = rng.binomial(n, p, size=repeats) / n
spread = heads.std()
theory = np.sqrt(p * (1 - p) / n)
print(f"standard deviation {spread:.4f}, theory {theory:.4f}")

# %% plot
fig, ax = plt.subplots()
ax.hist(heads, bins=20)
ax.set(xlabel="relative frequency of heads", ylabel="count")
plt.show()
