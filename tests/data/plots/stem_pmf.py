"""A probability mass function as stems."""

from math import comb

import matplotlib.pyplot as plt

n, p = 12, 0.3
k = list(range(n + 1))
plt.stem(k, [comb(n, i) * p**i * (1 - p) ** (n - i) for i in k])
plt.xlabel("k")
plt.ylabel("P(X = k)")
plt.show()
