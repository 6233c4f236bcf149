"""Two normal variables without correlation, on a cross."""

# %%
import numpy as np

n = 2000

# %% focus
rng = np.random.default_rng(0)
X = rng.standard_normal(n)
S = rng.choice([-1, 1], n)
Y = S * X
print(f"correlation of X and Y: {np.corrcoef(X, Y)[0, 1]:+.3f}")
print(f"share with X + Y = 0:   {np.mean(X + Y == 0):.3f}")
print(f"mean of X²Y²:           {np.mean(X**2 * Y**2):.2f}")

# %% plot
import matplotlib.pyplot as plt

Z = rng.standard_normal((2, 300))
fig, (left, right) = plt.subplots(1, 2)
left.scatter(X[:300], Y[:300], s=4)
left.set(title="Y = S X", xlabel="X", ylabel="Y")
right.scatter(*Z, s=4)
right.set(title="independent", xlabel="X", ylabel="Y")
for ax in (left, right):
    ax.set(xlim=(-3.5, 3.5), ylim=(-3.5, 3.5))
plt.show()
