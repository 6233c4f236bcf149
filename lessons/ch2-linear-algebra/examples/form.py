"""Level sets of a quadratic form and its eigenvectors."""

# %%
import numpy as np

a, b, c = 2.0, 1.0, 2.0
A = np.array([[a, b], [b, c]])

# %% focus
lam, Q = np.linalg.eigh(A)
low, high = lam
print(f"eigenvalues {high:.3f}, {low:.3f}")
print(f"sum {high + low:.3f} = trace {a + c:.3f}")
print(f"product {high * low:.3f} = det {a * c - b * b:.3f}")
if low > 1e-9:
    kind = "positive definite"
elif low > -1e-9:
    kind = "positive semidefinite"
elif high < 1e-9:
    kind = "never positive"
else:
    kind = "both signs: saddle"
print(kind)

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(-2, 2, 81)
x, y = np.meshgrid(g, g)
f = a * x**2 + 2 * b * x * y + c * y**2
fig, ax = plt.subplots()
ax.contour(x, y, f, levels=[-4, -1, 0, 1, 4])
for i, dash in ((1, "-"), (0, "--")):
    q = Q[:, i]
    ax.plot([-q[0], q[0]], [-q[1], q[1]], dash, linewidth=2,
            label=f"eigenvalue {lam[i]:.2f}")
ax.set(xlabel="x1", ylabel="x2")
ax.set_aspect("equal")
ax.legend()
plt.show()
