"""Invariants that hold for any input."""

import json

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit.export.schema import generate, json_schema

WORDS = st.sampled_from(
    [
        "the",
        "port",
        "said",
        "“we",
        "are”",
        "glad”",
        "”",
        '"',
        "„so“",
        "«",
        "oui",
        "»",
        "—",
        "→",
        "READ",
        "MORE:",
        "By",
        "May",
        "3",
        "LISBON,",
        "(AP)",
        "-",
        "“",
        "‘",
        "’",
        "「話」",
        "1.",
        "•",
        "Maria",
        "Costa",
        "she",
        "he\n\n",
        "\n",
        ".",
        ",",
        ":",
        "!",
        "2024",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "span",
        "a",
        "b",
        "strong",
        "blockquote",
        "figure",
        "figcaption",
        "article",
        "section",
        "aside",
        "br",
        "custom-el",
        "wbr",
        "time",
        "footer",
        "nav",
        "script",
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Broken HTML: tags opened and closed at random around texts."""
    parts: list[str] = ["<html><body>"]
    for _ in range(draw(st.integers(0, 25))):
        tag = draw(TAGS)
        close = draw(st.booleans())
        parts.append(
            f"<{tag} class='{draw(st.sampled_from(['', 'article-body', 'related', 'byline']))}' href='/x'>"
        )
        parts.append(draw(TEXTS))
        if close:
            parts.append(f"</{tag}>")
    return "".join(parts)


def check(article: articlekit.Article) -> None:
    for item in (*article.blocks, *article.quotes, *article.datelines, *article.links):
        if isinstance(item, (articlekit.Figure, articlekit.Embed)):
            assert item.span.start == item.span.end
        elif isinstance(item, articlekit.Dateline) and item.span.end == 0:
            continue  # on a line above the text
        else:
            assert article.text[item.span.start : item.span.end] == item.text
    ends = 0
    for quote in article.quotes:
        assert quote.span.start >= ends
        ends = quote.span.end
    hash(article)
    assert articlekit.Article.from_json(article.to_json()) == article
    jsonschema.validate(json.loads(article.to_json()), json_schema())
    assert article.to_html().startswith("<article>")
    article.to_markdown()
    json.dumps(article.to_json_ld())
    json.dumps(article.to_ninjs())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    check(articlekit.parse_text(text))


@settings(max_examples=150, deadline=None)
@given(pages())
def test_any_page(page: str) -> None:
    check(articlekit.parse_html(page, url="https://courier.example/a"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(articlekit.parse(data))


def test_shipped_schema_is_current() -> None:
    assert json_schema() == generate()
