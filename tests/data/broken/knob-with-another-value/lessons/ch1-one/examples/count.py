m, n = 2, 4
print(n)
