"""Three correlations: which triples are possible?"""

# %%
import numpy as np

r12, r13, r23 = 0.5, 0.5, 0.5

# %% focus
R = np.array([[1, r12, r13], [r12, 1, r23], [r13, r23, 1]])
det = 1 + 2 * r12 * r13 * r23 - r12**2 - r13**2 - r23**2
smallest = np.linalg.eigvalsh(R)[0]
print(f"determinant {det:+.3f}, smallest eigenvalue {smallest:+.3f}")
print("possible" if smallest >= -1e-9 else "not possible")
spread = np.sqrt((1 - r12**2) * (1 - r13**2))
low, high = r12 * r13 - spread, r12 * r13 + spread
print(f"r23 may lie between {low:.3f} and {high:.3f}")

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 200)
fig, ax = plt.subplots()
ax.plot(np.cos(t), np.cos(t - np.arccos(r12)))
ax.scatter([r13], [r23])
ax.set(title=f"r12 = {r12:.2f}", xlabel="r13", ylabel="r23",
       xlim=(-1.05, 1.05), ylim=(-1.05, 1.05))
plt.show()
