"""Four data, three libraries, two divisors."""

# %%
import numpy as np
import torch

a = [1.0, 2, 3, 4]

# %% focus
found = {
    "np.var": np.var(a),
    "np.cov": np.cov(a).item(),
    "torch.var": torch.var(torch.tensor(a)).item(),
}
for name, value in found.items():
    print(f"{name:9} {value:.4f}")
fair = torch.var(torch.tensor(a), correction=0).item()
print(f"torch.var with correction=0 {fair:.4f}")

# %%
norm = torch.nn.BatchNorm1d(1, momentum=1.0)
batch = torch.tensor([[0.0], [2.0]])
print("normalised", np.round(norm(batch).tolist(), 3).ravel())
running = norm.running_var.item()
print("running_var", running)

# %% plot
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.bar(list(found), list(found.values()))
ax.axhline(1.25, linestyle="--")
ax.set(ylabel="variance of 1, 2, 3, 4")
plt.show()
