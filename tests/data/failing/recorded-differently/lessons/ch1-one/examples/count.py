print("sum 1.53")
