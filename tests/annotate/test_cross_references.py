"""Cross-references: what is one, what is none."""

import time

import pytest

import articlekit

PROSE = (
    "<p>The port opened again on Friday after a strike of three weeks, and ships came in, the town said.</p>"
)


def references(middle: str, language: str = "en") -> list[tuple[str, str, str]]:
    page = f"<html lang='{language}'><body><article><h1>Port opens again</h1>{PROSE}{PROSE}{middle}{PROSE}</article></body></html>"
    options = articlekit.Options(language=language)  # the prose is English
    article = articlekit.parse(page, url="https://courier.example/port", options=options)
    return [(ref.label, ref.title, str(ref.kind)) for ref in article.cross_references]


@pytest.mark.parametrize(
    ("language", "middle", "expected"),
    [
        ("en", "<p>→ ANALYSIS. <a href='/a'>Why the port was closed so long</a></p>", ("→ ANALYSIS.", "Why the port was closed so long", "analysis")),
        ("en", "<p><a href='/a'>READ MORE: Why the port was closed so long</a></p>", ("READ MORE:", "Why the port was closed so long", "unknown")),
        ("en", "<p><b>Opinion:</b> <a href='/a'>Why the port was closed so long</a></p>", ("Opinion:", "Why the port was closed so long", "opinion")),
        ("de", "<p>Lesen Sie auch: <a href='/a'>Warum der Hafen so lange zu war</a></p>", ("Lesen Sie auch:", "Warum der Hafen so lange zu war", "unknown")),
        ("fr", "<p>À lire aussi <a href='/a'>Pourquoi le port est resté fermé</a></p>", ("À lire aussi", "Pourquoi le port est resté fermé", "unknown")),
        ("es", "<p>(Lee también: <a href='/a'>Por qué el puerto estuvo cerrado</a>)</p>", None),
        ("ja", "<p>【関連記事】<a href='/a'>港はなぜ三週間も閉まっていたのか</a></p>", ("【関連記事】", "港はなぜ三週間も閉まっていたのか", "unknown")),
    ],
)  # fmt: skip
def test_labelled(language: str, middle: str, expected: tuple[str, str, str] | None) -> None:
    found = references(middle, language)
    if expected is not None:
        assert found == [expected]
    else:
        assert [title for _, title, _ in found] == ["Por qué el puerto estuvo cerrado"]


def test_a_label_stands_over_a_list() -> None:
    middle = (
        "<div class='related'><h3>Read more</h3><ul><li><a href='/a'>Why the port was closed so long</a></li>"
        "<li><a href='/b'>What the dockers want from the new owner</a></li></ul></div>"
    )
    assert references(middle) == [
        ("Read more", "Why the port was closed so long", "unknown"),
        ("Read more", "What the dockers want from the new owner", "unknown"),
    ]


@pytest.mark.parametrize(
    "middle",
    [
        "<p>The mayor said in <a href='/a'>a long letter to the port</a> that she was glad to see ships.</p>",
        "<p><a href='/newsletter'>Sign up for our newsletter and never miss a story</a></p>",
        "<p><a href='/tag/port'>Port of the old town</a></p>",
        "<h2>What comes next for the port</h2>",
    ],
)
def test_none(middle: str) -> None:
    assert references(middle) == []


def test_text_of_references_is_not_in_the_article() -> None:
    page = f"<html lang='en'><article><h1>Port</h1>{PROSE}<p><a href='/a'>Read more: Why the port was closed</a></p>{PROSE}</article>"
    assert "Why the port" not in articlekit.parse(page).text


def test_plain_text_title_line_is_a_reference_and_a_short_line_a_heading() -> None:
    text = (
        "Port opens again\n\nThe port opened again on Friday after a strike of three weeks, the town said in a note.\n\n"
        "Harbour crisis: in the old town, the dockers look for their place\n\n"
        "Ships came in all day, and the first of them left again before it was dark, the harbour master said.\n\n"
        "What comes next\n\n"
        "Talks on the night shift go on next week, and both sides hope for an early end, as they told reporters."
    )
    article = articlekit.parse_text(text)
    assert [ref.title for ref in article.cross_references] == [
        "Harbour crisis: in the old town, the dockers look for their place"
    ]
    assert [section.heading for section in article.sections] == [None, "What comes next"]


REFERENCES = articlekit.Options(annotators=frozenset({"cross_references"}))


@pytest.mark.parametrize(
    "line", ["→ " * 100_000, "The port opened. Read also: (x) " * 160_000, "(Read also: " * 100_000]
)
def test_one_giant_line(line: str) -> None:
    for parse, source in (
        (articlekit.parse_text, f"Title\n\n{line}"),
        (articlekit.parse_html, f"<article><p>{line}</p>"),
    ):
        started = time.process_time()
        assert parse(source, options=REFERENCES).cross_references == ()
        assert time.process_time() - started < 5


def test_many_paragraphs_with_arrows() -> None:
    started = time.process_time()
    article = articlekit.parse_html(
        f"<article>{PROSE * 3}{'<p>→ <a href=/title-of-a-piece>Title of a piece</a></p>' * 20_000}",
        options=REFERENCES,
    )
    assert len(article.cross_references) <= 1
    assert time.process_time() - started < 10
