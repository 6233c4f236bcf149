"""Multivariate normal: draw by Cholesky, count inside ellipses."""

# %%
import numpy as np

rho, s1, s2, x2 = 0.8, 1.0, 2.0, 2.0
n = 100_000
c = rho * s1 * s2
Sigma = np.array([[s1**2, c], [c, s2**2]])
L = np.linalg.cholesky(Sigma)

# %% focus
rng = np.random.default_rng(3)
z = rng.standard_normal((n, 2))
# ja: x = L z を横に並べた行で書くと、L は転置になります。
# en: Written for rows, x = L z has the transpose of L.
x = z @ L.T
d2 = np.sum(x * np.linalg.solve(Sigma, x.T).T, axis=1)
inside = np.array([np.mean(d2 <= k * k) for k in (1, 2, 3)])
print("inside 1, 2, 3 sigma:", inside.round(4))

# %%
theory = 1 - np.exp(-np.array([1, 4, 9]) / 2)
score = (inside - theory) / np.sqrt(theory * (1 - theory) / n)
print("1 - exp(-k*k/2)     :", theory.round(4))
print("z-scores            :", score.round(2))
S = np.cov(x, rowvar=False)
print("sample covariance (n - 1):", S.round(3).tolist())
# ja: 縦の切れ目。x2 がほぼ指定の値になる点の x1 です。
# en: A slice: x1 of the points whose x2 is near the given value.
cut = x[np.abs(x[:, 1] - x2) < 0.05, 0]
m, v = rho * s1 / s2 * x2, s1**2 * (1 - rho**2)
print(f"slice of {cut.size} points, theory {m:.3f}, {v:.3f}")
if cut.size > 1:
    mean, var = cut.mean(), cut.var(ddof=1)
    print(f"mean of x1 {mean:.3f}, variance {var:.3f}")

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 100)
circle = np.column_stack([np.cos(t), np.sin(t)])
fig, ax = plt.subplots()
ax.scatter(x[:400, 1], x[:400, 0], s=4, label="400 draws")
for k, style in zip((1, 2, 3), ["-", "--", "-."]):
    e = k * circle @ L.T
    ax.plot(e[:, 1], e[:, 0], style, label=f"D = {k}")
ax.axvline(x2, linestyle=":", label="slice")
ax.set(xlabel="x2", ylabel="x1")
ax.legend()
plt.show()
