"""Made-up pages in the idioms of many systems: what is the article's text, block by block, and what is not.

Beside each page stands what a reader finds: "# " headings, "- " list items, "> " quotes, "| " tables, "^ " the
standfirst, "~ " words that must not be in the text; all other lines are paragraphs.
"""

from pathlib import Path

import pytest

import articlekit
from articlekit import Article, BlockQuote, Heading, List, Paragraph, Table

PAGES = Path(__file__).parents[1] / "samples" / "body"


def lines(article: Article) -> list[str]:
    found = []
    for block in article.blocks:
        match block:
            case Heading():
                found.append("# " + block.text)
            case List():
                found += ["- " + item.text for item in block.items]
            case BlockQuote():
                found.append("> " + block.text)
            case Table():
                found += ["| " + "\t".join(row) for row in block.rows]
            case Paragraph():
                found.append(block.text)
    return found


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_page(name: str) -> None:
    article = articlekit.parse((PAGES / f"{name}.html").read_bytes())
    said = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines(article) == [line for line in said if line[:2] not in ("^ ", "~ ")]
    assert [line[2:] for line in said if line.startswith("~ ") and line[2:] in article.text] == []
    standfirst = next((line[2:] for line in said if line.startswith("^ ")), None)
    assert standfirst is None or article.standfirst == standfirst
