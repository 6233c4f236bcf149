"""EM for a mixture of two-dimensional normals, start to end."""

# %%
import numpy as np

K, sep, rounds, n, seed = 3, 3.0, 60, 600, 8
rng = np.random.default_rng(seed)
true = np.array([[0, 0], [sep, 0], [sep / 2, sep]])
z = rng.integers(3, size=n)
A = np.array([[1.0, 0.0], [0.4, 0.8]])
X = true[z] + rng.standard_normal((n, 2)) @ A.T


def log_normal(X, mu, S):
    d2 = ((X - mu) * np.linalg.solve(S, (X - mu).T).T).sum(axis=1)
    return -(d2 + np.linalg.slogdet(2 * np.pi * S)[1]) / 2


def e_step(pi, mu, S):
    parts = [np.log(p) + log_normal(X, m, s)
             for p, m, s in zip(pi, mu, S)]
    log_joint = np.stack(parts, axis=1)
    top = log_joint.max(axis=1, keepdims=True)
    total = np.exp(log_joint - top).sum(axis=1, keepdims=True)
    log_p = top + np.log(total)
    return np.exp(log_joint - log_p), log_p.sum()


# %% focus
pi, S = np.full(K, 1 / K), np.stack([np.cov(X.T)] * K)
mu = X[rng.choice(n, K, replace=False)]
ll = []
for _ in range(rounds):
    R, now = e_step(pi, mu, S)
    ll.append(now)
    N = R.sum(axis=0)
    pi, mu = N / n, R.T @ X / N[:, None]
    S = np.stack([(r[:, None] * (X - m)).T @ (X - m) / r.sum()
                  for r, m in zip(R.T, mu)])

# %%
rise = np.diff(ll)
print(f"log-likelihood {ll[0]:.2f} -> {ll[-1]:.2f}")
print(f"smallest step {rise.min():.1e} nats")
_, at_truth = e_step(np.full(3, 1 / 3), true, [A @ A.T] * 3)
print(f"at the parameters that made the data {at_truth:.2f}")
print("weights", pi.round(3))
print("means", mu[mu[:, 0].argsort()].round(2).tolist())
print("mean kept:", np.allclose(pi @ mu, X.mean(axis=0)))

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot(np.arange(rounds), ll, linewidth=2, label="EM")
ax.axhline(at_truth, linestyle="--", label="true parameters")
ax.set(xlabel="rounds of EM", ylabel="log-likelihood (nats)")
ax.legend()
plt.show()
