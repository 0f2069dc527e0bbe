"""The tables of labels in cross-references.md, made from the language files.

Run ``python docs/reference_table.py`` after a change of the files; a test fails where the page is behind.
"""

from __future__ import annotations

from pathlib import Path

from articlekit.languages import Language, available, get
from articlekit.model import ReferenceKind

PAGE = Path(__file__).parent / "cross-references.md"
BEGIN, END = "<!-- table: docs/reference_table.py -->", "<!-- end of table -->"
_POINTERS, _EACH = 6, 2
_KINDS = [kind.value for kind in ReferenceKind if kind is not ReferenceKind.UNKNOWN]
_LISTED = ("analysis", "explainer", "interview", "opinion", "report", "fact_check", "live", "background")


def table() -> str:
    """The table as Markdown, a row a language."""
    heads = ["", "language", "pointers", *_LISTED, "machine-translated", "notices", "in all"]
    rows = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for code in available():
        language = get(code)
        if language.words("references", "more"):
            rows.append(f"| {' | '.join(_row(code, language))} |")
    return "\n".join(rows)


def _row(code: str, language: Language) -> list[str]:
    every = {key: language.words("references", key) for key in ("more", "translated", *_KINDS)}
    notices = {key: language.words("notices", key) for key in ("correction", "update", "note")}
    return [
        code,
        str(language.value("language", "name", code)),
        _some(every["more"], _POINTERS),
        *(_some(every[kind], _EACH) for kind in _LISTED),
        _some(tuple(entry.replace(" = ", " → ") for entry in every["translated"]), _EACH),
        _some(tuple(word for words in notices.values() for word in words[:1]), len(notices)),
        str(sum(map(len, every.values())) + sum(map(len, notices.values()))),
    ]


def _some(words: tuple[str, ...], most: int) -> str:
    return ", ".join(word.replace("|", "\\|") for word in words[:most]) or "–"


def page(text: str) -> str:
    """The page with a fresh table."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
