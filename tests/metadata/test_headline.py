"""Which title is the headline, and how it is spelled."""

import json

import pytest

import articlekit

TEXT = (
    "<p>The port opened again on Friday after a strike of three weeks, the town said in the evening.</p>" * 3
)


def headline(
    body: str, *, title: str = "", og: str = "", filed: str = "", site: str = "Harbour Courier"
) -> articlekit.Article:
    head = f"<meta property='og:site_name' content='{site}'>"
    head += f"<title>{title}</title>" if title else ""
    head += f"<meta property='og:title' content='{og}'>" if og else ""
    if filed:
        head += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": filed})}</script>'
    page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return articlekit.parse(page, url="https://www.harbourcourier.example/news/port-opens")


def article(h1: str) -> str:
    return f"<article>{h1}{TEXT}</article>"


PORT = "Port opens again after three weeks"


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (article(f"<h1>{PORT}</h1>"), {}, PORT),
        (article(f"<h1>{PORT}</h1>"), {"og": "Strike ends", "filed": PORT}, PORT),
        (article(f"<h1>{PORT}</h1>"), {"og": PORT, "filed": "Strike at the port ends"}, PORT),
        (article("<h1>Opens again</h1>"), {"og": PORT, "filed": PORT}, PORT),
        (article("<h1>Relief in the harbour</h1>"), {"og": "Strike ends", "filed": PORT, "title": PORT}, "Relief in the harbour"),
        (article(""), {"title": f"{PORT} | Harbour Courier"}, PORT),
        (article(""), {"title": f"Harbour Courier | {PORT}"}, PORT),
        (article(""), {"title": f"{PORT} - Economy | Harbour Courier"}, f"{PORT} - Economy"),
        (article(""), {"og": f"{PORT} – Harbour Courier"}, PORT),
        (article(f"<h1>{PORT}</h1>"), {"filed": f"{PORT} | Economy"}, PORT),
        (article(f"<h1>{PORT}</h1>"), {"filed": f"{PORT[:24]}..."}, PORT),
        (article(""), {"og": PORT[:28], "title": f"{PORT} | Harbour Courier"}, PORT),
        (f"<h1>Harbour Courier</h1>{article('')}", {"og": PORT, "title": f"{PORT} | Harbour Courier"}, PORT),
        (f"<h1>Sea and Land</h1>{article('')}", {"og": PORT, "title": f"{PORT} | Sea and Land"}, PORT),
        (f"<ul><li><h1>Strike ends</h1></li></ul>{article(f'<h2>{PORT}</h2>')}", {"filed": PORT, "og": "Strike ends"}, PORT),
        (f"{article(f'<h1>{PORT}</h1>')}<aside><h1>Rain ends in the north</h1></aside>", {"og": PORT}, PORT),
    ],
)  # fmt: skip
def test_choice(body: str, declared: dict[str, str], expected: str) -> None:
    assert headline(body, **declared).headline == expected


@pytest.mark.parametrize(
    ("h1", "expected"),
    [
        (f"<h1>{PORT}<br>and ships come in</h1>", f"{PORT} and ships come in"),
        ("<h1><span>Port opens again</span><span> after three weeks</span></h1>", PORT),
        (f"<h1><span class='sr-only'>Article: </span>{PORT}</h1>", PORT),
        (f"<h1>{PORT}<svg><title>icon</title></svg></h1>", PORT),
        (f"<h1>{PORT[:20]}<!-- -->{PORT[20:]}</h1>", PORT),
        ("<h1>Port opens&shy; again after&nbsp;three weeks</h1>", PORT),
        ("<h1><em>Port</em> opens again after three weeks</h1>", PORT),
    ],
)
def test_shown_text(h1: str, expected: str) -> None:
    assert headline(article(h1)).headline == expected


def test_kicker_in_the_heading() -> None:
    found = headline(article(f"<h1><span>Economy</span> <span>{PORT}</span></h1>"), og=PORT)
    assert (found.headline, found.kicker) == (PORT, "Economy")
    found = headline(article(f"<h1><span class='kicker'>Economy</span> {PORT}</h1>"))
    assert (found.headline, found.kicker) == (PORT, "Economy")


def test_pieces_are_joined_as_another_source_spells_them() -> None:
    body = article("<h1><span>Port opens again</span><span>Ships come in</span></h1>")
    assert (
        headline(body, filed="Port opens again: Ships come in").headline == "Port opens again: Ships come in"
    )


def test_provenance() -> None:
    found = headline(article(f"<h1>{PORT}</h1>"), og="Strike ends at last").provenance["headline"]
    assert (found.source, found.raw) == ("h1", PORT)
    assert ("og:title", "Strike ends at last") in found.passed_over
