"""Sequential Bayes: log-odds add up, and they drift."""

# %%
import numpy as np

p1, p0, prior, T, runs = 0.6, 0.5, 0.5, 400, 2000
start = np.log(prior / (1 - prior))
# ja: 裏が 1 回、表が 1 回出たときに足す量です。
# en: What one tail and one head add.
evidence = np.log([(1 - p1) / (1 - p0), p1 / p0])

# %% focus
rng = np.random.default_rng(0)
# ja: 硬貨は H のもとで投げます。各行が 1 本の歩みです。
# en: The coin is tossed under H. Each row is one walk.
head = (rng.random((runs, T)) < p1).astype(int)
walk = start + np.cumsum(evidence[head], axis=1)

# %%
k = head[0].sum()
batch = start + k * evidence[1] + (T - k) * evidence[0]
mixed = start + evidence[rng.permutation(head[0])].sum()
print(f"one by one {walk[0, -1]:.6f}, at once {batch:.6f},")
print(f"shuffled   {mixed:.6f}")
KL = p1 * evidence[1] + (1 - p1) * evidence[0]
drift = (walk[:, -1] - start) / T
se = drift.std(ddof=1) / np.sqrt(runs)
z = (drift.mean() - KL) / se
print(f"drift {drift.mean():.5f} nats a toss, KL {KL:.5f}")
print(f"s.e. {se:.5f}, z = {z:+.2f}")
share = (walk[:, -1] > np.log(99)).mean()
print(f"after {T} tosses, {share:.3f} of the walks pass .99")

# %% plot
import matplotlib.pyplot as plt

toss = np.arange(1, T + 1)
fig, ax = plt.subplots()
ax.plot(toss, start + KL * toss, linewidth=2, label="KL line")
for w, style in zip(walk[:3], ["--", "-.", ":"]):
    ax.plot(toss, w, style)
ax.axhline(np.log(100), label="100 : 1")
ax.set(xlabel="toss", ylabel="log-odds (nats)")
ax.legend()
plt.show()
