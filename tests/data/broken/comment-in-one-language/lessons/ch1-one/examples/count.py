"""Count."""
# ja: 数えます。
print(1)
