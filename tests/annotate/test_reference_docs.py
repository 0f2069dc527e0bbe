"""The tables in docs/cross-references.md are the ones that the language files make; the files hold no label twice."""

import runpy
from pathlib import Path

import pytest

from articlekit.annotate.folding import folded
from articlekit.languages import available, get
from articlekit.model import ReferenceKind

DOCS = Path(__file__).parent.parent.parent / "docs"
KINDS = [kind.value for kind in ReferenceKind if kind is not ReferenceKind.UNKNOWN]


def test_the_table_is_in_step() -> None:
    made = runpy.run_path(str(DOCS / "reference_table.py"))
    text = (DOCS / "cross-references.md").read_text(encoding="utf-8")
    assert made["page"](text) == text, "run python docs/reference_table.py"
    assert text.count("\n| ") > 40


@pytest.mark.parametrize("code", available())
def test_labels_tell_one_thing(code: str) -> None:
    seen: dict[str, str] = {}
    for key in ("more", *KINDS):
        for word in map(folded, get(code).words("references", key)):
            assert seen.setdefault(word, key) == key, word
    for entry in get(code).words("references", "translated"):
        word, _, kind = entry.partition(" = ")
        assert kind in KINDS
        assert folded(word) not in seen, word
