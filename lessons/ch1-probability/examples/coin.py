"""A coin: MLE, MAP, posterior mean, and what the scale does."""

# %%
import numpy as np
from scipy import stats

a, b = 2, 2
k, n = 7, 10

# %% focus
k = min(k, n)
A, B = a + k, b + n - k
post = stats.beta(A, B)
mle, mean = k / n, A / (A + B)
t = (np.arange(100_000) + 0.5) / 100_000
density = post.pdf(t)
top = t[density.argmax()]
# ja: logit の目盛りでの密度は、ヤコビ行列式 t (1 - t) を掛けます。
# en: On the logit scale the density takes the factor t (1 - t).
back = t[(density * t * (1 - t)).argmax()]
low, high = post.ppf([0.025, 0.975])
print(f"MLE {mle:.4f}  MAP {top:.4f}  mean {mean:.4f}")
print(f"MAP on the logit scale, mapped back: {back:.4f}")
print(f"95 % credible interval [{low:.4f}, {high:.4f}]")

# %%
reps = 200_000
rng = np.random.default_rng(1)
nxt = (rng.random(reps) < rng.beta(A, B, reps)).mean()
se = np.sqrt(mean * (1 - mean) / reps)
print(f"next toss heads: {nxt:.4f}, theory {mean:.4f}")
print(f"s.e. {se:.4f}, z = {(nxt - mean) / se:+.2f}")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(0.005, 0.995, 199)
scaled = stats.beta(k + 1, n - k + 1)
fig, ax = plt.subplots()
ax.plot(g, stats.beta(a, b).pdf(g), "--", label="prior")
ax.plot(g, scaled.pdf(g), ":", label="likelihood")
ax.plot(g, post.pdf(g), linewidth=2, label="posterior")
ax.scatter([mle], [scaled.pdf(mle)], marker="o", label="MLE")
ax.scatter([top], [post.pdf(top)], marker="^", label="MAP")
ax.scatter([mean], [0], marker="s", label="mean")
ax.set(xlabel="θ", ylabel="density")
ax.legend(loc="upper left")
plt.show()
