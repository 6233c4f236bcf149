"""Learning curves: where a model stops learning what is true."""

# %%
import numpy as np

eta, steps, n, degree = 0.5, 2000, 12, 9

# %% focus
rng = np.random.default_rng(3)


def draw(n):
    x = rng.uniform(-1, 1, n)
    y = np.sin(3 * x) + 0.3 * rng.normal(size=n)
    return np.polynomial.legendre.legvander(x, degree), y


(A, y), (B, z) = draw(n), draw(2000)
w = np.zeros(degree + 1)
train, test = [], []
for _ in range(steps):
    train.append(np.mean((A @ w - y) ** 2))
    test.append(np.mean((B @ w - z) ** 2))
    w -= eta / n * A.T @ (A @ w - y)
best = int(np.argmin(test))
print(f"lowest test error {test[best]:.3f} after {best} steps")
print(f"at the end: train {train[-1]:.3f}, test {test[-1]:.3f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
k = np.arange(1, steps + 1)
ax.loglog(k, test, lw=2, label="test")
ax.loglog(k, train, "--", label="train")
ax.axhline(0.09, linestyle=":", label="noise")
ax.scatter([best + 1], [test[best]])
ax.set(xlabel="step", ylabel="mean squared error")
ax.legend()
plt.show()
