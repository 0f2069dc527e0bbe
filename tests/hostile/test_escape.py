"""Nothing of a page gets through the exports as mark-up, script or control character.

The shapes are those of OWASP's XSS filter evasion cheat sheet
(https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html), put wherever a page can put text or an
address.
"""

import html
import io
import json
import re

import pytest
from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from rich.console import Console

import articlekit
from articlekit.view import tree

MARKUP = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    "<svg/onload=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<<SCRIPT>alert(1);//<</SCRIPT>",
    "</article><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "\" onmouseover=alert(1) x=\"",
    "' onfocus=alert(1) autofocus '",
    "[x](javascript:alert(1))",
    "![x](data:text/html,alert(1))",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "`` <script>alert(1)</script> ``",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]  # fmt: skip
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\x00script:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "livescript:x",
    "mocha:x",
    "feed:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "\u2028javascript:alert(1)",
    "https://good.example/\" onclick=\"alert(1)",
    "https://good.example/><script>alert(1)</script>",
    "https://good.example/)![x](javascript:alert(1))",
]  # fmt: skip
PROSE = "The port opened again on Friday after a strike of three weeks, and ships came in, the town said."
ALLOWED = frozenset(
    [
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "a",
        "b",
        "ul",
        "ol",
        "li",
        "blockquote",
        "footer",
        "table",
        "caption",
        "tr",
        "td",
        "figure",
        "img",
        "figcaption",
        "aside",
        "html",
        "body",
        "div",
        "em",
        "strong",
        "hr",
        "br",
        "code",
        "pre",
        "thead",
        "tbody",
        "th",
    ]
)
ATTRIBUTES = frozenset({"href", "src", "alt", "class", "data-kind", "title", "start"})
SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|/|\.{1,2}/|#|\?)[^\s\"'<>]*\Z", re.IGNORECASE)


def page(text: str, url: str) -> str:
    shown, address = html.escape(text), html.escape(url)
    return (
        f"<html lang=en><head><title>{shown}</title><meta name=author content='{shown}'></head><body><article>"
        f"<p class=kicker>{shown}</p><h1>Port opens {shown}</h1><p>{PROSE} {shown}</p>"
        f"<p>{PROSE} See <a href='{address}'>this {shown} page</a> of it.</p><h2>Part {shown}</h2>"
        f"<ul><li>One {shown} item of the list</li><li><a href='{address}'>two</a> more of them here</li></ul>"
        f"<blockquote>We are glad {shown}<cite>{shown}</cite></blockquote><table><tr><td>{shown}<td>2</table>"
        f"<figure><img src='{address}' alt='{shown}'><figcaption>Ships {shown}</figcaption></figure>"
        f"<p>{PROSE}</p><p><a href='{address}'>Read more: Why the port went on strike {shown}</a></p><p>{PROSE}</p>"
        f"<iframe src='{address}'></iframe><p>{PROSE}</p></article></body></html>"
    )


def assert_clean(markup: str) -> None:
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    for element in root.iter():
        assert isinstance(element.tag, str), etree.tostring(element)
        assert element.tag in ALLOWED, element.tag
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES, name
            if name in ("href", "src"):
                assert SAFE_ADDRESS.match(value), value


CASES = [(text, ADDRESSES[n % len(ADDRESSES)]) for n, text in enumerate(MARKUP)]
CASES += [("plain", url) for url in ADDRESSES]


@pytest.mark.parametrize(("text", "url"), CASES)
def test_html(text: str, url: str) -> None:
    article = articlekit.parse_html(page(text, url))
    assert article.text
    assert_clean(article.to_html())


@pytest.mark.parametrize(("text", "url"), CASES)
def test_markdown(text: str, url: str) -> None:
    article = articlekit.parse_html(page(text, url))
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(article.to_markdown())
    assert_clean(rendered)


@pytest.mark.parametrize(("text", "url"), CASES)
def test_newsroom_formats(text: str, url: str) -> None:
    article = articlekit.parse_html(page(text, url), url="https://good.example/a")
    found = json.dumps([article.to_json_ld(), article.to_ninjs()])
    for value in re.findall(r'"(?:url|uri|image)": "([^"]*)"', found):
        assert SAFE_ADDRESS.match(value), value
    for body in article.to_ninjs()["bodies"]:
        if body["contentType"] == "text/html":
            assert_clean(body["value"])


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x9b31m", "\x07", "\x08", "\u202e", "\u2066", "\r", "\x00"])
def test_terminal(mark: str) -> None:
    text = f"Port {mark}opens\n\nThe port {mark}opened again, “we are {mark}glad of it,” said Ann Lee of the town."
    out = io.StringIO()
    Console(file=out, highlight=False, width=100).print(tree(articlekit.parse_text(text)))
    assert mark not in out.getvalue()
