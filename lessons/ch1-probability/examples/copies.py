"""Naive Bayes with one of its features copied."""

# %%
import numpy as np

copies, ratio, against = 1, 4.0, 6.0

# %% focus
# ja: 事前オッズは 1 対 1。特徴量 1 は賛成、2 は反対の証拠です。
# en: Prior odds 1 to 1. Feature 1 speaks for, feature 2 against.


def naive(copies):
    odds = ratio**copies / against
    return odds / (1 + odds)


# ja: 写しは何も知らせないので、正しい値は写しのないときの値です。
# en: A copy tells nothing new: what is true is the first value.
true, claimed = naive(1), naive(copies)
print(f"true posterior   {true:.4f}")
print(f"naive Bayes says {claimed:.4f}, feature 1 used {copies}x")

# %% plot
import matplotlib.pyplot as plt

number = np.arange(1, 11)
fig, ax = plt.subplots()
ax.plot(number, naive(number), "o-", label="naive Bayes")
ax.axhline(true, linestyle="--", label="true posterior")
ax.plot([copies], [claimed], "s", label="now")
ax.set(xlabel="times feature 1 is used", ylabel="posterior")
ax.set_ylim(0, 1.05)
ax.legend()
plt.show()
