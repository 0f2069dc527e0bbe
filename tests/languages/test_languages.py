"""The language files and how they are read."""

import tomllib
from pathlib import Path

import pytest

import articlekit
from articlekit.languages import available, get, place_names

FILES = Path(articlekit.__file__).parent / "languages"


@pytest.mark.parametrize("code", available())
def test_tables_read_one_by_one_are_the_file(code: str) -> None:
    whole = tomllib.loads((FILES / f"{code}.toml").read_text(encoding="utf-8"))
    like = whole["language"].get("like")
    for name, table in whole.items():
        found = get(code).table(name)
        assert table.items() <= found.items()
        if name in ("language", "detect") or not like:
            assert found == table
        else:
            assert found == {**get(like).table(name), **table}


@pytest.mark.parametrize("code", ["xx", "", None, "tlh-QO", "../en", "places"])
def test_languages_without_a_file_are_all_the_same(code: str | None) -> None:
    assert get(code) == get("zz")
    assert get(code).code == ""
    assert get(code).words("detect", "stopwords") == ()
    assert place_names(get(code).code, "cities") == ()


@pytest.mark.parametrize(
    ("tag", "code"), [("de-AT", "de"), ("pt_BR", "pt"), ("EN", "en"), ("nb", "no"), ("cz", "cs")]
)
def test_tags_and_other_codes(tag: str, code: str) -> None:
    assert get(tag).code == code
