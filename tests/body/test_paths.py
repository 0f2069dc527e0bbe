"""Paths into the source page."""

from lxml import etree

from articlekit.body.paths import Paths


def test_paths_are_those_of_lxml_for_few_and_for_many() -> None:
    page = "<html><body><div>" + "<p>a<b>c</b></p><ul><li>x<li>y</ul>" * 200 + "</div><div/></body></html>"
    root = etree.fromstring(page, etree.HTMLParser())
    tree, paths = root.getroottree(), Paths()
    elements = list(root.iter("*"))
    assert len(elements) > 1_000
    assert [paths.of(element) for element in elements] == [tree.getpath(element) for element in elements]
