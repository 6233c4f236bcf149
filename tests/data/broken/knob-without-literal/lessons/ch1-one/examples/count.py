n = 1 + 2
print(n)
