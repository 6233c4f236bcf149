"""JSON Schemas of the course's files, so that an editor completes keys and marks mistakes.

`mlmath check --schema DIR` writes them. An editor with the YAML language server then needs
one line at the top of a file: `# yaml-language-server: $schema=DIR/section.json`.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec

from .blocks import SectionFile
from .course import CourseFile, Notation, Reference, Skill, Term
from .questions import Question, QuizFile

SCHEMAS: dict[str, object] = {
    "course": CourseFile,
    "section": SectionFile,
    "quiz": QuizFile,
    "skills": tuple[Skill, ...],
    "glossary": tuple[Term, ...],
    "notation": tuple[Notation, ...],
    "references": tuple[Reference, ...],
}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write one schema for each kind of file into `folder`; return the files written.

    Raises:
        OSError: the folder or a file in it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / f"{name}.json", model) for name, model in SCHEMAS.items())


def _write(path: Path, model: object) -> Path:
    schema = msgspec.json.schema(model)
    if model is SectionFile:
        # A question inside a block goes by the block's id.
        for question in get_args(Question):
            schema["$defs"][question.__name__]["required"].remove("id")
    path.write_bytes(msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n")
    return path
