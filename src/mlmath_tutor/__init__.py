"""A terminal tutor for the mathematics of machine learning, in Japanese and English."""

__version__ = "0.1.0"
