"""The walk: runs of text between block boundaries, with their links and marks, and what is not walked."""

import pytest
from lxml import etree

from articlekit.body.outline import Outline, outline, shown_text
from articlekit.limits import Limits
from articlekit.options import Options


def walked(body: str, **more: bool) -> Outline:
    root = etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser())
    return outline(root, Limits(Options()), **more)


def texts(body: str) -> list[str]:
    return [run.text for run in walked(body).runs if run.text]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one  two\n three</p>", ["one two three"]),
        ("<p>un<b>believ</b>able</p>", ["unbelievable"]),
        ("<p>a <i>b</i> c</p><p>d</p>", ["a b c", "d"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<div>one<br>two</div>", ["one two"]),
        ("<div>one<br><br>two</div>", ["one", "two"]),
        ("<div>one<br> \n <br>two<br><br><br>three</div>", ["one", "two", "three"]),
        ("<p>This is a whole sentence of the text here.<br>And the next one.</p>", ["This is a whole sentence of the text here.", "And the next one."]),
        ("<p>Too short.<br>Next.</p>", ["Too short. Next."]),
        ("<p>a<wbr>b<x-y>c</x-y>d</p>", ["abcd"]),
        ("<p>a<script>no</script>b<style>no</style></p>", ["ab"]),
        ("<p>a <span class='sr-only'>unseen</span> b <span style='display: none'>c</span></p>", ["a b"]),
        ("<h2><div>in a heading</div></h2>", ["in a heading"]),
        ("<footer>The site's</footer><article><p>a</p></article>", ["a"]),
    ],
)  # fmt: skip
def test_runs(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_a_run_in_a_heading_has_its_tag() -> None:
    assert [run.tag for run in walked("<h2><div>a</div></h2><p>b</p>").runs] == ["h2", "p"]


def test_links_and_bold_stretches_have_their_places() -> None:
    run = walked("<p>See  <a href='/a'>this <b>page</b></a> and <b> that</b>.</p>").runs[0]
    assert run.text == "See this page and that."
    assert [(run.text[start:end], url) for start, end, url in run.links] == [("this page", "/a")]
    assert [run.text[start:end] for start, end in run.bold] == ["page", "that"]
    assert run.linked == len("this page")


def test_a_link_around_blocks_goes_on_in_each() -> None:
    runs = walked("<a href='/a'><h3>Title</h3><p>Summary</p></a>").runs
    assert [(run.text, run.linked) for run in runs] == [("Title", 5), ("Summary", 7)]


def test_named_furniture_is_not_walked_but_can_be_read() -> None:
    page = walked("<div class='newsletter-box'><div>Sign <b>up</b></div><button>Go</button></div><p>a</p>")
    passed = [run for run in page.runs if run.passed]
    assert [run.text for run in page.runs if not run.passed] == ["a"]
    assert [shown_text(run.element) for run in passed] == ["Sign up Go"]


def test_named_furniture_with_paragraphs_is_walked() -> None:
    body = "<div class='comments'>" + "<p>Some words of a text.</p>" * 3 + "</div>"
    assert len(texts(body)) == 3
    assert not any(run.passed for run in walked(body).runs)


def test_nothing_is_passed_over_where_asked() -> None:
    assert [run.text for run in walked("<div class='newsletter'>a</div>", prune=False).runs] == ["a"]


def test_the_id_of_a_heading_says_nothing_of_it() -> None:
    page = walked("<h2 id='share-prices-and-comments'>Share prices</h2>")
    assert page.boxes[-1].own_flags == 0


def test_limits_cut_the_walk() -> None:
    root = etree.fromstring("<html><body>" + "<p>a</p>" * 50 + "</body></html>", etree.HTMLParser())
    page = outline(root, Limits(Options(max_nodes=20)))
    assert not page.complete
    assert len(page.runs) == 20
