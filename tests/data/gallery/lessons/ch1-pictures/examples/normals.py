"""Normal densities: moved by the mean, widened by the deviation."""

# %%
import numpy as np

mu, sigma = 0.0, 1.0


# %% focus
def density(x, mu, sigma):
    z = (x - mu) / sigma
    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))


x = np.linspace(-6, 6, 2401)
p = density(x, mu, sigma)
inside = np.abs(x - mu) <= sigma
within = np.sum(p[inside]) * (x[1] - x[0])
print(f"peak {p.max():.3f}, within one deviation {within:.2f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.fill_between(x, p, where=inside, alpha=0.3)
ax.plot(x, p, lw=2, label=f"μ={mu:g} σ={sigma:g}")
for m, s, style in ((2, 1, "--"), (0, 2, ":")):
    ax.plot(x, density(x, m, s), style, label=f"μ={m} σ={s}")
ax.text(mu, 0.12, f"{within:.0%}", ha="center")
ax.set(xlabel="x", ylabel="density", xlim=(-6, 6), ylim=(0, 0.45))
ax.legend()
plt.show()
