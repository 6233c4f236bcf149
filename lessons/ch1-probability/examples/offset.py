"""Variance in one pass, far from zero: the digits cancel."""

# %%
import numpy as np

# %% focus
rng = np.random.default_rng(1)
z = rng.standard_normal(1000)
offsets = 10.0 ** np.arange(0, 10)
one, two = [], []
for offset in offsets:
    x = offset + z
    one.append((x**2).mean() - x.mean() ** 2)
    two.append(((x - x.mean()) ** 2).mean())
true = z.var()
print(f"variance of z {true:.4f}")
for offset, a, b in zip(offsets, one, two):
    print(f"offset {offset:.0e}: one pass {a:9.4f}, two {b:.4f}")
gap1, gap2 = (np.abs(np.array(v) - true) for v in (one, two))

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.loglog(offsets, gap1 + 1e-16, "o-", label="one pass")
ax.loglog(offsets, gap2 + 1e-16, "s--", label="two passes")
ax.set(xlabel="offset", ylabel="error of the variance")
ax.legend()
plt.show()
