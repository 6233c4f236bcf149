"""A series over dates."""

import datetime

import matplotlib.pyplot as plt

start = datetime.date(2026, 1, 1)
days = [start + datetime.timedelta(days=7 * k) for k in range(26)]
plt.plot(days, [20 + 3 * (k % 5) + k / 2 for k in range(26)])
plt.gcf().autofmt_xdate()
plt.ylabel("orders")
plt.show()
