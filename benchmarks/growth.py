"""How cost grows with a page's length, and what each stage takes of it.

python -m benchmarks.growth [--most 50]
"""

from __future__ import annotations

import argparse
import time

from lxml import etree

import articlekit
from benchmarks.pages import page_of

__all__ = ["main"]


def _cpu(work: object, page: bytes) -> float:
    started = time.process_time()
    work(page)  # type: ignore[operator]
    return time.process_time() - started


def _bare(page: bytes) -> None:
    etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=float, default=50, help="largest page, in megabytes")
    most = parser.parse_args().most
    articlekit.parse(page_of(10_000))
    print("| page | bare lxml parse | articlekit | × bare | × the row above |\n|---:|---:|---:|---:|---:|")
    size, last = 0.05, 0.0
    while size <= most:
        page = page_of(int(size * 1_000_000))
        bare, ours = _cpu(_bare, page), _cpu(articlekit.parse, page)
        step = f"{ours / last:.1f}" if last else ""
        print(f"| {size:g} MB | {bare:.3f} s | {ours:.3f} s | {ours / bare:.1f} | {step} |")
        last, size = ours, size * 10


if __name__ == "__main__":
    main()
