"""A matrix maps the unit circle to an ellipse."""

# %%
import numpy as np

a11, a12, a21, a22 = 1.0, 1.0, 0.0, 1.0

# %% focus
A = np.array([[a11, a12], [a21, a22]])
U, s, Vt = np.linalg.svd(A)
values, vectors = np.linalg.eig(A)
frobenius = np.sqrt((A**2).sum())
print(f"longest and shortest axis: {s[0]:.3f}, {s[1]:.3f}")
print(f"Frobenius norm: {frobenius:.3f}")
if np.isreal(values).all():
    print(f"eigenvalues: {values[0]:.3f}, {values[1]:.3f}")
else:
    print("no real eigenvalue")
print(f"largest |eigenvalue|: {np.abs(values).max():.3f}")

# %% plot
import matplotlib.pyplot as plt

t = np.linspace(0, 2 * np.pi, 241)
circle = np.array([np.cos(t), np.sin(t)])
fig, ax = plt.subplots()
ax.plot(*circle, ":", label="circle")
ax.plot(*(A @ circle), label="image")
axis = U * s
ax.plot([-axis[0, 0], axis[0, 0]], [-axis[1, 0], axis[1, 0]], "--",
        label="longest axis")
if np.isreal(values).all():
    for k in range(2):
        v = 1.3 * vectors[:, k].real
        ax.plot([-v[0], v[0]], [-v[1], v[1]], "-.",
                label=None if k else "eigenvectors")
ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
ax.legend()
plt.show()
