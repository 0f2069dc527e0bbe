"""Samples of quotes, a file a language: what is quoted, who said it, and what is no quote.

The files under ``tests/samples/quotes`` say at their head how a sample is written; a new language is a new file.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import articlekit

FOLDER = Path(__file__).parent.parent / "samples" / "quotes"
SAMPLES = [
    pytest.param(path.stem, sample, id=f"{path.stem}: {sample['about']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for sample in tomllib.loads(path.read_text(encoding="utf-8"))["sample"]
]


def told(quote: articlekit.Quote, base: int) -> dict[str, Any]:
    """What a sample may say of a quote; groups are counted from the first one's."""
    return {
        "text": quote.text,
        "speaker": quote.speaker.name if quote.speaker and quote.speaker.name else False,
        "mention": quote.speaker.mention if quote.speaker else False,
        "cue": quote.cue,
        "kind": str(quote.kind),
        "group": quote.group - base,
        "evidence": quote.evidence,
    }


@pytest.mark.parametrize(("language", "sample"), SAMPLES)
def test_sample(language: str, sample: dict[str, Any]) -> None:
    options = articlekit.Options(language=language)
    quotes = articlekit.parse_text(f"Nothing of note\n\n{sample['text']}", options=options).quotes
    base = quotes[0].group if quotes else 0
    found = [told(quote, base) for quote in quotes]
    expected = sample["quotes"]
    assert [quote["text"] for quote in found] == [quote["text"] for quote in expected]
    for quote, wanted in zip(found, expected, strict=True):
        assert {key: quote[key] for key in wanted} == wanted
