"""What `benchmarks/runner.py` measures, one module a matter."""
