"""Standardised means of four laws, against the normal density."""

# %%
import numpy as np

law, n, p, alpha = "exponential", 5, 0.5, 3.0
reps = 10_000
rng = np.random.default_rng(0)


def draw():
    if law == "uniform":
        return rng.random(reps)
    if law == "exponential":
        return rng.exponential(size=reps)
    if law == "bernoulli":
        return (rng.random(reps) < p).astype(float)
    return 1 + rng.pareto(alpha, reps)


# %% focus
mean = sum(draw() for _ in range(n)) / n
pareto = (alpha / (alpha - 1), alpha / (alpha - 1) ** 2
          / (alpha - 2)) if alpha > 2 else (np.nan, np.inf)
mu, var = {"uniform": (1 / 2, 1 / 12), "exponential": (1, 1),
           "bernoulli": (p, p * (1 - p)), "pareto": pareto}[law]
if np.isfinite(var):
    z, how = (mean - mu) * np.sqrt(n / var), "mean and s.d."
else:
    low, mid, high = np.quantile(mean, [0.25, 0.5, 0.75])
    z, how = 1.349 * (mean - mid) / (high - low), "quartiles"
tail = np.mean(np.abs(z) > 3)
print(f"{law}, n = {n}, standardised by {how}")
print(f"share beyond 3: {tail:.4f} (normal 0.0027)")

# %% plot
import matplotlib.pyplot as plt

height, edge = np.histogram(z, 41, (-4.1, 4.1))
middle = (edge[1:] + edge[:-1]) / 2
density = height / reps / 0.2
fig, ax = plt.subplots()
ax.bar(middle, density, 0.2, label=f"means of {n}")
curve = np.exp(-(middle**2) / 2) / np.sqrt(2 * np.pi)
ax.plot(middle, curve, label="N(0, 1)")
ax.set(xlabel="standardised mean", ylabel="density")
ax.legend()
plt.show()
