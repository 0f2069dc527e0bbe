"""Datelines over the languages: the samples in tests/samples/datelines, and what is none in negatives.toml."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

import articlekit
from articlekit import Dateline, DatelineKind

SAMPLES = Path(__file__).parent.parent / "samples" / "datelines"
REFERENCE = dt.date(2022, 5, 5)


def _samples(key: str) -> list[tuple[str, str, str, str]]:
    """Language, sample, what is expected and the sentence that goes on, from every language's file."""
    found = []
    for path in sorted(SAMPLES.glob("??.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for line in data.get(key, "").strip().splitlines():
            sample, _, expected = line.partition(" => ")
            found.append((path.stem, sample.strip(), expected, data["rest"]))
    return found


def _expected(text: str) -> tuple[list[str], str, list[str]]:
    places, date, agencies = ([part.strip() for part in text.split(";")] + ["", ""])[:3]
    return [p for p in places.split(" + ") if p], date, [a for a in agencies.split(" + ") if a]


def _shown(line: Dateline) -> tuple[list[str], str, list[str]]:
    date, shown = line.date, ""
    if date is not None:
        if date.month and date.day:
            shown = f"{date.year}-" * bool(date.year) + f"{date.month:02}-{date.day:02}"
        elif date.day:
            shown = f"d{date.day:02}"
        if date.weekday is not None:
            shown += f" w{date.weekday}"
    return [place.text for place in line.places], shown.strip(), list(line.agencies)


def _resolved(expected: str) -> dt.date | None:
    """The day that a sample's date means: every one is in 2022, a day alone in May."""
    told = re.search(r"(\d\d)-(\d\d)(?: w\d)?$", expected)
    if told:
        return dt.date(2022, int(told[1]), int(told[2]))
    alone = re.match(r"d(\d\d)", expected)
    return dt.date(2022, 5, int(alone[1])) if alone else None


def _options(language: str) -> articlekit.Options:
    return articlekit.Options(
        language=language, reference_date=REFERENCE, annotators=frozenset({"datelines"})
    )


@pytest.mark.parametrize(("language", "sample", "expected", "rest"), _samples("formal"))
def test_formal(language: str, sample: str, expected: str, rest: str) -> None:
    places, date, agencies = _expected(expected)
    sample, alone, _ = sample.partition(" ¶")  # stands on a line of its own
    between = "\n\n" if alone else " "
    article = articlekit.parse_text(f"Title\n\n{sample}{between}{rest}", options=_options(language))
    (line,) = article.datelines
    assert line.kind is DatelineKind.FORMAL
    assert line.text == sample
    told = re.fullmatch(r"w(\d) (\S+)", date)  # a weekday alone, with the day that it means
    if told:
        date, day = f"w{told[1]}", dt.date.fromisoformat(told[2])
    else:
        day = _resolved(date)
    assert _shown(line) == (places, date, agencies)
    assert (line.date.resolved if line.date else None) == day
    assert article.sections[0].paragraphs[1 if alone else 0].text_without_dateline == rest


@pytest.mark.parametrize(("language", "sample", "expected", "rest"), _samples("scenes"))
def test_scene(language: str, sample: str, expected: str, rest: str) -> None:
    places, date, _ = _expected(expected)
    before, scene, after = sample.split("~")
    article = articlekit.parse_text(f"Title\n\n{before}{scene}{after}. {rest}", options=_options(language))
    (line,) = article.datelines
    assert line.kind is DatelineKind.SCENE
    assert _shown(line) == (places, date, [])
    assert line.text in sample.replace("~", "")
    assert article.text[line.span.start : line.span.end] == line.text
    assert line.date is not None
    assert line.date.resolved == _resolved(date)


def _negatives() -> list[tuple[str, str]]:
    data = tomllib.loads((SAMPLES / "negatives.toml").read_text(encoding="utf-8"))
    return [(code, line) for code, lines in data.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), _negatives())
def test_none(language: str, text: str) -> None:
    after = "\n\nThe second paragraph goes on in the same way, so that the first is no heading of it at all."
    for source in (f"Title\n\n{text}", f"Title\n\n{text}{after}"):
        assert articlekit.parse_text(source, options=_options(language)).datelines == ()


def test_there_are_enough_samples() -> None:
    assert len(_negatives()) >= 150
    counts: dict[str, int] = {}
    for language, *_ in (*_samples("formal"), *_samples("scenes")):
        counts[language] = counts.get(language, 0) + 1
    assert sum(count >= 15 for count in counts.values()) >= 30
