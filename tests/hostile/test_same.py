"""Same input, same result: in any thread, any process, after anything else."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import articlekit

ROOT = Path(__file__).parent.parent
SOURCES = [path.read_bytes() for path in sorted((ROOT / "golden").glob("*.html"))]
EXAMPLE = ROOT.parent / "examples" / "harbour.html"


def test_sixteen_threads() -> None:
    alone = [articlekit.parse(source) for source in SOURCES]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(articlekit.parse, SOURCES * 8))
    assert together == alone * 8


def test_order_does_not_matter() -> None:
    forwards = [articlekit.parse(source) for source in SOURCES]
    backwards = [articlekit.parse(source) for source in reversed(SOURCES)]
    assert forwards == backwards[::-1]


def test_hash_seeds_do_not_matter() -> None:
    code = (
        "import sys, hashlib, articlekit, pathlib\n"
        "pages = sorted(pathlib.Path(sys.argv[1]).glob('*.html'))\n"
        "texts = [articlekit.parse(page.read_bytes()).to_json() for page in pages]\n"
        "print(hashlib.sha256('\\n'.join(texts).encode()).hexdigest())"
    )
    found = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-c", code, str(ROOT / "golden")]
        done = subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_results_travel_between_processes() -> None:
    article = articlekit.parse(EXAMPLE.read_bytes())
    copy = pickle.loads(pickle.dumps(article))
    assert copy == article
    assert hash(copy) == hash(article)
