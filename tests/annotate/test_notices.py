"""Notices over the languages: the samples in tests/samples/notices."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import articlekit

SAMPLES = Path(__file__).parent.parent / "samples" / "notices" / "samples.toml"
PROSE = (
    "The port opened again on Friday after a strike of three weeks, and the first ships came in before noon."
)


def _samples() -> list[tuple[str, str, str]]:
    data = tomllib.loads(SAMPLES.read_text(encoding="utf-8"))
    lines = [
        (code, *line.partition(" => ")) for code, lines in data.items() for line in lines.strip().splitlines()
    ]
    return [(code, sample, kind) for code, sample, _, kind in lines]


@pytest.mark.parametrize(("code", "sample", "kind"), _samples())
def test_notices(code: str, sample: str, kind: str) -> None:
    options = articlekit.Options(language=code)
    lines = sample.split(" ¶ ")
    text = "\n\n".join(("Port opens", PROSE, PROSE, *lines))
    page = "".join(f"<p>{line}</p>" for line in (PROSE, PROSE, *lines))
    for article in (
        articlekit.parse_text(text, options=options),
        articlekit.parse_html(f"<main><article><h1>Port opens</h1>{page}</article></main>", options=options),
    ):
        found = [(str(notice.kind), notice.text) for notice in article.notices]
        assert found == ([] if kind == "none" else [(kind, lines[-1])])
        assert (lines[-1] in article.text) == (kind == "none")


def test_there_are_enough_samples() -> None:
    assert len({code for code, _, _ in _samples()}) >= 30
