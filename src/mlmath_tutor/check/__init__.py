"""The course as a test-suite: what is wrong with it, file by file and line by line."""
