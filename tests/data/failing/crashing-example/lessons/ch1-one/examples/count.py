"""Count."""
# ja: 割ります。
# en: Divide.
print(1 / 0)
