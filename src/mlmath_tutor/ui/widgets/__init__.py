"""What one sees several times."""
