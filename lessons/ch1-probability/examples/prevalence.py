"""Natural frequencies: ten thousand people, counted."""

# %%
import numpy as np

prev, sens, spec = 0.01, 0.99, 0.95
people = 10_000

# %% focus
ill = prev * people
healthy = people - ill
TP, FN = sens * ill, (1 - sens) * ill
TN, FP = spec * healthy, (1 - spec) * healthy
PPV, NPV = TP / (TP + FP), TN / (TN + FN)
print(f"ill: {TP:.0f} positive, {FN:.0f} negative")
print(f"healthy: {FP:.0f} positive, {TN:.0f} negative")
print(f"PPV = {TP:.0f} / ({TP:.0f} + {FP:.0f}) = {PPV:.4f}")
print(f"NPV = {NPV:.5f}")

# %% plot
import matplotlib.pyplot as plt

x = np.logspace(-4, -0.3, 100)
tp, fp = sens * x, (1 - spec) * (1 - x)
fn, tn = (1 - sens) * x, spec * (1 - x)
fig, (bars, ax) = plt.subplots(1, 2)
bars.bar(["ill", "healthy"], [TP, FP])
bars.set(ylabel="positives")
ax.semilogx(x, tp / (tp + fp), linewidth=2, label="PPV")
ax.semilogx(x, tn / (tn + fn), "--", label="NPV")
ax.scatter([prev], [PPV], label="now")
ax.set(xlabel="prevalence π (log)", ylabel="probability")
ax.set_ylim(0, 1.05)
ax.legend()
plt.show()
