"""The course of two chapters with questions that come with other values each time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CHAPTERS = Path(__file__).parent / "data" / "chapters"
FACTORS = range(2, 10)

_TEMPLATE = """- id: {name}
  kind: numeric
  skills: [{skills}]
  params: {{a: {{from: 2, to: 9}}}}
  note: 'a={{{{a}}}}'
  stem: {{ja: '${{{{a}}}}{what}$ はいくつですか。', en: 'How much is ${{{{a}}}}{what}$?'}}
  answer: {{value: '{{{{a{value}}}}}', exact: true}}
  right: {{ja: 'そのとおり。', en: 'Indeed.'}}
  verify: a{value}
  tests:
  - {{input: '{{{{a{value}}}}}', score: 1}}
  - {{input: '-1', score: 0}}
  - {{input: x, invalid: true}}
"""


def varying(folder: Path) -> Path:
    """Write the course into `folder` and return it.

    The times table and the first chapter's own question draw a number from `FACTORS`.
    """
    course = Path(shutil.copytree(CHAPTERS, folder / "varying"))
    times = course / "quizzes" / "ch2-products" / "1-times.yaml"
    zeros = re.findall(r"(?ms)^- id: times\.zero.*?(?=^- |\Z)", times.read_text(encoding="utf-8"))
    tables = [
        _TEMPLATE.format(
            name=f"times.table-{n}", skills="products.table", what=rf"\times{n}", value=f"*{n}"
        )
        for n in range(2, 6)
    ]
    title = "title: {ja: '掛け算の問題', en: 'Questions on multiplying'}\nquestions:\n"
    times.write_text(title + "".join(tables + zeros), encoding="utf-8")
    own = course / "quizzes" / "ch1-sums" / "chapter.yaml"
    head = own.read_text(encoding="utf-8").partition("questions:\n")[0]
    both = _TEMPLATE.format(
        name="sums.both", skills="sums.small, sums.difference", what="+5-6", value="-1"
    )
    own.write_text(f"{head}questions:\n{both}", encoding="utf-8")
    return course
