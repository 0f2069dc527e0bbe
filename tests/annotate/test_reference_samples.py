"""Cross-references over the languages: the samples in tests/samples/references.

A line is a sample and, behind "=>", the references that it holds, divided by "&&", each as label, title and kind
divided by ";;" (unknown where there is none). "{1}" is the first of the file's titles, "{0}" its prose, "<a>" a link to
another piece, "¶" a line break. A sample stands between paragraphs of prose, or where its mark says: [lead] above them,
[end] below them, [after] below the article, [inside] within a paragraph.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import urljoin

import pytest

import articlekit

SAMPLES = Path(__file__).parent.parent / "samples" / "references"
BASE = "https://courier.example/2022/05/03/port-opens-again-48200"
Expected = list[tuple[str, str, str]]


@cache
def _file(code: str) -> dict[str, str]:
    return tomllib.loads((SAMPLES / f"{code}.toml").read_text(encoding="utf-8"))


def _filled(code: str, text: str) -> str:
    texts = (_file(code)["prose"], *_file(code)["titles"].strip().splitlines())
    return re.sub(r"\{(\d)\}", lambda found: texts[int(found[1])], text)


def _samples(key: str) -> list[tuple[str, str, Expected]]:
    found: list[tuple[str, str, Expected]] = []
    for path in sorted(SAMPLES.glob("??.toml")):
        for line in _file(path.stem).get(key, "").strip().splitlines():
            sample, _, told = _filled(path.stem, line).partition(" => ")
            refs = [[part.strip() for part in ref.split(";;")] for ref in told.split("&&") if ref.strip()]
            found.append((path.stem, sample, [(r[0], r[1], r[2] if len(r) > 2 else "unknown") for r in refs]))
    return found


def _parsed(code: str, sample: str) -> tuple[articlekit.Article, list[str]]:
    """The article with a sample in its place, and the addresses of the sample's links."""
    options = articlekit.Options(language=code, annotators=frozenset({"cross_references"}))
    prose, place = _file(code)["prose"], ""
    if sample.startswith("["):
        place, _, sample = sample[1:].partition("] ")
    if not sample.startswith("<"):
        lines = ["Port 48", prose, prose, *sample.split(" ¶ "), prose, prose]
        return articlekit.parse_text("\n\n".join(lines), options=options), []
    numbers = count(1)
    sample = re.sub("<a>", lambda _: f'<a href="/2022/05/03/title-of-a-piece-{next(numbers)}">', sample)
    urls = [urljoin(BASE, url) for url in re.findall('href="([^"]*)"', sample)]
    body = f"<p>{prose}</p>" * 2
    inner = {
        "lead": f"{sample}{body}",
        "end": f"{body}{sample}",
        "after": f"{body}</article><section>{sample}</section>",
    }
    page = f"<html lang='{code}'><body><main><article><h1>Port 48</h1>{inner.get(place, body + sample + body)}</article></main></body></html>"
    return articlekit.parse_html(page, url=BASE, options=options), urls


def _shown(article: articlekit.Article) -> Expected:
    return [(ref.label, ref.title, str(ref.kind)) for ref in article.cross_references]


@pytest.mark.parametrize(("code", "sample", "expected"), _samples("html"))
def test_html(code: str, sample: str, expected: Expected) -> None:
    article, urls = _parsed(code, sample)
    assert _shown(article) == expected
    assert [ref.url for ref in article.cross_references] == urls
    inside = sample.startswith("[inside]")
    positions = {str(ref.position) for ref in article.cross_references}
    assert positions == {
        "lead" if "[lead]" in sample else "end" if "[end]" in sample or "[after]" in sample else "inline"
    }
    for ref in article.cross_references:
        assert (ref.title in article.text) == inside
        shown = article.text[ref.span.start : ref.span.end]
        assert (ref.title in shown and ref.label in shown) if inside else shown == ""


@pytest.mark.parametrize(("code", "sample", "expected"), _samples("text"))
def test_text(code: str, sample: str, expected: Expected) -> None:
    article, _ = _parsed(code, sample)
    assert _shown(article) == expected
    assert all(title not in article.text for _, title, _ in expected)


def _negatives() -> list[tuple[str, str]]:
    own = [(code, sample) for code, sample, _ in _samples("none")]
    hard = tomllib.loads((SAMPLES / "negatives.toml").read_text(encoding="utf-8"))
    return own + [
        (code, _filled(code, line)) for code, lines in hard.items() for line in lines.strip().splitlines()
    ]


@pytest.mark.parametrize(("code", "sample"), _negatives())
def test_none(code: str, sample: str) -> None:
    assert _shown(_parsed(code, sample)[0]) == []


def test_there_are_enough_samples() -> None:
    counts: dict[str, int] = {}
    for code, *_ in (*_samples("html"), *_samples("text")):
        counts[code] = counts.get(code, 0) + 1
    assert sum(found >= 15 for found in counts.values()) >= 30
