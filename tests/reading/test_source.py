"""Input of every type and encoding."""

import pytest
from bs4 import BeautifulSoup
from lxml import etree, html

import articlekit

PAGE = "<html><head>{meta}</head><body><article><h1>Brücke öffnet</h1><p>Die Brücke über den Fluß ist wieder offen, sagte die Stadt.</p></article></body></html>"


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-32", ""),
        ("iso-8859-1", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"),
        ("cp1252", ""),
    ],
)
def test_encodings(encoding: str, meta: str) -> None:
    assert articlekit.parse(PAGE.format(meta=meta).encode(encoding)).headline == "Brücke öffnet"


def test_a_japanese_page_in_its_own_charset() -> None:
    page = "<html><head><meta charset='{name}'></head><body><h1>港が再び開いた</h1><p>港は金曜日に再び開いた。</p></body></html>"
    for name in ("shift_jis", "euc-jp", "iso-2022-jp"):
        assert articlekit.parse(page.format(name=name).encode(name)).headline == "港が再び開いた"


def test_trees_are_read_and_not_changed() -> None:
    tree = html.document_fromstring(PAGE.format(meta=""))
    before = etree.tostring(tree)
    assert articlekit.parse(tree).headline == "Brücke öffnet"
    assert articlekit.parse(tree.getroottree()).headline == "Brücke öffnet"
    assert etree.tostring(tree) == before
    assert articlekit.parse(BeautifulSoup(PAGE.format(meta=""), "html.parser")).headline == "Brücke öffnet"


def test_wrong_type() -> None:
    with pytest.raises(TypeError, match="str, bytes"):
        articlekit.parse(5)


def test_nothing_is_lost_below_the_parsers_depth() -> None:
    for depth in (300, 5_000):
        page = "<article><h1>Deep</h1>" + "<div>" * depth + "<p>The deepest words of all stand here.</p>"
        assert "The deepest words" in articlekit.parse(page).text


def test_cleaning() -> None:
    page = PAGE.format(meta="").replace("wieder", "wie\x00der")
    assert "ist wieder offen" in articlekit.parse(page).text
    assert "ist wieder offen" in articlekit.parse(page.encode()).text


def test_cut_last_character_is_no_error() -> None:
    raw = (PAGE.format(meta="") + "ü").encode()[:-1]
    article = articlekit.parse(raw)
    assert article.headline == "Brücke öffnet"
    assert article.diagnostics == ()
