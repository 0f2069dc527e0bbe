"""The public surface: complete, cheap to import."""

import subprocess
import sys

import pytest

import articlekit
from articlekit import model


def test_every_public_name_is_there() -> None:
    for name in articlekit.__all__:
        assert getattr(articlekit, name) is not None
    assert set(model.__all__) <= set(articlekit.__all__)
    assert set(articlekit.__all__) == set(articlekit._MODULES)
    assert set(articlekit.__all__) <= set(dir(articlekit))


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = articlekit.no_such_name


def test_importing_loads_neither_parser_nor_optional_packages() -> None:
    code = "import sys, articlekit; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"bs4", "babel", "rich", "click", "cattrs", "lxml.etree", "tomllib"})


def test_parsing_loads_no_optional_package() -> None:
    code = "import sys, articlekit; articlekit.parse('<h1>Port</h1><p>The port opened.</p>'); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"bs4", "babel", "rich", "click", "cattrs"})
