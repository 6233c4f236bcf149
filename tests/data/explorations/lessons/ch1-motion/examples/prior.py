"""A beta prior meets the tosses of a coin."""

# %%
from math import lgamma

import numpy as np

strength, believed = 20, 0.5
tosses, share = 10, 0.8

# %% focus
heads = round(share * tosses)
a = strength * believed + heads
b = strength * (1 - believed) + tosses - heads
mean = a / (a + b)
sd = np.sqrt(mean * (1 - mean) / (a + b + 1))
print(f"{heads} heads in {tosses} tosses")
print(f"posterior Beta({a:g}, {b:g})")
print(f"mean {mean:.3f}, standard deviation {sd:.3f}")

# %% plot
import matplotlib.pyplot as plt

theta = np.linspace(0.001, 0.999, 250)


def beta(a, b):
    log = (a - 1) * np.log(theta) + (b - 1) * np.log(1 - theta)
    return np.exp(log + lgamma(a + b) - lgamma(a) - lgamma(b))


fig, ax = plt.subplots()
prior = beta(strength * believed, strength * (1 - believed))
ax.plot(theta, prior, "--", label="prior")
if tosses:
    likelihood = beta(heads + 1, tosses - heads + 1)
    ax.plot(theta, likelihood, ":", label="data")
ax.plot(theta, beta(a, b), linewidth=2, label="posterior")
ax.axvline(mean, linestyle=":")
ax.set(xlabel="θ", ylabel="density", xlim=(0, 1), ylim=(0, 14))
ax.legend()
plt.show()
