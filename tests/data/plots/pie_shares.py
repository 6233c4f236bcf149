"""A pie of three shares."""

import matplotlib.pyplot as plt

plt.pie([50, 30, 20], labels=["train", "validation", "test"], autopct="%1.0f%%")
plt.title("Split")
plt.show()
