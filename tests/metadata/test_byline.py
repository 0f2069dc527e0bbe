"""Bylines in many languages: who is named, with which part, and which newsroom."""

import tomllib
from pathlib import Path

import pytest

from articlekit.languages import get
from articlekit.metadata.byline import Byline, parse_byline, read_byline

SAMPLES = Path(__file__).parent.parent / "samples" / "bylines"


def samples() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted(SAMPLES.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [(file.stem, text, expected) for text, expected in table.items()]
    return found


def shown(line: Byline) -> str:
    people = "; ".join(f"{one.name} ({one.role})" if one.role else one.name for one in line.people)
    papers = "; ".join(one.name for one in line.organisations)
    return f"{people} | {papers}".strip() if papers else people


@pytest.mark.parametrize(("language", "text", "expected"), samples())
def test_samples(language: str, text: str, expected: str) -> None:
    assert shown(read_byline(text, get(language))) == expected


def test_many_languages() -> None:
    assert len(list(SAMPLES.glob("*.toml"))) >= 36


@pytest.mark.parametrize(
    ("language", "text", "own", "expected"),
    [
        ("en", "Silva, Ana", (), "Ana Silva"),
        ("en", "Silva, Ana; Berg, Jon", (), "Ana Silva; Jon Berg"),
        ("en", "ana silva", (), "ana silva"),
        ("en", "Harbour Courier", ("harbour courier",), "| Harbour Courier"),
        ("en", "Courier D", ("courier news",), "| Courier D"),
        ("en", "Ana Silva Courier Staff", ("courier",), "Ana Silva"),
        ("en", "admin", (), ""),
        ("en", "105092", (), ""),
        ("nl", "Van Dijk", (), "Van Dijk"),
        ("de", "Anna Weber und Jan Klein, dpa", (), "Anna Weber; Jan Klein | dpa"),
        ("de", "kueste.example.de, Kiel, Germany", (), "| kueste.example.de"),
        ("de", "Kirche und Hafen", (), "| Kirche und Hafen"),
        ("lt", "Rasa Kalnė, Pajūrio universiteto Meno ir mokslo fakulteto profesorė", (),
         "Rasa Kalnė (Pajūrio universiteto Meno ir mokslo fakulteto profesorė)"),
        ("ko", "김하늘 기자", (), "김하늘 (기자)"),
    ],
)  # fmt: skip
def test_declared(language: str, text: str, own: tuple[str, ...], expected: str) -> None:
    assert shown(read_byline(text, get(language), own=own, declared=True)) == expected


def test_papers_and_places_follow_names() -> None:
    (author,) = read_byline("By Ana Silva for The Harbour Courier", get("en")).people
    assert author.affiliation == "The Harbour Courier"
    (author,) = read_byline("Von Anna Weber, dpa", get("de")).people
    assert author.affiliation == "dpa"


def test_newsroom_where_nobody_is_named() -> None:
    assert [author.name for author in parse_byline("By Associated Press", get("en"))] == ["Associated Press"]
    assert [author.name for author in parse_byline("By Ana Silva, AP", get("en"))] == ["Ana Silva"]
