"""All pairs equally correlated: how negative can it get?"""

# %%
import numpy as np

d = 5

# %% focus
rhos = np.linspace(-0.5, 0.95, 59)
smallest = []
for rho in rhos:
    R = (1 - rho) * np.eye(d) + rho * np.ones((d, d))
    smallest.append(np.linalg.eigvalsh(R)[0])
smallest = np.array(smallest)
edge = -1 / (d - 1)
print(f"d = {d}: the smallest eigenvalue is negative")
print(f"for rho below -1/(d - 1) = {edge:.4f}")

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot(rhos, smallest)
ax.axhline(0)
ax.axvline(edge, linestyle="--")
ax.set(xlabel="common correlation ρ", ylabel="smallest eigenvalue")
plt.show()
