"""The command, as it is called."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlekit import cli
from articlekit.command import command

EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour.html"
TEXT = "Rain ends\n\nThe rain ended today. “We are glad of it,” said Ann Lee."


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def test_tree(run: CliRunner) -> None:
    done = run.invoke(command, [str(EXAMPLE)])
    assert done.exit_code == 0
    for shown in (
        "headline",
        "author",
        "dateline (formal)",
        "section What was agreed",
        "cross-reference (analysis)",
    ):
        assert shown in done.output


def test_json_from_standard_input(run: CliRunner) -> None:
    done = run.invoke(command, ["--json"], input=TEXT.encode())
    assert json.loads(done.output)["headline"] == "Rain ends"


def test_options(run: CliRunner) -> None:
    text = "Talks\n\nThe talks go on Thursday, January 13 in Vienna, as was agreed before the break."
    done = run.invoke(command, ["--json", "--date", "2022-01-20", "--language", "en"], input=text.encode())
    assert json.loads(done.output)["datelines"][0]["date"]["resolved"] == "2022-01-13"


def test_a_file_that_fails_does_not_stop_the_others(run: CliRunner) -> None:
    done = run.invoke(command, ["no-such-file", str(EXAMPLE)])
    assert done.exit_code == 1
    assert "no-such-file" in done.stderr
    assert "headline" in done.output


def test_wrong_usage(run: CliRunner) -> None:
    assert run.invoke(command, ["--no-such-option"]).exit_code == 2


def test_as_a_module() -> None:
    command_line = [sys.executable, "-m", "articlekit", "--json"]
    done = subprocess.run(command_line, input=TEXT.encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["quotes"][0]["speaker"]["name"] == "Ann Lee"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "articlekit.command", None)
    with pytest.raises(SystemExit, match="2"):
        cli.main()
    assert "articlekit[cli]" in capsys.readouterr().err


def test_main_runs_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["articlekit", str(EXAMPLE)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 0
