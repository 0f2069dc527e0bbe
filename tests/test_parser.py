"""The main job, end to end."""

import pytest

import articlekit

PAGE = """<html lang="en"><head><title>Harbour reopens | The Example</title>
<meta property="article:published_time" content="2024-05-03T09:15:00+03:00"><meta name="author" content="Ana Silva"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour reopens</h1>
<p>LISBON, May 3 (AP) - The port opened again today after a long strike, its director said at noon.</p>
<p>"We are glad that everybody is back at work today," said Jon Berg, the director of the port.</p>
<h2>What comes next</h2>
<p>Talks on pay go on next week, and both sides say that they hope for an early end to them.</p>
<p><a href="/analysis/strike">Read more: Why the port went on strike in the first place</a></p>
<p>Ships will wait for two more days, the port's managers told the companies on Friday.</p>
</article></body></html>"""


def test_page() -> None:
    article = articlekit.parse(PAGE, url="https://example.org/a")
    assert article.headline == "Harbour reopens"
    assert [author.name for author in article.authors] == ["Ana Silva"]
    assert str(article.published) == "2024-05-03 09:15:00+03:00"
    assert [section.heading for section in article.sections] == [None, "What comes next"]
    assert [(ref.label, ref.url) for ref in article.cross_references] == [
        ("Read more:", "https://example.org/analysis/strike")
    ]
    assert article.dateline is not None
    assert article.dateline.places[0].name == "LISBON"
    assert article.quotes[0].text == "We are glad that everybody is back at work today,"
    assert article.quotes[0].speaker is not None
    assert article.quotes[0].speaker.name == "Jon Berg"
    for item in (*article.quotes, *article.datelines, *article.blocks):
        assert article.text[item.span.start : item.span.end] == item.text


def test_round_trip() -> None:
    article = articlekit.parse(PAGE)
    assert articlekit.Article.from_json(article.to_json()) == article


@pytest.mark.parametrize("source", ["", "   ", b"\x00\xff\xfe", "<div>" * 50_000 + "deep", "\ud800<p>x</p>"])
def test_bad_input_gives_a_result(source: str | bytes) -> None:
    assert isinstance(articlekit.parse(source), articlekit.Article)


def test_over_limit() -> None:
    with pytest.raises(articlekit.InputTooLargeError, match="max_bytes"):
        articlekit.parse("x" * 100, options=articlekit.Options(max_bytes=10))
