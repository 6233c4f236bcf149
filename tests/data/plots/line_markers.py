"""Format strings: markers, dashes and colours in one."""

import matplotlib.pyplot as plt

epochs = range(1, 9)
fig, ax = plt.subplots()
ax.plot(epochs, [2.1, 1.5, 1.1, 0.9, 0.75, 0.66, 0.6, 0.58], "o-", label="train")
ax.plot(epochs, [2.2, 1.7, 1.4, 1.25, 1.2, 1.22, 1.28, 1.35], "s--", label="validation")
ax.set(xlabel="epoch", ylabel="loss")
ax.legend(loc="upper right")
plt.show()
