"""The table of languages in datelines.md, made from the language files.

Run ``python docs/dateline_table.py`` after a change of the files; a test fails where the page is behind.
"""

from __future__ import annotations

from pathlib import Path

from articlekit.languages import Language, available, get

PAGE = Path(__file__).parent / "datelines.md"
BEGIN, END = "<!-- table: docs/dateline_table.py -->", "<!-- end of table -->"
_FLAGS = (
    ("colon", "`PLACE: …`"),
    ("full_stop", "`Place. …`"),
    ("bare_dash", "`Place - …`"),
    ("quoted_outlets", "`PLACE: «paper»`"),
)
_SHOWN = 6


def table() -> str:
    """The table as Markdown, a row a language."""
    rows = [
        "| | language | agencies (of all) | the day as printed | scenes: how “in” is said | also | names |"
    ]
    rows.append("|---|---|---|---|---|---|---|")
    for code in available():
        language = get(code)
        if language.words("dates", "months"):
            rows.append(f"| {' | '.join(_row(code, language))} |")
    return "\n".join(rows)


def _row(code: str, language: Language) -> tuple[str, ...]:
    from articlekit.languages import place_names

    agencies = language.words("datelines", "agencies")
    rest = len(agencies) - _SHOWN
    more = f" … (+{rest})" if rest > 0 else ""
    names = len(place_names(code, "cities", "zones", "countries"))
    return (
        code,
        str(language.value("language", "name", code)),
        ", ".join(agencies[:_SHOWN]) + more or "the English ones",
        _day(language),
        _links(language),
        "; ".join(shown for key, shown in _FLAGS if language.value("datelines", key)) or "–",
        str(names),
    )


def _day(language: Language) -> str:
    """A day in May, in the forms that the language has."""
    words = language.words
    month = words("dates", "months")[4].split("|")[0]
    weekday = words("dates", "weekdays")[2].split("|")[0]
    end = (*words("dates", "day_endings"), "")[0]
    if language.value("dates", "order") == "md":
        gap = "" if language.value("dates", "spaced", True) is False else " "
        shown = [f"{month}{gap}4{'' if end.startswith('-') else gap and end and ' '}{end}"]
    else:
        shown = [f"4 {month}"]
    mark = language.value("dates", "numeric")
    if mark:
        shown.append(f"{weekday} (4{mark}5{mark if mark == '.' else ''})")
    return ", ".join(shown)


def _links(language: Language) -> str:
    words = language.words
    links = [*words("datelines", "prepositions")[:5]]
    links += [f"-{ending.lstrip('-')}" for ending in words("datelines", "endings")[:4]]
    links += [f"{prefix}-" for prefix in words("datelines", "prefixes")]
    links += [f"… {word}" for word in words("datelines", "postpositions")[:2]]
    return ", ".join(links) or "–"


def page(text: str) -> str:
    """The page with a fresh table."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
