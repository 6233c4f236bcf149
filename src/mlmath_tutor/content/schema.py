"""JSON Schemas of the course's files, so that an editor completes keys and marks mistakes.

`mlmath check --schema DIR` writes them. An editor with the YAML language server then needs
one line at the top of a file: `# yaml-language-server: $schema=DIR/section.json`.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import msgspec

from .blocks import SectionFile
from .course import CourseFile, Notation, Reference, Skill, Term
from .questions import Question
from .quizzes import Varying
from .templates import HOLE, DrawnQuizAsWritten, QuizAsWritten

SCHEMAS: dict[str, object] = {
    "course": CourseFile,
    "section": SectionFile,
    "quiz": QuizAsWritten,
    "drawn-quiz": DrawnQuizAsWritten,
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
    if model in (QuizAsWritten, DrawnQuizAsWritten):
        schema = _with_parameters(schema)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n")
    return path


Schema = dict[str, object]


def _with_parameters(schema: Schema) -> Schema:
    """Return the schema of a quiz whose questions may have parameters, and `{{…}}` for numbers."""
    definitions = cast("dict[str, Schema]", _with_holes(schema)["$defs"])
    varying = msgspec.json.schema(Varying)["$defs"]
    keys = cast("Schema", varying.pop("Varying")["properties"])
    for question in get_args(Question):
        properties = cast("Schema", definitions[question.__name__]["properties"])
        definitions[question.__name__]["properties"] = properties | keys
    return schema | {"$defs": definitions | varying}


def _with_holes(schema: Schema) -> Schema:
    """Return a schema in which a hole fits where a number, or a list of numbers, does."""
    changed = {key: _each(value) for key, value in schema.items()}
    if schema.get("type") in ("number", "integer", "array"):
        return {"anyOf": [changed, {"type": "string", "pattern": HOLE.pattern}]}
    return changed


def _each(value: object) -> object:
    if isinstance(value, dict):
        return _with_holes(value)
    return [_each(item) for item in value] if isinstance(value, list) else value
