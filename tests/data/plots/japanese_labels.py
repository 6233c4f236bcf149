"""学習曲線 (Japanese words everywhere)."""

import matplotlib.pyplot as plt
import numpy as np

回 = np.arange(1, 31)
fig, ax = plt.subplots()
ax.plot(回, np.exp(-回 / 8) + 0.05, label="訓練データ")
ax.plot(回, np.exp(-回 / 8) + 0.1 + 0.004 * 回, "--", label="検証データ")
ax.annotate("過学習のはじまり", xy=(18, 0.28), xytext=(12, 0.6), arrowprops={"arrowstyle": "->"})
ax.set_title("学習曲線")
ax.set_xlabel("エポック")
ax.set_ylabel("損失")
ax.legend()
plt.show()
