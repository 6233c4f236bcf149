"""A line through noisy points."""

# %%
import time

import numpy as np

rng = np.random.default_rng(0)
x = np.linspace(-1, 1, 200)
y = 1 + 2 * x + rng.normal(scale=0.3, size=x.size)
A = np.column_stack([np.ones_like(x), x])
w, rest, rank, singular = np.linalg.lstsq(A, y)
error = y - A @ w
spread = error.std(ddof=2)
print(f"{time.time_ns()} line {w[0]:.3f} + {w[1]:.3f} x")
print(f"spread {spread:.3f}")
