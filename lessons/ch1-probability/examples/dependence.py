"""No correlation, and yet dependent."""

# %%
import numpy as np

N = 100_000


def corr(a, b):
    return np.corrcoef(a, b)[0, 1]


# %% focus
rng = np.random.default_rng(4)
x = rng.uniform(-1, 1, N)
y = x**2
r = corr(x, y)
# ja: 標準誤差は、積の標準偏差から求めます。
# en: The standard error comes from the spread of the product.
se = np.std(x * (y - 1 / 3)) / (x.std() * y.std()) / np.sqrt(N)
print(f"corr(X, X²)   {r:+.4f} ± {se:.4f}, theory 0")
print(f"corr(X², X²)  {corr(x**2, y):+.4f}")

# %%
squares = {}
for rho in (0, 0.5, 0.9):
    a, b = rng.standard_normal((2, N))
    b = rho * a + np.sqrt(1 - rho**2) * b
    squares[rho] = corr(a**2, b**2)
    print(f"normal, rho = {rho}: corr {corr(a, b):+.4f}, of "
          f"squares {squares[rho]:+.4f}, theory {rho**2:.2f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.scatter(x[:300], y[:300], s=4, label="300 draws")
ax.axhline(y.mean(), linestyle="--", label="best line")
ax.set(xlabel="X", ylabel="Y = X²")
ax.legend()
plt.show()
