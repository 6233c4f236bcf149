from __future__ import annotations

import json
from pathlib import Path

from mlmath_tutor.content.schema import write_schemas


def test_every_kind_of_file_has_a_schema(tmp_path: Path) -> None:
    written = {path.stem: path for path in write_schemas(tmp_path / "schemas")}
    assert {"course", "section", "quiz", "skills", "glossary"} <= written.keys()
    section = json.loads(written["section"].read_text(encoding="utf-8"))
    kinds = section["$defs"]["SectionFile"]["properties"]["blocks"]["items"]["discriminator"]
    assert "theorem" in kinds["mapping"]
    assert section["$defs"]["Text"]["required"] == ["ja", "en"]


def test_a_question_needs_its_own_id_only_in_a_quiz(tmp_path: Path) -> None:
    written = {path.stem: path for path in write_schemas(tmp_path)}

    def required(name: str) -> list[str]:
        schema = json.loads(written[name].read_text(encoding="utf-8"))
        found: list[str] = schema["$defs"]["Numeric"]["required"]
        return found

    assert "id" in required("quiz")
    assert "id" not in required("section")
