"""What is taught: the models, and how a folder of YAML and Python files becomes a course."""
