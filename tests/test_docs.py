"""The examples in the README, the docs and the docstrings run."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import articlekit

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))]
MODULES = [
    module.name
    for module in pkgutil.walk_packages(articlekit.__path__, "articlekit.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path) -> None:
    assert (
        doctest.testfile(
            str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS
        ).failed
        == 0
    )


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_example_article() -> None:
    article = articlekit.parse(
        (ROOT / "examples" / "harbour.html").read_bytes(), url="https://courier.example/a"
    )
    assert [section.heading for section in article.sections] == [None, "What was agreed", "What comes next"]
    assert [author.name for author in article.authors] == ["Ana Silva", "Jon Berg"]
    assert [(ref.label, str(ref.kind)) for ref in article.cross_references] == [
        ("→ ANALYSIS.", "analysis"),
        ("Read more:", "live"),  # its address says so
    ]
    assert [quote.speaker.name for quote in article.quotes if quote.speaker][:1] == ["Maria Costa"]
    assert article.dateline is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_diagnostic_is_in_the_reference() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    codes = set(re.findall(r'code="([a-z-]+)"', sources)) | {"declared-body", "state-body"}
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert {code for code in codes if f"`{code}`" not in reference} == set()
