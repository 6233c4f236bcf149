"""What moves together: a correlation matrix as a map."""

# %%
import numpy as np

n, noise = 400, 0.5

# %% focus
rng = np.random.default_rng(1)
size = rng.normal(size=n)
mood = rng.normal(size=n)
columns = {
    "area": size + noise * rng.normal(size=n),
    "rooms": size + noise * rng.normal(size=n),
    "price": size + mood + noise * rng.normal(size=n),
    "view": mood + noise * rng.normal(size=n),
    "noise": -mood + noise * rng.normal(size=n),
}
R = np.corrcoef(list(columns.values()))
pair = np.unravel_index(np.argmin(R), R.shape)
low = [list(columns)[i] for i in pair]
print(f"lowest {R[pair]:.2f}, between {low[0]} and {low[1]}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
shown = ax.imshow(R, cmap="RdBu_r", vmin=-1, vmax=1)
for i, j in np.ndindex(R.shape):
    r = R[i, j].round(1) + 0.0
    ax.text(j, i, f"{r:.1f}", ha="center", va="center")
ax.set_xticks(range(5), columns)
ax.set_yticks(range(5), columns)
fig.colorbar(shown, label="correlation")
plt.show()
