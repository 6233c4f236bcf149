"""EM in half steps: E moves the colours, M the ellipses."""

# %%
import numpy as np

half, K, sep, start = 0, 3, 3.0, 5
rng = np.random.default_rng(8)
true = np.array([[0, 0], [sep, 0], [sep / 2, sep]])
z = rng.integers(3, size=600)
A = np.array([[1.0, 0.0], [0.4, 0.8]])
X = true[z] + rng.standard_normal((600, 2)) @ A.T


def e_step(pi, mu, S):
    D = X[:, None] - mu
    d2 = np.einsum("nki,kij,nkj->nk", D, np.linalg.inv(S), D)
    log_det = np.linalg.slogdet(2 * np.pi * S)[1]
    joint = np.log(pi) - (d2 + log_det) / 2
    log_p = np.logaddexp.reduce(joint, axis=1, keepdims=True)
    return np.exp(joint - log_p), log_p.sum()


# %% focus
rng = np.random.default_rng(start)
mu = X[rng.choice(600, K, replace=False)]
S, pi = np.stack([np.cov(X.T)] * K), np.full(K, 1 / K)
R, ll = np.ones((600, K)) / K, [e_step(pi, mu, S)[1]]
for t in range(1, half + 1):
    if t % 2:
        R, _ = e_step(pi, mu, S)
    else:
        N = R.sum(axis=0)
        pi, mu = N / 600, R.T @ X / N[:, None]
        D = X[:, None] - mu
        S = np.einsum("nk,nki,nkj->kij", R, D, D) / N[:, None, None]
        ll.append(e_step(pi, mu, S)[1])
step = ["M", "E"][half % 2] if half else "start"
unsure = (R.max(axis=1) < 0.9).mean()
print(f"{step}: {ll[-1]:.2f} nats after {half // 2} rounds,")
print(f"{unsure:.0%} of the points have no r above 0.9")

# %% plot
import matplotlib.pyplot as plt

_, made = e_step(np.full(3, 1 / 3), true, np.stack([A @ A.T] * 3))
fig, (ax, trace) = plt.subplots(1, 2)
t = np.linspace(0, 2 * np.pi, 40)
circle = 2 * np.stack([np.cos(t), np.sin(t)])
inks = "royalblue darkorange seagreen crimson orchid".split()
for k, c in zip(range(K), inks):
    mine = X[::5][R[::5].argmax(axis=1) == k]
    ax.scatter(*mine.T, s=4, color=c if half else "grey")
for m, L, c in zip(mu, np.linalg.cholesky(S), inks):
    ax.plot(*(m[:, None] + L @ circle), color=c)
ax.set(xlim=(-4, sep + 4), ylim=(-4, sep + 4))
trace.plot(np.arange(len(ll)), ll)
trace.plot(len(ll) - 1, ll[-1], "o")
trace.axhline(made, linestyle="--")
trace.set(xlabel="rounds", ylabel="log-likelihood")
trace.set(xlim=(0, 20), ylim=(made - 350, made + 40))
plt.show()
