"""The table in docs/datelines.md is the one that the language files make."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_table_is_in_step() -> None:
    made = runpy.run_path(str(DOCS / "dateline_table.py"))
    text = (DOCS / "datelines.md").read_text(encoding="utf-8")
    assert made["page"](text) == text, "run python docs/dateline_table.py"
    assert text.count("\n| ") > 40
