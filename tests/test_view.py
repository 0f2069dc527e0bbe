"""The terminal view shows every kind of thing an article holds."""

import io

from rich.console import Console

import articlekit
from articlekit.view import tree

PAGE = """<html lang=en><head><meta name=author content="Ana Silva"></head><article><p class=kicker>Ports</p>
<h1>Harbour reopens after three weeks</h1>
<p>LISBON, May 3 (AP) — The port opened again today after a long strike, its director said at noon.</p>
<figure><img src="/a.jpg" alt="x"><figcaption>Ships in the bay. Photo: Jon Berg</figcaption></figure>
<h2>What was agreed</h2><ul><li>Pay rises by four per cent.</li><li>Nights are paid twice as much.</li></ul>
<p>“We are glad that everybody is back,” said Jon Berg, who runs the port of the city.</p>
<table><tr><th>Month</th><th>Ships</th></tr><tr><td>May</td><td>31</td></tr></table>
<p><a href="/analysis/why-the-port-went-on-strike">Read more: Why the port went on strike in the first place</a></p>
<p>The talks go on next week, and both sides say that they hope for an early end to all of them.</p></article>"""


def shown(article: articlekit.Article) -> str:
    out = io.StringIO()
    Console(file=out, highlight=False, width=140).print(tree(article))
    return out.getvalue()


def test_everything_is_shown() -> None:
    text = shown(articlekit.parse(PAGE))
    for part in ("headline Harbour", "author Ana Silva", "dateline (formal) LISBON", "figure Ships in the bay", "list 2 items",
                 "item Nights are", "table 2 rows", "cross-reference (", "quote (direct) by Jon Berg"):  # fmt: skip
        assert part in text


def test_long_lines_are_cut_and_nothing_found_is_said() -> None:
    text = shown(
        articlekit.Article(standfirst="x" * 500, diagnostics=(articlekit.Diagnostic(code="a", message="b"),))
    )
    assert "(none)" in text
    assert "x…" in text
    assert "diagnostic (a) b" in text
