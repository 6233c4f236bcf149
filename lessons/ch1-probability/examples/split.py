"""Total variance: within the groups and between them."""

# %%
import numpy as np

gap, sd, w = 2.0, 1.0, 0.5


# %% focus
def parts(gap):
    within = sd**2
    between = w * (1 - w) * gap**2
    return within, between


within, between = parts(gap)
total = within + between
print(f"within the groups  {within:.3f}")
print(f"between the groups {between:.3f}")
print(f"total {total:.3f}, share between {between / total:.3f}")
# ja: 混合分布の密度から、同じ分散を直接求めます。
# en: The same variance, directly from the density of the mixture.
x = np.linspace(-14, 14, 5601)
p = (1 - w) * np.exp(-((x / sd) ** 2) / 2)
p += w * np.exp(-(((x - gap) / sd) ** 2) / 2)
p /= p.sum()
direct = p @ x**2 - (p @ x) ** 2
print(f"from the density   {direct:.3f}")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(0, 6, 61)
fig, ax = plt.subplots()
ax.fill_between(g, 0, within + 0 * g, alpha=0.4, label="within")
ax.plot(g, within + parts(g)[1], label="total")
ax.axhline(within, linestyle="--")
ax.axvline(gap, linestyle=":")
ax.set(xlabel="gap between the means", ylabel="variance")
ax.legend()
plt.show()
