"""Base rates: PPV by Bayes' theorem and by counting people."""

# %%
import numpy as np

prev, sens, spec, n = 0.01, 0.99, 0.95, 200_000


def ppv(prev, sens, spec):
    true_positive = sens * prev
    false_positive = (1 - spec) * (1 - prev)
    return true_positive / (true_positive + false_positive)


# %% focus
rng = np.random.default_rng(0)
ill = rng.random(n) < prev
# ja: 病気なら感度 sens、健康なら偽陽性率 1 - spec で陽性です。
# en: The chance of a positive: sens if ill, 1 - spec if healthy.
positive = rng.random(n) < np.where(ill, sens, 1 - spec)
found = ill[positive].mean()
print("positive", positive.sum(), "of whom ill", ill[positive].sum())
print(f"P(ill | positive) = {found:.4f}")

# %%
exact = ppv(prev, sens, spec)
se = np.sqrt(exact * (1 - exact) / positive.sum())
z = (found - exact) / se
print(f"Bayes {exact:.4f}, s.e. {se:.4f}, z = {z:+.2f}")
half = (1 - spec) / (sens + 1 - spec)
print(f"PPV reaches 1/2 at prevalence {half:.4f}")

# %% plot
import matplotlib.pyplot as plt

x = np.logspace(-4, -0.3, 100)
fig, ax = plt.subplots()
for c in (0.9, spec, 0.99):
    width = 2 if c == spec else 1
    ax.semilogx(x, ppv(x, sens, c), linewidth=width,
                label=f"c = {c:g}")
ax.scatter([prev], [found], label="this run")
ax.set(xlabel="prevalence π (log scale)", ylabel="PPV")
ax.legend()
plt.show()
