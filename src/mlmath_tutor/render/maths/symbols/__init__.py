r"""What each command stands for: pure tables, one module per kind of symbol."""
