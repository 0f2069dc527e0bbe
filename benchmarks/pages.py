"""Pages made up for timing: an article of a given size, with a usual site's share of mark-up and scripts."""

from __future__ import annotations

__all__ = ["page_of"]

_HEAD = """<!doctype html><html lang="en"><head><title>Harbour reopens | The Courier</title>
<meta property="article:published_time" content="2024-05-03T09:15:00+03:00"><meta name="author" content="Ana Silva">
<script>var state = {"a": 1};</script><style>p { margin: 0 }</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a><li><a href="/sport">Sport</a></ul></nav>
<main><article><h1>Harbour reopens</h1><p class="byline">By Ana Silva and Jon Berg in Lisbon</p>
<p>LISBON, May 3 (AP) — The port opened again on Friday after a strike of three weeks, the town said.</p>"""
_PART = """<h2>Part {n}: what was agreed</h2>
<p>“We are glad that everybody is back at work,” said <a href="/people/{n}">Maria Costa</a>, who runs the port.
She added that “nothing is settled yet” and that talks go on until Thursday, May 9, in Porto.</p>
<p class="text">Ships waited for {n} days outside the bay, and some of them turned round, the harbour master told
reporters. According to the union, the strike cost the port a third of its trade of the month.</p>
<figure><img src="/img/{n}.jpg" alt="Ships"><figcaption>Ships in the bay. Photo: Jon Berg</figcaption></figure>
<p><a href="/analysis/{n}/why-the-port-went-on-strike">Read more: Why the port went on strike in the first place</a></p>
<ul><li>Pay rises by {n} per cent.</li><li>Nights are paid twice.</li></ul>
<div class="teaser"><a href="/more/{n}"><span>More news of the day {n}</span></a></div>
<script type="application/json">{state}</script>
"""
_STATE = ",".join(f'{{"id": {n}, "slot": "inline", "size": [300, 250], "lazy": true}}' for n in range(60))
_TAIL = "</article></main><footer><p>© The Courier</p></footer></body></html>"


def page_of(size: int) -> bytes:
    """A page of about so many bytes."""
    parts = [_HEAD]
    length, number = len(_HEAD), 0
    while length < size:
        number += 1
        parts.append(_PART.format(n=number, state=_STATE))
        length += len(parts[-1])
    return "".join([*parts, _TAIL]).encode()
