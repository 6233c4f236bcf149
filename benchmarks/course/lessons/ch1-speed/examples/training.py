"""Logistic regression by gradient descent."""

# %%
import time

import torch

torch.manual_seed(0)
x = torch.randn(200, 2)
y = (x[:, 0] + 2 * x[:, 1] > 0).float()
model = torch.nn.Linear(2, 1)
steps = torch.optim.SGD(model.parameters(), lr=0.5)
loss_of = torch.nn.BCEWithLogitsLoss()
for _ in range(20):
    steps.zero_grad()
    loss = loss_of(model(x).squeeze(1), y)
    loss.backward()
    steps.step()
right = ((model(x).squeeze(1) > 0) == (y > 0)).float().mean()
print(f"{time.time_ns()} loss {loss.item():.3f}")
print(f"{100 * right.item():.1f} % right")
