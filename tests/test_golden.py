"""Whole articles: what a careful reader finds in them, written down by hand.

Files are named by their language, those for a shape of page by the shape too ("ru-live"); these also say
every block.
"""

import json
from pathlib import Path

import pytest

import articlekit

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.json")))
def test_article(name: str) -> None:
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    page = (GOLDEN / f"{name}.html").read_bytes()
    article = articlekit.parse(page, url=f"https://courier.example/{name}/article")
    assert article.language == name.split("-")[0]
    found: dict[str, object] = {
        "headline": article.headline,
        "kicker": article.kicker,
        "authors": [author.name for author in article.authors],
        "published": article.published.isoformat() if article.published else None,
        "sections": [[section.heading, len(section.paragraphs)] for section in article.sections],
        "references": [[ref.label, ref.title, str(ref.kind)] for ref in article.cross_references],
        "dateline": [place.text for place in article.dateline.places] if article.dateline else None,
        "quotes": [[quote.text, quote.speaker.name if quote.speaker else None] for quote in article.quotes],
    }
    if "blocks" in expected:
        found["standfirst"] = article.standfirst
        found["blocks"] = [[type(block).__name__, block.text] for block in article.blocks]
    assert found == expected
