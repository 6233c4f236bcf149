"""An ellipse, a rectangle and an arrow added by hand."""

import matplotlib.pyplot as plt
from matplotlib.patches import Ellipse, Rectangle

fig, ax = plt.subplots()
ax.add_patch(Ellipse((0, 0), 4, 2, angle=30, fill=False))
ax.add_patch(Rectangle((-0.5, -0.5), 1, 1, alpha=0.5))
ax.arrow(0, 0, 1.5, 0.9, head_width=0.15)
ax.set(xlim=(-3, 3), ylim=(-2, 2), aspect="equal")
plt.show()
