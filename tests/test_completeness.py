"""No visible word of the article's column is lost without a reason."""

import re

import pytest

import articlekit

TAGS = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "cite",
    "code",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "i",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "main",
    "mark",
    "meter",
    "nobr",
    "ol",
    "output",
    "p",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "custom-element",
    "gu-atom",
    "amp-thing",
    "center",
    "big",
    "strike",
    "acronym",
]

PROSE = (
    "<p>The port opened again on Friday after a strike of three weeks, and ships came in, the town said.</p>"
)


def everything(article: articlekit.Article) -> str:
    data = article.to_dict()
    for key in ("provenance", "diagnostics"):
        data.pop(key)
    return str(data)


@pytest.mark.parametrize("tag", TAGS)
def test_every_tag(tag: str) -> None:
    page = (
        f"<html><body><article><h1>Port opens</h1>{PROSE}{PROSE}<p>Before word1 <{tag}>inner word2</{tag}> tail word3 of it.</p>"
        f"<div>Loose word4 <{tag}>inside word5</{tag}> word6</div><{tag}>Block word7</{tag}>{PROSE}</article></body></html>"
    )
    shown = everything(articlekit.parse(page))
    lost = [word for word in (f"word{n}" for n in range(1, 8)) if not re.search(rf"\b{word}\b", shown)]
    assert lost == []


def test_inline_tags_add_no_space_and_blocks_glue_no_words() -> None:
    page = f"<article><h1>Port</h1>{PROSE}<p>It was un<b>believ</b>able for all who saw it.</p><div>one<div>two</div>three</div>{PROSE}</article>"
    article = articlekit.parse(page)
    assert "unbelievable" in article.text
    assert not re.search("onetwo|twothree", everything(article))
