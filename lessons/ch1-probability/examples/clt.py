"""The central limit theorem, its rate, and where it fails."""

# %%
import numpy as np
from scipy import stats

n, reps = 20, 100_000


def gap(n):
    # ja: 指数分布 n 個の和はガンマ分布なので、差は正確に求まります。
    # en: A sum of n exponentials is gamma, so the gap is exact.
    grid = np.linspace(-4, 6, 20_001)
    exact = stats.gamma(n).cdf(n + np.sqrt(n) * grid)
    return np.abs(exact - stats.norm.cdf(grid)).max()


# %% focus
rng = np.random.default_rng(2)
total = sum(rng.exponential(size=reps) for _ in range(n))
standard = np.sqrt(n) * (total / n - 1)
score = standard.mean() * np.sqrt(reps)
skew = stats.skew(standard)
print(f"mean {standard.mean():+.4f}, z = {score:+.2f}")
print(f"skewness {skew:.3f}, theory {2 / np.sqrt(n):.3f}")

# %%
bound = 0.4748 * (12 / np.e - 2)
for m in (5, 20, 80, 320):
    far = gap(m)
    print(f"n = {m:3d}: gap {far:.4f}, sqrt(n) gap "
          f"{np.sqrt(m) * far:.4f}, bound {bound / np.sqrt(m):.4f}")

# %%
iqr = {}
for m in (1, 10, 100):
    draws = sum(rng.standard_cauchy(20_000) for _ in range(m)) / m
    iqr[m] = stats.iqr(draws)
    print(f"Cauchy, mean of {m:3d}: IQR {iqr[m]:.2f}")

# %% plot
import matplotlib.pyplot as plt

height, edge = np.histogram(standard, 40, (-4, 4), density=True)
middle = (edge[1:] + edge[:-1]) / 2
fig, ax = plt.subplots()
ax.scatter(middle, height, s=9, label=f"means, n = {n}")
ax.plot(middle, stats.norm.pdf(middle), label="N(0, 1)")
ax.set(xlabel="standardised mean", ylabel="density")
ax.legend()
plt.show()
