"""articlekit beside its peers on any folder of checked pages: accuracy and CPU time in one run.

    python -m benchmarks.compare FOLDER [--only articlekit,trafilatura] [--json]

Peers that are not installed are left out; ``pip install -r benchmarks/peers.txt`` installs them all.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path

from attrs import define, field
from lxml import etree

from benchmarks.datasets import CheckedPage, read_folder
from benchmarks.extractors import EXTRACTORS, Extracted, available
from benchmarks.measures import MEASURES, Tally

__all__ = ["compare", "main"]


@define
class _Run:
    """One extractor's way through the pages."""

    tally: Tally = field(factory=Tally)
    seconds: float = 0.0
    failed: int = 0

    def take(self, name: str, page: CheckedPage) -> None:
        before = time.process_time()
        try:
            found = EXTRACTORS[name][1](page.html, page.url)
        except Exception:  # a crash counts as nothing found
            found = Extracted()
            self.failed += 1
        self.seconds += time.process_time() - before
        self.tally.add(page, found)


def compare(folder: Path, names: list[str]) -> dict[str, dict[str, float]]:
    """Run extractors side by side, page by page, after one page to warm up.

    Returns:
        For each extractor its measures, ``failed`` pages, ``ms`` (CPU milliseconds a page) and ``times``
        (CPU time over that of a bare lxml parse of the same pages).
    """
    runs = {name: _Run() for name in names}
    bare = 0.0
    count = 0
    for page in read_folder(folder):
        if not count:
            for name in names:
                _Run().take(name, page)
        before = time.process_time()
        etree.fromstring(page.html, etree.HTMLParser(encoding="utf-8"))
        bare += time.process_time() - before
        for name, run in runs.items():
            run.take(name, page)
        count += 1
    return {
        name: {
            **run.tally.result(),
            "failed": run.failed,
            "ms": 1000 * run.seconds / max(1, count),
            "times": run.seconds / bare if bare else float("nan"),
        }
        for name, run in runs.items()
    }


def _table(results: dict[str, dict[str, float]]) -> str:
    lines = [f"| extractor | {' | '.join(MEASURES)} | failed | ms a page | × bare parse |"]
    lines.append(f"|---{'|---:' * (len(MEASURES) + 3)}|")
    for name, found in results.items():
        cells = [f"{found[measure]:.3f}".replace("nan", "–") for measure in MEASURES]
        lines.append(
            f"| {name} | {' | '.join(cells)} | {found['failed']:.0f} | {found['ms']:.1f} | {found['times']:.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="extractors, divided by commas (default: all that are installed)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a Markdown table")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    results = compare(chosen.folder, chosen.only.split(",") if chosen.only else available())
    print(json.dumps(results, indent=1) if chosen.json else _table(results))


if __name__ == "__main__":
    main()
