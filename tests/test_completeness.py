"""No visible word of the article's column is lost without a reason."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit

SHOWN = [
    "a",
    "abbr",
    "acronym",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blink",
    "blockquote",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "content",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
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
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "i",
    "image",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "listing",
    "main",
    "mark",
    "marquee",
    "menu",
    "menuitem",
    "meter",
    "nav",
    "nobr",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "picture",
    "plaintext-like",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "search",
    "section",
    "select",
    "shadow",
    "slot",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "textarea",
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
    "xmp-like",
    "math",
    "mi",
    "mrow",
    "custom-element",
    "gu-atom",
    "amp-thing",
    "my-app",
    "x-1",
    "ad-slot",
    "news-card",
    "related-list",
    "o:p",
]
"""Every element whose text a browser shows, obsolete ones and unknown ones too."""

PROSE = (
    "<p>The port opened again on Friday after a strike of three weeks, and ships came in, the town said.</p>"
)


def everything(article: articlekit.Article) -> str:
    data = article.to_dict()
    for key in ("provenance", "diagnostics"):
        data.pop(key)
    return str(data)


def lost(page: str, words: list[str]) -> list[str]:
    shown = everything(articlekit.parse(page))
    return [word for word in words if not re.search(rf"\b{word}\b", shown)]


@pytest.mark.parametrize("tag", SHOWN)
def test_every_tag(tag: str) -> None:
    page = (
        f"<html><body><article><h1>Port opens</h1>{PROSE}{PROSE}<p>Before word1 <{tag}>inner word2</{tag}> tail word3 of it.</p>"
        f"<div>Loose word4 <{tag}>inside word5</{tag}> word6</div><{tag}>Block word7</{tag}>{PROSE}</article></body></html>"
    )
    assert lost(page, [f"word{n}" for n in range(1, 8)]) == []


@pytest.mark.parametrize("tag", SHOWN)
@pytest.mark.parametrize(
    "name", ["related", "newsletter", "byline", "caption", "share-bar", "comments", "nav"]
)
def test_every_tag_under_every_kind_of_name(tag: str, name: str) -> None:
    page = (
        f'<html><body><article><h1>Port opens</h1>{PROSE}{PROSE}<{tag} class="{name}">Named word1 <b>word2</b></{tag}>'
        f'{PROSE}<section class="{name}"><{tag}>word3</{tag}><p>word4</p></section>{PROSE}</article></body></html>'
    )
    assert lost(page, [f"word{n}" for n in range(1, 5)]) == []


NAMES = ["", "text", "teaser", "share", "credit", "embed", "lead", "sr", "x1", "card"]
TREES = st.recursive(
    st.just(""),
    lambda inner: st.lists(st.tuples(st.sampled_from(SHOWN), st.sampled_from(NAMES), inner), max_size=4),
    max_leaves=12,
)


def written(tree: object, words: list[str]) -> str:
    """A tree as mark-up, each element with a word of its own before, in and after it."""
    if not isinstance(tree, list):
        words.append(f"leaf{len(words)}")
        return words[-1]
    parts = []
    for tag, name, inner in tree:
        words.append(f"word{len(words)}")
        parts.append(f'<{tag} class="{name}">{words[-1]} {written(inner, words)}</{tag}> ')
        words.append(f"tail{len(words)}")
        parts.append(words[-1] + " ")
    return "".join(parts)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_any_tree(tree: object) -> None:
    words: list[str] = []
    inner = written(tree, words)
    page = f"<html><body><article><h1>Port opens</h1>{PROSE}{PROSE}<div>{inner}</div>{PROSE}{PROSE}</article></body></html>"
    assert lost(page, words) == []


def test_comments_in_a_callers_tree_lose_no_text() -> None:
    from lxml import etree

    page = f"<html><body><article><h1>Port</h1>{PROSE}<p>Before <!-- note -->after word1 <?x y?>word2.</p>{PROSE}</article></body></html>"
    shown = everything(articlekit.parse(etree.fromstring(page, etree.HTMLParser())))
    assert "word1" in shown
    assert "word2" in shown


def test_inline_tags_add_no_space_and_blocks_glue_no_words() -> None:
    page = f"<article><h1>Port</h1>{PROSE}<p>It was un<b>believ</b>able for all who saw it.</p><div>one<div>two</div>three</div>{PROSE}</article>"
    article = articlekit.parse(page)
    assert "unbelievable" in article.text
    assert not re.search("onetwo|twothree", everything(article))
