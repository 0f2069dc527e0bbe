"""What goes out again is safe and complete."""

import pytest

import articlekit
from articlekit.export.safe import address

HOSTILE = (
    "<article><h1>Port &lt;script&gt;alert(1)&lt;/script&gt;</h1>"
    "<p>The port <a href='javascript:alert(1)'>opened</a> &lt;img src=x onerror=alert(1)&gt; today, they said.</p>"
    "<p>Ships <a href='https://courier.example/ships'>came in</a> all day and all night, the town said.</p></article>"
)


def test_html_lets_no_markup_through() -> None:
    shown = articlekit.parse(HOSTILE).to_html()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "javascript:" not in shown
    assert '<a href="https://courier.example/ships">came in</a>' in shown


def test_markdown_lets_no_markup_through() -> None:
    shown = articlekit.parse(HOSTILE).to_markdown()
    assert "<script" not in shown
    assert "javascript:" not in shown
    assert "[came in](<https://courier.example/ships>)" in shown


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\tscript:x", "data:text/html,x", "vbscript:x", "//x", "https://a\"onload=x"],
)  # fmt: skip
def test_addresses(url: str) -> None:
    assert address(url) is None


def test_json_ld_and_ninjs() -> None:
    article = articlekit.parse(HOSTILE)
    assert article.to_json_ld()["@type"] == "NewsArticle"
    assert article.to_ninjs()["headlines"][0]["value"] == article.headline


def test_bad_data_is_one_clear_error() -> None:
    for data in ({"headline": 5}, {"blocks": [{"type": "nothing"}]}, {"no_such_field": 1}):
        with pytest.raises(articlekit.InvalidDocumentError):
            articlekit.Article.from_dict(data)
    with pytest.raises(articlekit.InvalidDocumentError, match="JSON"):
        articlekit.Article.from_json("{")
