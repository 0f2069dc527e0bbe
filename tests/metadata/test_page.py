"""What a page declares of its article."""

import datetime as dt

import pytest

import articlekit
from articlekit.languages import get
from articlekit.metadata.byline import parse_byline

BODY = "<article><h1>Port opens again</h1><p>The port opened again on Friday after a strike, the town said.</p></article>"


def page(head: str, body: str = BODY, language: str = "en") -> articlekit.Article:
    return articlekit.parse(f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>")


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Port opens again", "author": {"@type": "Person", "name": "Ana Silva"}}',
        '[{"@type": ["NewsArticle"], "author": ["Ana Silva"]}]',
        '{"@graph": [{"@type": "WebPage"}, {"@type": "ReportageNewsArticle", "author": [{"name": "Ana Silva"}]}]}',
        '{"@type": "NewsArticle", "author": {"name": "Ana Silva"},};',
        '/*<![CDATA[*/ {"@type": "NewsArticle", "author": "Ana Silva"} /*]]>*/',
        '{"@type": "NewsArticle", "description": "two\nlines", "author": "Ana Silva"}',
    ],
)
def test_tolerant_json_ld(text: str) -> None:
    assert [author.name for author in page(json_ld(text)).authors] == ["Ana Silva"]


def test_broken_json_ld_is_a_diagnostic() -> None:
    article = page(json_ld("{broken"))
    assert article.headline == "Port opens again"
    assert [note.code for note in article.diagnostics] == ["bad-json-ld"]


def test_dates_keep_time_and_zone_and_conflicts_are_told() -> None:
    article = page(
        json_ld(
            '{"@type": "NewsArticle", "datePublished": "2024-05-03T09:15:00+03:00", "dateModified": "2024-05-04"}'
        )
        + "<meta property='article:published_time' content='2024-05-01T00:00:00Z'>"
    )
    assert article.published == dt.datetime(2024, 5, 3, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    assert article.modified == dt.date(2024, 5, 4)
    assert article.provenance["published"].source == "json-ld"
    assert [note.code for note in article.diagnostics] == ["date-conflict"]


def test_visible_date() -> None:
    body = BODY.replace("</h1>", "</h1><div class='date'>3. Mai 2024, 14:05 Uhr</div>")
    article = page("", body, "de")
    assert article.published == dt.datetime(2024, 5, 3, 14, 5)
    assert article.provenance["published"].source == "visible date"


def test_role_and_affiliation() -> None:
    text = (
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ana Silva", "jobTitle": "Reporter",'
        ' "worksFor": {"@type": "Organization", "name": "Courier"}, "url": "https://courier.example/ana"}}'
    )
    (author,) = page(json_ld(text)).authors
    assert author == articlekit.Author(
        name="Ana Silva", role="Reporter", affiliation="Courier", url="https://courier.example/ana"
    )


def test_no_evidence_is_none() -> None:
    article = page("")
    assert article.published is None
    assert article.authors == ()
    assert article.publisher is None
    assert article.access is articlekit.Access.UNKNOWN


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "By Ana Silva and Jon Berg in Kyiv", ["Ana Silva", "Jon Berg"]),
        ("de", "Von Anna Weber und Jan Klein", ["Anna Weber", "Jan Klein"]),
        ("fr", "Par Claire Morel et Paul Petit", ["Claire Morel", "Paul Petit"]),
        ("es", "Por Lucía Romero y Juan Gil", ["Lucía Romero", "Juan Gil"]),
        ("it", "di Marta Ricci", ["Marta Ricci"]),
        ("pt", "Por Inês Duarte e Rui Melo", ["Inês Duarte", "Rui Melo"]),
        ("nl", "Door Sanne de Wit en Jan Bos", ["Sanne de Wit", "Jan Bos"]),
        ("ja", "山田花子記者", ["山田花子"]),
        ("ko", "김하늘 기자", ["김하늘"]),
    ],
)
def test_bylines(language: str, text: str, names: list[str]) -> None:
    assert [author.name for author in parse_byline(text, get(language))] == names
