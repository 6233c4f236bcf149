"""Microseconds per formula beside the other ways from LaTeX to text, in one run.

The formulas are those of the reviewed pictures in tests/golden/maths, or those of a file with
one JSON object a line and the source under `latex`. Candidates that are not installed are left
out; a formula a candidate refuses counts as refused, and its time as well. The candidates
take turns and processor time counts, the best of some rounds: ratios matter, microseconds do
not.

    python benchmarks/maths.py [FORMULAS.jsonl]
    pip install pylatexenc flatlatex unicodeit TeXicode sympy lark    # to compare with all
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from mlmath_tutor.render.maths import Typesetter

PICTURES = Path(__file__).parent.parent / "tests" / "golden" / "maths"
ROUNDS = 7
PATIENCE = 30.0  # seconds a candidate may take for one round before it gets no other
WIDTH = 76
# the macros of the pictures; no candidate knows them
MACROS = {
    "E": r"\mathbb{E}", "V": r"\mathbb{V}", "R": r"\mathbb{R}", "N": r"\mathcal{N}",
    "Cov": r"\operatorname{Cov}", "KL": r"D_{\mathrm{KL}}", "CE": r"\operatorname{CE}",
    "argmax": r"\arg\max", "argmin": r"\arg\min", "logit": r"\operatorname{logit}",
    "PPV": r"\operatorname{PPV}", "tr": r"\operatorname{tr}", "diag": r"\operatorname{diag}",
    "rank": r"\operatorname{rank}", "sign": r"\operatorname{sign}",
}  # fmt: skip

Convert = Callable[[str], object]
Fresh = Callable[[], Convert]  # makes a converter that remembers nothing yet


class Candidate(NamedTuple):
    name: str
    fresh: Fresh


class Result(NamedTuple):
    name: str
    microseconds: float
    refused: int


def formulas(path: Path | None) -> list[str]:
    if path is not None:
        return [json.loads(line)["latex"] for line in path.read_text("utf-8").splitlines()]
    text = "".join(page.read_text("utf-8") for page in sorted(PICTURES.glob("*.txt")))
    sources = re.findall(r"^% (.+)$", text, flags=re.MULTILINE)
    return [written_out(source) for source in sources if r"\norm" not in source]


def written_out(latex: str) -> str:
    """Return the source without macros."""
    name = re.compile(r"\\([A-Za-z]+)")
    return name.sub(lambda match: MACROS.get(match[1], match[0]) + " ", latex)


def ours(mode: str) -> Fresh:
    def fresh() -> Convert:
        setter = Typesetter()
        if mode == "display":
            return lambda latex: setter.display(latex, WIDTH)
        return setter.inline

    return fresh


def peers() -> Iterator[Candidate]:
    """Yield the candidates that are installed."""
    if pylatexenc := _installed("pylatexenc.latex2text"):
        yield Candidate("pylatexenc latex2text", lambda: pylatexenc.LatexNodes2Text().latex_to_text)
    if flatlatex := _installed("flatlatex"):
        yield Candidate("flatlatex", lambda: flatlatex.converter().convert)
    if unicodeit := _installed("unicodeit"):
        yield Candidate("unicodeit", lambda: unicodeit.replace)
    if texicode := _installed("texicode.pipeline"):
        yield Candidate("TeXicode", lambda: lambda latex: _texicode(texicode, latex))
    if (parsing := _installed("sympy.parsing.latex")) and (sympy := _installed("sympy")):
        yield Candidate(
            "sympy parse_latex, pretty",
            lambda: lambda latex: sympy.pretty(parsing.parse_latex(latex, backend="lark")),
        )


def _texicode(texicode: ModuleType, latex: str) -> list[str]:
    """Convert with TeXicode, which returns its errors as text."""
    rows: list[str] = texicode.render_tex_rows(latex, False)
    if rows[0].startswith("TeXicode: "):
        raise ValueError(rows[0])
    return rows


def _installed(module: str) -> ModuleType | None:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        print(f"left out: {module} ({error})", file=sys.stderr)
        return None


def one_round(candidate: Candidate, sources: Sequence[str]) -> tuple[float, int]:
    """Return the processor seconds a candidate takes for all formulas, and how many it refuses."""
    convert, refused = candidate.fresh(), 0
    start = time.process_time()
    for latex in sources:
        try:
            convert(latex)
        except Exception:  # noqa: BLE001 - whatever a candidate raises is a refusal
            refused += 1
    return time.process_time() - start, refused


def measured(candidates: Sequence[Candidate], sources: Sequence[str]) -> list[Result]:
    seconds: dict[str, list[float]] = {candidate.name: [] for candidate in candidates}
    refused: dict[str, int] = {}
    for candidate in candidates:  # what is built once, such as a grammar, is not counted
        one_round(candidate, sources[:1])
    for _ in range(ROUNDS):
        for candidate in candidates:
            if seconds[candidate.name] and seconds[candidate.name][-1] > PATIENCE:
                continue
            taken, refused[candidate.name] = one_round(candidate, sources)
            seconds[candidate.name].append(taken)
    return [
        Result(name, min(taken) / len(sources) * 1e6, refused[name])
        for name, taken in seconds.items()
    ]


def main() -> None:
    sources = formulas(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    candidates = [
        Candidate("mlmath display", ours("display")),
        Candidate("mlmath inline", ours("inline")),
        *peers(),
    ]
    results = measured(candidates, sources)
    unit = results[0].microseconds
    print(f"{len(sources)} formulas, the best of {ROUNDS} rounds")
    print(f"{'':<28}{'µs/formula':>12}{'ratio':>8}{'refused':>9}")
    for result in results:
        ratio = result.microseconds / unit
        print(f"{result.name:<28}{result.microseconds:>12.0f}{ratio:>8.2f}{result.refused:>9}")


if __name__ == "__main__":
    main()
