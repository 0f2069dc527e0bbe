"""The command."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour.html"


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "articlekit", *words], input=stdin, capture_output=True, check=False
    )


def test_tree() -> None:
    done = run(str(EXAMPLE))
    assert done.returncode == 0
    assert "Harbour reopens after three-week strike" in done.stdout.decode()
    assert "cross-reference" in done.stdout.decode()


def test_json_from_standard_input() -> None:
    done = run("--json", stdin=EXAMPLE.read_bytes())
    assert json.loads(done.stdout)["headline"] == "Harbour reopens after three-week strike"


def test_missing_file() -> None:
    done = run("no-such-file.html")
    assert done.returncode == 1
    assert b"no-such-file.html" in done.stderr
    assert b"Traceback" not in done.stderr


def test_control_characters_do_not_reach_the_terminal() -> None:
    done = run(stdin="<h1>Port\x9b31m opens</h1><p>It opened.</p>".encode())
    assert b"\xc2\x9b" not in done.stdout
