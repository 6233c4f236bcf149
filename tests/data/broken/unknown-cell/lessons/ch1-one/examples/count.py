# %% picture
print(1)
