"""Articles that are only in a page's scripts or in its declared data."""

import json

import pytest

import articlekit

LINES = [
    "The last cable car went up the hill on Sunday evening, and nobody was there to see it, the driver said.",
    "For ninety years it had carried milk, mail and schoolchildren; now the valley has a road and a bus.",
    "“I will miss the silence,” said Ann Lee, who kept the top station for forty years and still lives there.",
]
HTML = "".join(f"<p>{line}</p>" for line in LINES)


def page(script: str) -> str:
    head = "<html lang=en><head><title>Cable car stops</title><meta property='og:title' content='Cable car stops'></head>"
    return f"{head}<body><div id=app>Loading</div>{script}</body></html>"


BLOCKS = [{"type": "text", "content": line} for line in LINES]
RELATED = [{"title": "Another story of the valley", "summary": "What happened to the old mill " * 4}]
VALUE = {"props": {"article": {"title": "Cable car stops", "body": BLOCKS}, "related": RELATED}}
WHOLE = {
    "story": {"headline": "Cable car stops", "html": HTML},
    "other": {"html": "<p>" + "Other words here. " * 30},
}
SPANS = {
    "title": "Cable car stops",
    "nodes": [{"kind": "p", "children": [{"text": line[:20]}, {"text": line[20:]}]} for line in LINES],
}


@pytest.mark.parametrize(
    "script",
    [
        f"<script type='application/json'>{json.dumps(VALUE)}</script>",
        f"<script id=__NEXT_DATA__ type='application/json'>{json.dumps(WHOLE)}</script>",
        f"<script>window.__STATE__ = {json.dumps(VALUE)};</script>",
        f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(WHOLE))});</script>",
        f"<script>(window.q = window.q || []).push({json.dumps(WHOLE)})</script>",
        f"<script>self.__next_f.push([1,{json.dumps('1a:' + json.dumps(VALUE) + chr(10))}])</script>",
        f"<script type='application/json'>{json.dumps(SPANS)}</script>",
        f"<script type='application/json'>{json.dumps({'t': 'Cable car stops', 'text': chr(10).join(LINES)})}</script>",
    ],
)  # fmt: skip
def test_state(script: str) -> None:
    article = articlekit.parse(page(script))
    assert [block.text for block in article.blocks] == LINES
    assert "state-body" in [note.code for note in article.diagnostics]


@pytest.mark.parametrize("body", [HTML, "\n\n".join(LINES)])
def test_declared(body: str) -> None:
    data = {"@type": "NewsArticle", "headline": "Cable car stops", "articleBody": body}
    article = articlekit.parse(page(f"<script type='application/ld+json'>{json.dumps(data)}</script>"))
    assert [block.text for block in article.blocks] == LINES
    assert "declared-body" in [note.code for note in article.diagnostics]


def test_a_page_with_its_article_needs_no_state() -> None:
    shown = "<article><h1>Cable car stops</h1><p>A short report of what was seen on Sunday, no more than that, but all there is to tell of it today.</p></article>"
    article = articlekit.parse(page(f"{shown}<script type='application/json'>{json.dumps(WHOLE)}</script>"))
    assert [block.text for block in article.blocks][-1].startswith("A short report")


@pytest.mark.parametrize("text", ["{", '{"a": [}', "x = {[", 'JSON.parse("{\\"a\\"")', "[" * 2_000])
def test_broken_state_is_no_error(text: str) -> None:
    assert articlekit.parse(page(f"<script>{text}{' ' * 500}</script>")).blocks is not None
