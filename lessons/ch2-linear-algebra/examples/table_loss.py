"""A loss over a table of all pairs still runs, and still falls."""

# %%
import numpy as np

n, rate, steps = 50, 0.5, 200
rng = np.random.default_rng(3)
x = rng.uniform(-1, 1, n)
y = 2 * x + 1 + 0.1 * rng.standard_normal(n)


# %% focus
def train(column):
    w = b = 0.0
    losses = []
    for _ in range(steps):
        yhat = w * x + b
        if column:
            yhat = yhat[:, None]
        r = yhat - y
        losses.append((r**2).mean())
        # ja: 予測 1 つあたりの傾き。表では行ごとに平均されます。
        # en: One slope a prediction; in a table, its row's mean.
        g = 2 * (r.mean(axis=1) if column else r)
        w, b = w - rate * (g * x).mean(), b - rate * g.mean()
    print(f"shape {r.shape}: w = {w:+.3f}, b = {b:+.3f}, "
          f"last loss {losses[-1]:.4f}")
    return w, b, losses


w, b, good = train(column=False)
w2, b2, bad = train(column=True)
print(f"mean of y {y.mean():.3f}, variance of y {y.var():.4f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.scatter(x, y, s=9)
g = np.array([-1, 1])
ax.plot(g, w * g + b, label="(n,) and (n,)")
ax.plot(g, w2 * g + b2, "--", label="(n, 1) and (n,)")
ax.set(xlabel="x", ylabel="y")
ax.legend()
plt.show()
