"""The process that runs one program: imports the standard library, `figspec` and itself."""
