"""The command: ``articlekit FILE…`` prints an article's structure."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click
from rich.console import Console

from articlekit.errors import ArticleKitError
from articlekit.options import Options
from articlekit.parser import parse
from articlekit.view import tree

__all__ = ["command"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one article a line.")
@click.option("--url", help="Address of the page, against which links are made absolute.")
@click.option("--language", help="ISO 639-1 code of the text, where known.")
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), help="Day against which partial dates are resolved."
)
@click.version_option(package_name="articlekit")
def command(
    files: tuple[Path, ...], as_json: bool, url: str | None, language: str | None, date: dt.datetime | None
) -> None:
    """Print the structure of news pages or texts (standard input without FILES)."""
    options = Options(language=language, reference_date=date.date() if date else None)
    console = Console(highlight=False)
    failed = False
    for file in files or (Path("-"),):
        try:
            raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
            article = parse(raw, url=url, options=options)
        except (OSError, ArticleKitError) as error:
            click.echo(f"{file}: {error}", err=True)
            failed = True
            continue
        if as_json:
            click.echo(article.to_json())
        else:
            console.print(tree(article))
    raise SystemExit(1 if failed else 0)
