"""What is wrong with a formula's source, and where."""

from __future__ import annotations


class MathError(ValueError):
    """A formula that cannot be read as written.

    Attributes:
        message: what is wrong, in English: findings are for authors.
        pos: offset in the source of the character where it was noticed.
    """

    def __init__(self, message: str, pos: int) -> None:
        super().__init__(f"{message} (at {pos})")
        self.message = message
        self.pos = pos
