"""Two vectors and their sum from the origin."""

import matplotlib.pyplot as plt

plt.quiver(
    [0, 0, 0], [0, 0, 0], [2, 1, 3], [1, 2, 3], angles="xy", scale_units="xy", scale=1,
    color=["tab:blue", "tab:orange", "tab:green"],
)  # fmt: skip
plt.xlim(-1, 4)
plt.ylim(-1, 4)
plt.gca().set_aspect("equal")
plt.grid()
plt.show()
