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


STORY = (
    "<p>The port opened again on Friday after a strike of three weeks, the town said in the evening.</p>" * 3
)


def shown(lines: str, head: str = "", *, after: str = "", language: str = "en") -> articlekit.Article:
    body = f"<article><h1>Port opens again</h1>{lines}{STORY}{after}</article>"
    return page(head, body, language)


def named(article: articlekit.Article) -> list[str]:
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    "lines",
    [
        "<div class='byline'>By <a href='/ana'>Ana Silva</a> and <a href='/jon'>Jon Berg</a></div>",
        "<p>By Ana Silva and Jon Berg in Lisbon</p>",
        "<div class='authors'><span>Ana Silva</span> <span>Jon Berg</span></div>",
        "<ul class='author-list'><li>Ana Silva</li><li>Jon Berg</li></ul>",
        "<p><strong>Ana Silva/Jon Berg</strong></p>",
        "<div class='meta'>by <b>Ana Silva</b>, <b>Jon Berg</b><time>May 3, 2024</time></div>",
    ],
)
def test_visible_bylines(lines: str) -> None:
    assert named(shown(lines)) == ["Ana Silva", "Jon Berg"]


@pytest.mark.parametrize(
    "lines",
    [
        "<h2>Static Analysis</h2>",
        "<p>General Information</p>",
        "<p><strong>Cape Town</strong></p>",
        "<p class='comment-author'>Ana Silva</p>",
        "<p>Photo: Ana Silva</p>",
    ],
)
def test_no_bylines(lines: str) -> None:
    assert named(shown(lines)) == []


def test_people_before_newsrooms_and_full_names_first() -> None:
    paper = json_ld(
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Courier"}}'
    )
    assert named(shown("<p class='byline'>By Ana Silva</p>", paper)) == ["Ana Silva"]
    assert named(shown("", paper)) == ["Harbour Courier"]
    user = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "asilva"}}')
    assert named(shown("<p class='byline'>By Ana Silva</p>", user)) == ["Ana Silva"]
    own = json_ld(
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Courier"}, "publisher": {"name": "Courier Ltd"}}'
    )
    assert named(shown("<p class='byline'>By Ana Silva</p>", own)) == ["Ana Silva"]


def test_authors_of_teasers_are_none() -> None:
    teasers = "".join(
        f"<div itemscope itemtype='https://schema.org/NewsArticle'><h3><a href='/{n}'>Rain {n}</a></h3>"
        f"<span itemprop='author'>Writer {n} Other</span></div>"
        for n in "abc"
    )
    own = "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Ana Silva</b></span>"
    body = f"<article itemscope itemtype='https://schema.org/NewsArticle'><h1>Port opens again</h1>{own}{STORY}</article>{teasers}"
    assert named(page("", body)) == ["Ana Silva"]


def test_author_conflict_is_told() -> None:
    declared = json_ld('{"@type": "NewsArticle", "author": "Jon Berg"}')
    article = shown("<p class='byline'>By Ana Silva</p>", declared)
    assert named(article) == ["Jon Berg"]
    assert article.byline == "By Ana Silva"
    assert "author-conflict" in {note.code for note in article.diagnostics}


def test_dates_of_other_articles_are_none() -> None:
    teaser = "<aside><article><h3><a href='/r'>Rain ends</a></h3><time datetime='2024-01-01'>1 Jan 2024</time></article></aside>"
    script = "<script>var expires = '2030-01-01';</script>"
    assert page(script, f"{BODY}{teaser}").published is None


def test_published_and_updated_are_kept_apart() -> None:
    article = shown(
        "<p class='date'>Published 3 May 2024 at 10:15 GMT, updated 4 May 2024</p>",
    )
    assert article.published == dt.datetime(2024, 5, 3, 10, 15, tzinfo=dt.UTC)
    assert article.modified == dt.date(2024, 5, 4)


def test_theme_that_names_its_only_date_updated() -> None:
    article = shown(
        "<div class='posted-on'><time class='entry-date updated' datetime='2024-05-03T10:15:00+00:00'>May 3</time></div>"
    )
    assert article.published == dt.datetime(2024, 5, 3, 10, 15, tzinfo=dt.UTC)


def test_fuller_date_of_the_same_day() -> None:
    head = json_ld('{"@type": "NewsArticle", "datePublished": "2024-05-03"}')
    head += "<meta property='article:published_time' content='2024-05-03T10:15:00+02:00'>"
    assert page(head).published == dt.datetime(2024, 5, 3, 10, 15, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_url_date_only_checks() -> None:
    url = "https://courier.example/2024/01/09/port"
    html = f"<html><body>{BODY}</body></html>"
    assert articlekit.parse(html, url=url).published is None
    head = "<meta property='article:published_time' content='2024-05-03'>"
    article = articlekit.parse(f"<html><head>{head}</head><body>{BODY}</body></html>", url=url)
    assert article.published == dt.date(2024, 5, 3)
    assert [note.code for note in article.diagnostics] == ["date-conflict"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (json_ld('{"@type": "NewsArticle", "isAccessibleForFree": false}'), "paid"),
        (json_ld('{"@type": "NewsArticle", "isAccessibleForFree": "True"}'), "free"),
        (json_ld('{"@type": "NewsArticle", "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False"}}'), "paid"),
        ("<meta property='article:content_tier' content='metered'>", "metered"),
        ("<meta property='article:content_tier' content='locked'>", "paid"),
        ("", "unknown"),
    ],
)  # fmt: skip
def test_access(head: str, expected: str) -> None:
    assert str(page(head).access) == expected


def test_section_tags_publisher() -> None:
    article = page(
        json_ld(
            '{"@type": "NewsArticle", "articleSection": ["Economy", "Ports"], "keywords": "port, strike,port",'
            ' "publisher": {"@type": "Organization", "name": "Harbour Courier"}}'
        )
    )
    assert article.section_name == "Economy"
    assert article.tags == ("port", "strike")
    assert article.publisher == "Harbour Courier"
    article = page(
        "<meta property='article:tag' content='port'><meta property='article:tag' content='strike'>"
    )
    assert article.tags == ("port", "strike")


def test_canonical_address_is_no_home_page() -> None:
    html = "<html><head><link rel='canonical' href='/'><meta property='og:url' content='/port'></head><body></body></html>"
    assert (
        articlekit.parse(html, url="https://courier.example/port?x=1").canonical_url
        == "https://courier.example/port"
    )


def test_language_of_the_words_where_the_page_is_wrong() -> None:
    prose = (
        "<p>Der Hafen ist am Freitag nach drei Wochen Streik wieder geöffnet worden, wie die Stadt am Abend mitteilte.</p>"
        * 4
    )
    article = page("", f"<article><h1>Hafen wieder offen</h1>{prose}</article>", "en-US")
    assert article.language == "de"
    assert "language-conflict" in {note.code for note in article.diagnostics}
    assert page("", BODY, "de").language == "de"  # too little to contradict


def test_label_and_name_on_lines_of_their_own() -> None:
    lines = "<div class='author-by'>By</div><div class='author-name'>Ana Silva</div>"
    article = shown(lines)
    assert named(article) == ["Ana Silva"]
    assert article.byline == "Ana Silva"


def test_an_offset_of_days_is_no_zone() -> None:
    # found by fuzzing: dateutil reads it, and isoformat raised
    page = "<meta property='article:published_time' content='Fri, 3 May 2024 09:15:00 +9915'><h1>Port</h1><p>It opened.</p>"
    article = articlekit.parse_html(page)
    assert articlekit.Article.from_json(article.to_json()) == article


def test_date_that_the_address_confirms() -> None:
    html = f"<html lang='en'><body>{BODY}<footer><time datetime='2024-05-03T10:15:00+00:00'>then</time></footer></body></html>"
    url = "https://courier.example/2024/05/{}/port"
    assert articlekit.parse(html, url=url.format("03")).published == dt.datetime(
        2024, 5, 3, 10, 15, tzinfo=dt.UTC
    )
    assert articlekit.parse(html, url=url.format("09")).published is None


def test_initials_keep_their_stop() -> None:
    assert named(page("<meta name='author' content='Juan Muñoz C.'>")) == ["Juan Muñoz C."]
    assert named(page("<meta name='author' content='Harbour Union e.V.'>")) == ["Harbour Union e.V."]
