"""Which box is the column."""

import pytest
from lxml import etree

from articlekit.body.column import choose, judge
from articlekit.body.outline import outline
from articlekit.limits import Limits
from articlekit.options import Options

TEXT = "The harbour opened again on Friday, and the first ships came in after three weeks, the town said."
PARAGRAPHS = f"<p>{TEXT}</p>" * 5


def column(body: str, body_text: str | None = None, titles: frozenset[str] = frozenset()) -> str:
    page = outline(
        etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser()), Limits(Options())
    )
    judge(page, body_text)
    return page.boxes[choose(page, titles)].names


@pytest.mark.parametrize(
    "body",
    [
        f"<div id=x>{PARAGRAPHS}</div><div id=y><p>{TEXT}</p></div>",
        f"<div id=w><div id=x>{PARAGRAPHS}</div><div id=y><ul><li><a href=/>A link to a thing</a></ul></div></div>",
        f"<div id=x>{'<div>' + TEXT + '<br><br></div>' * 4}</div>" + "<div id=y>Menu</div>",
        f"<table><tr><td id=y>Menu<td id=x>{(TEXT + '<br><br>') * 4}</table>",
        f"<div id=y class=comments>{PARAGRAPHS}</div><div id=x>{PARAGRAPHS}</div>",
        f"<div id=y><p>{TEXT}</p></div><div id=x itemprop=articleBody>{PARAGRAPHS}</div>",
        f"<div id=x><div class=part>{PARAGRAPHS}</div><div class=part><p>{TEXT}</p></div></div><div>Foot</div>",
    ],
)  # fmt: skip
def test_column(body: str) -> None:
    assert column(body) == "x"


def test_comments_fuller_than_the_article() -> None:
    comments = "".join(f"<div><p>{TEXT} {number}</p></div>" for number in range(9))
    body = f"<div id=x><h1>Port opens</h1>{PARAGRAPHS}</div><div id=y>{comments}</div>"
    assert column(body, titles=frozenset({"portopens"})) == "x"


def test_declared_text_tells_the_column() -> None:
    other = (
        "<p>Another text stands here, longer than the article is, and nobody has declared it at all.</p>" * 8
    )
    said = " ".join([TEXT] * 5)
    assert column(f"<div id=y>{other}</div><div id=x>{PARAGRAPHS}</div>", said) == "x"


def test_a_stub_of_a_declared_text_tells_nothing() -> None:
    body = f"<div id=x>{PARAGRAPHS}</div><div id=y><p>A short teaser that the page declares as its text.</p></div>"
    assert column(body, "A short teaser that the page declares as its text.") == "x"


def test_layout_that_is_named_like_furniture() -> None:
    assert (
        column(f"<div id=x class=newsletter-template>{PARAGRAPHS}</div><div>Foot</div>")
        == "newsletter-template x"
    )
