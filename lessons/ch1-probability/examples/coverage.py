"""How often two 95 % intervals for a share really contain it."""

# %%
import numpy as np

p, n = 0.1, 10
z = 1.959964


# %% focus
def intervals(n):
    share = np.arange(n + 1) / n
    half = z * np.sqrt(share * (1 - share) / n)
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z * np.sqrt(share * (1 - share) / n + (z / n) ** 2 / 4)
    reach /= 1 + z**2 / n
    return {"Wald": (share - half, share + half),
            "Wilson": (middle - reach, middle + reach)}


def chances(p, n):
    k = np.arange(1, n + 1)
    ways = np.cumsum(np.log((n + 1 - k) / k))
    ways = np.concatenate([[0], ways])
    k = np.arange(n + 1)
    return np.exp(ways + k * np.log(p) + (n - k) * np.log1p(-p))


def covers(kind, p):
    low, high = intervals(n)[kind]
    return chances(p, n)[(low <= p) & (p <= high)].sum()


wald, wilson = covers("Wald", p), covers("Wilson", p)
print(f"p = {p:g}, n = {n}: Wald covers {wald:.3f},")
print(f"Wilson {wilson:.3f}; both promise 0.95")

# %% plot
import matplotlib.pyplot as plt

grid = np.linspace(0.005, 0.995, 199)
fig, ax = plt.subplots()
for kind, style in (("Wald", "-"), ("Wilson", "--")):
    ax.plot(grid, [covers(kind, q) for q in grid], style, label=kind)
ax.axhline(0.95, linestyle=":")
ax.scatter([p], [wald], label="now")
ax.set(xlabel="true share p", ylabel="coverage")
ax.set_ylim(0.5, 1.02)
ax.legend(loc="lower center")
plt.show()
