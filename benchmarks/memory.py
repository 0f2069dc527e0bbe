"""Memory: what stays after many parses, what one large page takes at most, and whether a stream stays flat.

python -m benchmarks.memory [--parses 20000] [--megabytes 20]
"""

from __future__ import annotations

import argparse
import itertools
import resource
import subprocess
import sys
from pathlib import Path

import articlekit
from benchmarks.pages import page_of

__all__ = ["main", "resident"]


def resident() -> int:
    """Resident memory of this process now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def after_many(parses: int) -> tuple[int, int]:
    """Resident memory after the first tenth of so many parses, and after all."""
    sources = [page_of(size) for size in range(20_000, 120_000, 5_000)]
    early = 0
    for number in range(parses):
        articlekit.parse(sources[number % len(sources)])
        if number == parses // 10:
            early = resident()
    return early, resident()


def streamed(pages: int) -> tuple[int, int]:
    """Resident memory after the first tenth of an endless stream through ``parse_many``, and later on."""
    source = page_of(50_000)
    early = 0
    for result in itertools.islice(articlekit.parse_many(itertools.repeat(source), workers=2), pages):
        if result.index == pages // 10:
            early = resident()
    return early, resident()


def peak_of(megabytes: int) -> float:
    """Peak memory of one parse in a process of its own, as a multiple of the page's bytes."""
    code = (
        "import resource, articlekit\nfrom benchmarks.pages import page_of\n"
        f"articlekit.parse(page_of(10_000)); page = page_of({megabytes} * 1_000_000)\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "articlekit.parse(page)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / len(page))"
    )
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parses", type=int, default=20_000)
    parser.add_argument("--megabytes", type=int, default=20)
    chosen = parser.parse_args()
    print(f"peak of a {chosen.megabytes} MB page: {peak_of(chosen.megabytes):.1f} times its bytes")
    early, late = streamed(chosen.parses // 10)
    print(f"parse_many, {chosen.parses // 10:,} pages: {early / 1e6:.1f} MB, then {late / 1e6:.1f} MB")
    early, late = after_many(chosen.parses)
    growth = late / early - 1
    print(f"{chosen.parses:,} parses: {early / 1e6:.1f} MB, then {late / 1e6:.1f} MB ({growth:+.1%})")


if __name__ == "__main__":
    main()
