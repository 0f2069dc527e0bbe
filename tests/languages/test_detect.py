"""The language of short texts, close neighbours told apart."""

import tomllib
from pathlib import Path

import pytest

from articlekit.languages import available, get
from articlekit.languages.detect import clearly_other, detect

SENTENCES = tomllib.loads(
    (Path(__file__).parent.parent / "samples" / "language" / "sentences.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_sentences(code: str, text: str) -> None:
    assert detect(text) == code


def test_every_language_is_told() -> None:
    known = {code for code in available() if get(code).table("detect")}
    assert known <= set(SENTENCES)


@pytest.mark.parametrize("text", ["", " ", "12 34 %%", "Xyzzy", "OK"])
def test_abstains(text: str) -> None:
    assert detect(text) is None


def test_clearly_other_only_when_it_is() -> None:
    english = " ".join(SENTENCES["en"]) * 4
    assert clearly_other(english, "de") == "en"
    assert clearly_other(english, "en") is None
    assert clearly_other(SENTENCES["en"][0], "de") is None  # too short to contradict a page
    assert clearly_other(" ".join(SENTENCES["no"]) * 4, "da") in (None, "no")
    assert clearly_other(SENTENCES["ko"][0] * 3, "en") == "ko"
