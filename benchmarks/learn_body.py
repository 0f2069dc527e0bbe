"""Learn the weights in ``body/weights.toml`` from checked pages, and cross-validate them by publisher.

    python -m benchmarks.learn_body FOLDER [--segments FOLDER] [--write]

FOLDER holds checked pages in any layout that ``benchmarks.datasets`` reads; ``--segments`` a second set:
``index.json`` (a list of ``page``, ``url``, and ``with`` and ``without``: texts that belong to the article and
texts that do not) beside ``pages/*.html.gz``. Each run of a page's column is one example: its traits, and whether
the checked text has it. The weights are those of a logistic regression, found coordinate by coordinate.

Printed are the measures with the weights learnt from all pages and those of five-fold cross-validation, in which
the pages of a publisher are read with weights that were learnt without it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from attrs import frozen

from articlekit.body import evidence as evidence_module
from articlekit.body.evidence import traits, weights
from articlekit.body.fates import Fate, fate_of
from articlekit.body.reader import survey_column
from articlekit.body.survey import Survey
from articlekit.limits import Limits
from articlekit.metadata.evidence import gather
from articlekit.metadata.page import body_text, declared_language, titles
from articlekit.options import Options
from articlekit.reading.source import read_html
from benchmarks.datasets import CheckedPage, read_folder
from benchmarks.extractors import EXTRACTORS
from benchmarks.measures import Tally, folded

FOLDS = 5
PULL = 1.0  # towards zero
ROUNDS = 40
SEGMENT_COUNTS = 0.7  # an example from segments, beside one from a whole checked text
SHOWN = ("text", "paragraphs", "headings", "sections")
TABLE = Path(evidence_module.__file__).with_name("weights.toml")
HEAD = """# How much each trait of a run says for (or against) its being the article's text: log odds, summed up.
# Learnt by benchmarks/learn_body.py from pages of many publishers; what a trait is stands in evidence.py.
[weights]
"""


@frozen
class Example:
    """A run of a page's column."""

    group: str
    traits: tuple[str, ...]
    kept: bool
    counts: float


def main() -> None:
    """Learn from the folders; print the measures, write the table where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--segments", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into weights.toml")
    options = parser.parse_args()
    pages = list(read_folder(options.folder))
    examples = [example for page in pages for example in examples_of(page)]
    if options.segments:
        examples += segment_examples(options.segments)
    table = learn(examples)
    report("learnt from all pages", [(page, table) for page in pages])
    report("cross-validated by publisher", list(validated(pages, examples)))
    if options.write:
        rows = "".join(
            f'"{name}" = {value:.2f}\n' for name, value in sorted(table.items(), key=lambda row: -row[1])
        )
        TABLE.write_text(HEAD + rows, encoding="utf-8")


def survey(html: bytes, url: str | None) -> Survey:
    """A page's column as the body reader sees it."""
    root = read_html(html, Options()).root
    assert root is not None
    said = gather(root, url)
    return survey_column(
        root,
        body_text=body_text(said),
        language=declared_language(said),
        titles=titles(said),
        limits=Limits(Options()),
    )


def examples_of(page: CheckedPage) -> list[Example]:
    """The runs of a checked page that teach something.

    Where the checked text has none of the article's lists or sub-headings, its maker left the kind out: those
    in the flow of the text teach nothing.
    """
    column = survey(page.html, page.url)
    wanted = [folded(line) for line in page.text.splitlines()]
    known, whole, title = set(wanted), "\n".join(wanted), folded(page.headline)
    found: list[Example] = []
    for index, run in enumerate(column.runs):
        text = folded(run.text)
        if not text or run.tag == "h1" or text == title or fate_of(column, index) is not Fate.TEXT:
            continue
        named = tuple(traits(column, index))
        kept = (
            text in known
            or (len(text) >= 25 and text in whole)
            or any(len(line) >= 25 and line in text and len(line) >= 0.6 * len(text) for line in wanted)
        )
        found.append(Example(page.group, named, kept, 1.0))
    for kind, place in (("tag li", "item on a stem"), ("heading", "heading on a stem")):
        if not any(one.kept for one in found if kind in one.traits):
            found = [one for one in found if place not in one.traits or "linked whole" in one.traits]
    return found


def segment_examples(folder: Path) -> list[Example]:
    """The runs that hold a wanted or an unwanted segment."""
    found: list[Example] = []
    for entry in json.loads((folder / "index.json").read_text(encoding="utf-8")):
        column = survey(gzip.decompress((folder / "pages" / entry["page"]).read_bytes()), entry["url"])
        good, bad = (
            [re.sub(r"\s+", " ", text).strip() for text in entry[key]] for key in ("with", "without")
        )
        for index, run in enumerate(column.runs):
            kept, left = _says(run.text, good), _says(run.text, bad)
            if kept != left and fate_of(column, index) is Fate.TEXT:
                group = urlsplit(entry["url"]).netloc
                found.append(Example(group, tuple(traits(column, index)), kept, SEGMENT_COUNTS))
    return found


def _says(text: str, segments: Sequence[str]) -> bool:
    return any(segment in text or (len(text) > 15 and text in segment) for segment in segments)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Weights under which the examples are likely, each pulled towards zero."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, example in enumerate(examples):
        for trait in example.traits:
            having[trait].append(number)
    odds = [0.0] * len(examples)
    table: dict[str, float] = dict.fromkeys(having, 0.0)
    for _ in range(ROUNDS):
        furthest = 0.0
        for trait, numbers in having.items():
            pull = 0.0 if trait in ("text", "heading") else PULL
            slope, bend = pull * table[trait], max(pull, 0.1)
            for number in numbers:
                example = examples[number]
                likely = 1 / (1 + math.exp(-max(-30.0, odds[number])))
                slope += (likely - example.kept) * example.counts
                bend += likely * (1 - likely) * example.counts
            step = max(-1.0, min(1.0, -slope / bend))
            table[trait] += step
            furthest = max(furthest, abs(step))
            for number in numbers:
                odds[number] += step
        if furthest < 0.005:
            break
    return table


def validated(
    pages: Iterable[CheckedPage], examples: Sequence[Example]
) -> Iterator[tuple[CheckedPage, dict[str, float]]]:
    """Each page with weights that were learnt without its publisher."""
    for fold in range(FOLDS):
        table = learn([example for example in examples if _fold(example.group) != fold])
        yield from ((page, table) for page in pages if _fold(page.group) == fold)


def _fold(group: str) -> int:
    return zlib.crc32(group.encode()) % FOLDS


def report(name: str, pages: Sequence[tuple[CheckedPage, dict[str, float]]]) -> None:
    """Print the measures of pages read with given weights."""
    tally = Tally()
    shipped = weights()
    kept = dict(shipped)
    try:
        for page, table in pages:
            shipped.clear()
            shipped.update(table)
            tally.add(page, EXTRACTORS["articlekit"][1](page.html, page.url))
    finally:
        shipped.clear()
        shipped.update(kept)
    measured = tally.result()
    print(f"{name:32}", "  ".join(f"{key} {measured[key]:.3f}" for key in SHOWN))


if __name__ == "__main__":
    main()
