"""What tells that a word is the name of a place: its shape, a list of known names, the article itself."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from articlekit.languages import get, place_names

__all__ = ["Names", "fold", "is_capitals", "names_of"]

_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = re.compile(r"[^\W\d_]")
_ARTICLED = re.compile(r"(?:['’]s-|[ldLD]['’]|al-|el-)?")
_STRANGE = re.compile(r"[\d;:!?%$€£#@+=*<>\"“”„«»]")
_OWNERS = ("'S", "’S")
_MOST_CAPITALS = 4
_MOST_WORDS = 6


def fold(text: str) -> str:
    """A name without case and accents: capitals are often printed without them."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", plain).replace("’", "'")


def is_capitals(text: str) -> bool:
    """Whether every cased letter is a capital, and there is one."""
    return text == text.upper() and text != text.lower()


class Names(NamedTuple):
    """The names of places that a language's press is known to write.

    Attributes:
        cities: Folded names of cities to the names.
        countries: Folded names of countries to the names.
        stems: Beginnings of the names that take case endings, to the names.
        town_endings: What many names of towns end in ("burg", "heim").
        particles: Small words inside a name.
        not_first: Words that begin no name of a place.
        markers: Labels and one-word sentences that are never a place.
    """

    cities: dict[str, str]
    countries: dict[str, str]
    stems: dict[str, str]
    town_endings: tuple[str, ...]
    particles: frozenset[str]
    not_first: frozenset[str]
    markers: frozenset[str]

    def is_city(self, name: str) -> bool:
        """Whether a city of that name is known."""
        return fold(name) in self.cities

    def knows(self, name: str) -> bool:
        """Whether a city or country of that name is known."""
        folded = fold(name)
        return folded in self.cities or folded in self.countries

    def base(self, name: str) -> str | None:
        """The known name that ``name`` is, or is a case of; None where none is known."""
        folded = fold(name)
        if folded in self.cities or folded in self.countries:
            return name
        for cut in range(min(4, len(folded.rpartition(" ")[2]) - 2)):
            stem = folded[: len(folded) - cut]
            if stem in self.stems:
                return self.stems[stem]
        return None

    def longest(self, text: str) -> str | None:
        """The longest known name that a text begins with, for scripts without spaces."""
        for size in range(min(12, len(text)), 1, -1):
            if self.knows(text[:size]):
                return text[:size]
        return None

    def is_marker(self, text: str) -> bool:
        """Whether a text is a label: UPDATE, EXCLUSIVE, a section's name, a one-word sentence."""
        folded = fold(text.strip())
        if folded in self.markers or folded.rpartition(" ")[2].strip(".") in _TITLES:
            return True
        first, _, rest = folded.partition(" ")
        return bool(rest) and is_capitals(text) and first in self.markers and folded not in self.cities

    def looks_like_town(self, name: str) -> bool:
        """Whether the last word ends as names of towns do in the language."""
        last = re.split(r"[ -]", name)[-1].casefold()
        return len(last) > 5 and last.endswith(self.town_endings)

    def is_name(self, text: str) -> bool:
        """Whether a text has the shape of a place's name and is no label or phrase."""
        words = text.split()
        if not words or len(words) > _MOST_WORDS:
            return False
        if self.knows(text):
            return True
        first = words[0].casefold()
        if first in self.not_first and not is_capitals(text):
            return False
        if text == text.upper() and text == text.lower():  # a script without case
            return (
                len(words) <= 3 and len(text) <= 28 and all(map(_is_word, words)) and not self._stops(words)
            )
        if is_capitals(text):
            return self._in_capitals(words)
        return _is_capitalised(words[0]) and all(
            _is_capitalised(word) or word.casefold() in self.particles for word in words
        )

    def _in_capitals(self, words: list[str]) -> bool:
        """Capitals that make a name, not a phrase: "LE POINT SUR LA SITUATION"."""
        if any(word.endswith(_OWNERS) for word in words[:-1]):
            return False
        small = sum(word.casefold() in self.not_first for word in words)
        return (
            all(map(_is_word, words))
            and len(words) <= _MOST_CAPITALS
            and (small <= 1 or len(words) - small > small + 1)
        )

    def _stops(self, words: list[str]) -> bool:
        return any(word.casefold() in self.not_first for word in words)


_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "st", "no", "nr", "vs", "jr", "sr", "ing", "med"})


def _is_word(word: str) -> bool:
    return _LETTERS.search(word) is not None and _STRANGE.search(word) is None


def _is_capitalised(word: str) -> bool:
    found = _LETTERS.search(_ARTICLED.sub("", word, count=1))
    return found is not None and _is_word(word) and not found[0].islower()


@cache
def _folded(code: str, *keys: str) -> dict[str, str]:
    return {fold(name): name for name in place_names(code, *keys)}


@cache
def names_of(code: str) -> Names:
    """The names that the press of a language writes; English ones hold everywhere."""
    own, english = get(code), get("en")
    cities = {**_folded("en", "cities", "zones"), **_folded(code, "cities", "zones")}
    countries = {**_folded("en", "countries"), **_folded(code, "countries")}
    stems: dict[str, str] = {}
    if own.value("datelines", "inflects") or own.words("datelines", "endings"):
        for folded, name in (*cities.items(), *countries.items()):
            stems.setdefault(folded, name)
            for cut in (1, 2):
                if len(folded.rpartition(" ")[2]) > cut + 2:
                    stems.setdefault(folded[:-cut], name)
    return Names(
        cities=cities,
        countries=countries,
        stems=stems,
        town_endings=own.words("datelines", "town_endings"),
        particles=frozenset((*own.words("datelines", "particles"), *english.words("datelines", "particles"))),
        not_first=frozenset((*own.words("detect", "stopwords"), *own.words("speakers", "articles"))),
        markers=frozenset(
            fold(word) for lang in (own, english) for word in lang.words("datelines", "markers")
        ),
    )
