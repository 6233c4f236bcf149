"""Loss and accuracy on two scales."""

import matplotlib.pyplot as plt
import numpy as np

epoch = np.arange(1, 21)
fig, ax = plt.subplots()
ax.plot(epoch, 2 * np.exp(-epoch / 5), color="tab:blue")
ax.set_xlabel("epoch")
ax.set_ylabel("loss", color="tab:blue")
other = ax.twinx()
other.plot(epoch, 100 * (1 - 0.8 * np.exp(-epoch / 6)), color="tab:red")
other.set_ylabel("accuracy (%)", color="tab:red")
plt.show()
