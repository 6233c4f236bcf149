"""Milliseconds to read and to compare typed expressions: pairs, generated ones, the longest.

    python benchmarks/expressions.py [GENERATED]

Of each sort the median and the slowest are shown. GENERATED expressions (1000 if not told) are
drawn from the signs of a calculator without regard to sense; of the longest, every character
that may be typed is used.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterable, Iterator

from mlmath_tutor.engine.expression import (
    NATURAL,
    POSITIVE,
    REAL,
    Domain,
    Undecided,
    UnreadableError,
    equal,
    read,
)
from mlmath_tutor.engine.expression.reading import LONGEST

DOMAINS = {"x": REAL, "y": REAL, "z": REAL, "s": POSITIVE, "p": Domain(0, 1), "n": NATURAL}

PAIRS = [
    ("6^(3x²+4x−2) ln(6) (6x+4)", "6^(3x²+4x−2) (6x+4)"),
    ("ln(tan(x)^2+1)^3 x^2", "-8 x^2 ln|cos x|^3"),
    ("tan x + log(s)^3", "sin x/cos x + ln(s)^3"),
    ("sigmoid(z)-1", "-1/(1+e^z)"),
    ("-p log p - (1-p) log(1-p)", "p ln(1/p) + (1-p) ln(1/(1-p))"),
    ("exp(-(x-y)²/(2s²))/(s √(2π))", "1/sqrt(2π s²) e^(-((x-y)/s)^2/2)"),
    ("x²", "x²+1e-9"),
    ("2log x", "log(x²)"),
    ("(x+y)^8", "(x²+2x y+y²)^4"),
    ("9^9^9^9", "x"),
]
LONG_PIECES = ("+sin(x)", "*exp(p)", "+x^s", "+1/tan(y)", "+n!", "+log(s)^2", "-arcsin(p)", "+√s")
PIECES = [
    *"0123456789+-*/^()|!.xyzspn",
    "sin ",
    "exp(",
    "log ",
    "sqrt(",
    "tan ",
    "e^",
    "^2",
    "max(",
]


def longest() -> Iterator[tuple[str, str]]:
    for piece in LONG_PIECES:
        text = "x" + piece * ((LONGEST - 1) // len(piece))
        yield text, text
        yield text, f"{text[: -len(piece)]}+0"


def generated(count: int) -> Iterator[tuple[str, str]]:
    """Yield readable expressions; text that cannot be read is drawn again."""
    source = random.Random(1)
    before = "x"
    while count:
        text = "".join(source.choices(PIECES, k=source.randint(1, 25)))
        try:
            read(text, DOMAINS)
        except UnreadableError:
            continue
        yield text, before
        before = text
        count -= 1


def report(name: str, pairs: Iterable[tuple[str, str]]) -> None:
    times: list[tuple[float, str, str]] = []
    undecided = 0
    for left, right in pairs:
        start = time.perf_counter()
        found = equal(read(left, DOMAINS), read(right, DOMAINS), DOMAINS)
        times.append(((time.perf_counter() - start) * 1000, left, right))
        undecided += isinstance(found, Undecided)
    median = statistics.median(taken for taken, *_ in times)
    slowest, left, right = max(times)
    print(f"{name:10} {len(times):6} {median:8.1f} {slowest:8.1f} {undecided:9}   ", end="")
    print(f"{left[:30]} | {right[:30]}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print("sort        count   median  slowest undecided   the slowest (milliseconds)")
    report("pairs", PAIRS)
    report("generated", generated(count))
    report("longest", longest())


if __name__ == "__main__":
    main()
