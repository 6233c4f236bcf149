"""Testing one person k times while the tests share errors."""

# %%
import numpy as np

k, shared = 2, 0.0
prev, sens, spec = 0.01, 0.99, 0.95


# %% focus
def log_odds(k, shared):
    if_ill = shared * sens + (1 - shared) * sens**k
    alarm = 1 - spec
    if_healthy = shared * alarm + (1 - shared) * alarm**k
    prior = np.log(prev / (1 - prev))
    return prior + np.log(if_ill / if_healthy)


now = log_odds(k, shared)
posterior = 1 / (1 + np.exp(-now))
print(f"log-odds after {k} positives: {now:.3f} nats")
print(f"P(ill | {k} positives) = {posterior:.4f}")

# %% plot
import matplotlib.pyplot as plt

times = np.arange(1, 9)
fig, ax = plt.subplots()
ax.plot(times, log_odds(times, 0), "--", label="independent")
ax.plot(times, log_odds(times, 1), ":", label="copies")
ax.plot(times, log_odds(times, shared), linewidth=2, label="now")
ax.scatter([k], [now], label="this run")
ax.set(xlabel="positives k", ylabel="log-odds (nats)")
ax.set_ylim(-5, 20)
ax.legend()
plt.show()
