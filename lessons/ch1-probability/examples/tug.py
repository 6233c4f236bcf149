"""Prior strength against data: a tug of war over a coin."""

# %%
from math import lgamma

import numpy as np

a, b = 2.0, 2.0
n, k, times = 10, 7, 1


def beta(t, a, b):
    log_b = lgamma(a) + lgamma(b) - lgamma(a + b)
    log_t = (a - 1) * np.log(t) + (b - 1) * np.log1p(-t)
    return np.exp(log_t - log_b)


# %% focus
tosses, heads = times * n, times * min(k, n)
A, B = a + heads, b + tosses - heads
mean = A / (A + B)
weight = tosses / (A + B)
if min(A, B) > 1:
    top = (A - 1) / (A + B - 2)
else:
    top = np.nan if max(A, B) < 1 or A == B else float(A > B)
mle = heads / tosses if tosses else np.nan
# ja: t = sin²u と置換すると、端で発散する密度も正確に足せます。
# en: With t = sin²u the sum is right even if the ends are infinite.
u = (np.arange(4000) + 0.5) * np.pi / 8000
t = np.sin(u) ** 2
inside = np.cumsum(beta(t, A, B) * np.sin(2 * u))
low, high = np.interp([0.025, 0.975], inside / inside[-1],
                      np.sin(u + np.pi / 16000) ** 2)
pull = round(28 * weight)
print(f"prior {a / (a + b):.3f} {'-' * pull}O{'-' * (28 - pull)}",
      f"{mle:.3f} = {heads}/{tosses}" if tosses else "no data")
peak = "none" if np.isnan(top) else f"{top:.3f}"
print(f"mean {mean:.3f}, MAP {peak},",
      f"95 % from {low:.3f} to {high:.3f}")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(0.0025, 0.9975, 200)
curve = beta(g, A, B)
height = curve[2:-2].max()
fig, ax = plt.subplots()
ax.fill_between(g, curve, where=(g > low) & (g < high), alpha=0.3)
ax.plot(g, beta(g, a, b), "--", label="prior")
if tosses:
    scaled = beta(g, heads + 1, tosses - heads + 1)
    height = max(height, scaled.max())
    ax.plot(g, scaled, ":", label="likelihood")
    ax.scatter([mle], [np.interp(mle, g, scaled)], label="MLE")
if peak != "none":
    ax.scatter([top], [min(height, np.interp(top, g, curve))],
               marker="^", label="MAP")
ax.plot(g, curve, linewidth=2, label="posterior")
ax.scatter([mean], [0], marker="s", label="mean")
ax.set(xlabel="θ", ylabel="density", xlim=(0, 1))
ax.set_ylim(0, 1.1 * height)
ax.legend(loc="upper left")
plt.show()
