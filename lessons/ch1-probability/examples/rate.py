"""Maximum likelihood for a rate: curvature, bias and coverage."""

# %%
import numpy as np
from scipy.optimize import minimize_scalar

rate, n = 2.0, 20
reps = 50_000
rng = np.random.default_rng(6)
x = rng.exponential(1 / rate, n)


# %% focus
def loglik(r):
    return n * np.log(r) - r * x.sum()


found = minimize_scalar(lambda r: -loglik(r), bounds=(1e-3, 50),
                        method="bounded", options={"xatol": 1e-10})
mle = 1 / x.mean()
h = 1e-3
bend = -(loglik(mle + h) - 2 * loglik(mle) + loglik(mle - h)) / h**2
print(f"top of the hill {found.x:.4f}, 1 / mean {mle:.4f}")
print(f"curvature {bend:.3f}, s.e. {1 / np.sqrt(bend):.3f}")

# %%
total = sum(rng.exponential(1 / rate, reps) for _ in range(n))
est = n / total
theory = n * rate / (n - 1)
sd = theory / np.sqrt(n - 2)
z = (est.mean() - theory) / (sd / np.sqrt(reps))
print(f"{reps} data sets: mean {est.mean():.4f},")
print(f"  theory {theory:.4f}, z = {z:+.2f},")
print(f"  s.e. {sd / np.sqrt(reps):.4f}")
print(f"s.d. {est.std():.4f}, theory {sd:.4f},")
print(f"  large-n value {rate / np.sqrt(n):.4f}")
cover = np.mean(np.abs(est - rate) < 1.96 * est / np.sqrt(n))
print(f"coverage of est ± 1.96 s.e.: {cover:.4f}")

# %% plot
import matplotlib.pyplot as plt

g = np.linspace(0.35, 2.2, 80) * mle
fig, ax = plt.subplots()
ax.plot(g, loglik(g) - loglik(mle), linewidth=2,
        label="log-likelihood")
ax.plot(g, -bend * (g - mle) ** 2 / 2, "--", label="parabola")
ax.axvline(mle, linestyle=":")
ax.set(xlabel="rate θ", ylabel="below the top")
ax.set_ylim(-8, 0.5)
ax.legend(loc="lower center")
plt.show()
