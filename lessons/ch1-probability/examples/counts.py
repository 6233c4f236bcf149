"""The variance of a count whose rate is random itself."""

# %%
import numpy as np

shape, N = 2.0, 100_000

# %% focus
rng = np.random.default_rng(4)
rate = rng.gamma(shape, 1, N)
count = rng.poisson(rate)
total = count.var(ddof=1)
se = np.std((count - count.mean()) ** 2) / np.sqrt(N)
print(f"variance of the count {total:.3f} ± {se:.3f}")
print(f"mean of the variances {rate.mean():.3f}, theory {shape}")
print(f"variance of the means {rate.var(ddof=1):.3f}, "
      f"theory {shape}")
score = (total - 2 * shape) / se
print(f"theory {2 * shape}, z = {score:+.2f}")

# %% plot
import matplotlib.pyplot as plt

k = np.arange(13)
fixed = rng.poisson(shape, N)
share = [(count == j).mean() for j in k]
other = [(fixed == j).mean() for j in k]
fig, ax = plt.subplots()
ax.plot(k, share, "o-", label="random rate")
ax.plot(k, other, "s--", label="fixed rate")
ax.set(xlabel="count", ylabel="share")
ax.legend()
plt.show()
