"""The JSON-LD object that is the page's own article."""

import json

from articlekit.metadata.json_ld import read_json_ld

URL = "https://courier.example/news/port"


def declared(*blocks: object, title: str = "Port opens again"):  # type: ignore[no-untyped-def]
    return read_json_ld([json.dumps(block) for block in blocks], [URL], [title])[0]


def test_references_are_followed() -> None:
    graph = {
        "@graph": [
            {
                "@type": "Article",
                "@id": f"{URL}#article",
                "author": {"@id": "#ana"},
                "publisher": {"@id": "#org"},
            },
            {"@type": "Person", "@id": "#ana", "name": "Ana Silva", "jobTitle": "Reporter"},
            {"@type": "Organization", "@id": "#org", "name": "Harbour Courier"},
        ]
    }
    page = declared(graph)
    (author,) = page.named("author")
    assert (author.name, author.role) == ("Ana Silva", "Reporter")
    assert page.text("publisher") == "Harbour Courier"


def test_references_across_blocks() -> None:
    page = declared(
        {"@type": "NewsArticle", "author": [{"@id": "#ana"}]},
        {"@type": "Person", "@id": "#ana", "name": "Ana Silva"},
    )
    assert [one.name for one in page.named("author")] == ["Ana Silva"]


def test_the_article_that_fits_the_page() -> None:
    other = {"@type": "NewsArticle", "headline": "Rain ends", "datePublished": "2024-01-01", "author": "X"}
    own = {"@type": "NewsArticle", "headline": "Port opens again", "url": URL}
    assert declared([other, own]).text("headline") == "Port opens again"
    by_title = {"@type": "NewsArticle", "headline": "Port opens again"}
    assert declared([other, by_title]).text("headline") == "Port opens again"


def test_several_articles_none_of_them_the_pages() -> None:
    teasers = [{"@type": "NewsArticle", "headline": f"Teaser {number}", "author": "X"} for number in range(4)]
    assert declared(teasers).article == {}


def test_gaps_are_filled_from_the_page_object() -> None:
    page = declared(
        {"@type": "Article", "headline": "Port opens again"},
        {"@type": "WebPage", "datePublished": "2024-05-03"},
    )
    assert page.text("datePublished") == "2024-05-03"


def test_names_of_any_shape() -> None:
    people = [
        {"@type": "Person", "givenName": "Ana", "familyName": "Silva"},
        "Jon Berg",
        {"@type": "Person", "name": ["Lee Park", "Mia Lund"]},
        {"@type": "Organization", "name": "Courier"},
    ]
    found = declared({"@type": "NewsArticle", "author": people}).named("author")
    assert [one.name for one in found] == ["Ana Silva", "Jon Berg", "Lee Park", "Mia Lund", "Courier"]
    assert [one.is_organisation for one in found] == [False, False, False, False, True]


def test_breadcrumbs() -> None:
    entries = [{"name": "Home"}, {"item": {"name": "Economy"}}, {"name": "Port opens again"}]
    assert declared({"@type": "BreadcrumbList", "itemListElement": entries}).sections[0] == "Economy"


def test_entities_and_tags() -> None:
    page = declared({"@type": "NewsArticle", "headline": "Port &amp;quot;opens&amp;quot; <b>again</b>"})
    assert page.text("headline") == 'Port "opens" again'
