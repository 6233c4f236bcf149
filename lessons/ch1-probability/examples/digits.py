"""Multinomial naive Bayes on handwritten digits, in log space."""

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.naive_bayes import MultinomialNB

alpha = 1.0
X, y = load_digits(return_X_y=True)
order = np.random.default_rng(7).permutation(len(y))
train, test = order[:1200], order[1200:]
log_prior = np.log(np.bincount(y[train]) / len(train))
ink = [X[train][y[train] == k].sum(axis=0) for k in range(10)]
counts = np.stack(ink)

# %% focus


def log_joint(alpha):
    smooth = counts + alpha
    theta = smooth / smooth.sum(axis=1, keepdims=True)
    return log_prior + X[test] @ np.log(theta).T


joint = log_joint(alpha)
top = joint.max(axis=1, keepdims=True)
lse = top + np.log(np.exp(joint - top).sum(axis=1, keepdims=True))
log_post = joint - lse

# %%
right = log_post.argmax(axis=1) == y[test]
sure = np.exp(log_post.max(axis=1))
model = MultinomialNB(alpha=alpha).fit(X[train], y[train])
gap = np.abs(log_post - model.predict_log_proba(X[test])).max()
print(f"log joint from {joint.min():.0f} to {joint.max():.0f}")
with np.errstate(invalid="ignore"):
    naive = np.exp(joint)
    naive = naive / naive.sum(axis=1, keepdims=True)
lost = np.isnan(naive).any(axis=1).mean()
print(f"without the log: NaN for {lost:.1%} of the digits")
print(f"accuracy {right.mean():.4f}, largest gap {gap:.0e}")
print(f"mean probability of the answer {sure.mean():.3f}")

# %% plot
import matplotlib.pyplot as plt

grid = 10.0 ** np.arange(-3, 1.6, 0.25)
hits = [log_joint(a).argmax(axis=1) == y[test] for a in grid]
fig, ax = plt.subplots()
ax.semilogx(grid, np.mean(hits, axis=1), "o-")
ax.axvline(alpha, linestyle=":", label="alpha")
ax.set(xlabel="alpha", ylabel="accuracy on test digits")
ax.set_ylim(0.85, 0.95)
ax.legend()
plt.show()
