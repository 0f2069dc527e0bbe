"""Who is meant by a shorter or inflected name, an acronym or a role: the article's full names, looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlekit.annotate.quotes.full_names import FullNames, Name, capital_inside
from articlekit.annotate.quotes.lexicon import THING, Lexicon
from articlekit.annotate.quotes.met_names import MetNames

__all__ = ["Names"]

_ACRONYM = re.compile(r"\(([^\W\d_]{2,8})\)")
_SHORTEST_ROLE = 5
"""Letters of a role that may be the end of a longer one ("Ministerin" of "Innenministerin")."""
_PLACES = 30
"""Places at which a role is looked at for a name beside it."""


class Names:
    """The names of one article; what was looked up is remembered.

    Args:
        text: The article's text.
        headline: Its headline, where names often stand in full.
        known: The language's words.

    Attributes:
        met: The names of a script without capitals, to be filled from its mentions.
    """

    def __init__(self, text: str, headline: str | None, known: Lexicon) -> None:
        self._size = len(text)
        self._text = f"{text}\n{headline or ''}"
        self._known = known
        self._full = FullNames(self._text, known)
        self.met = MetNames(known)
        self._found: dict[tuple[str | None, ...], Name | None] = {}
        self._bearers: dict[str, Name | None] = {}
        self._inside: dict[str, int] = {}
        self._acronyms: dict[str, str] | None = None
        self._low = ""

    def find(self, words: Sequence[str], gender: str | None = None) -> Name | None:
        """The full name that some words are a form of.

        Args:
            words: The words of a name, without titles.
            gender: What a title beside it shows.
        """
        asked = (gender, *words)
        if asked not in self._found:
            self._found[asked] = self._find(words, gender) if words else None
        return self._found[asked]

    def _find(self, words: Sequence[str], gender: str | None) -> Name | None:
        if not self._known.cased:
            return self.met.find(words)
        last = self._known.fold(words[-1])
        found = self._full.by_word(last)
        if len(words) > 1:
            first = self._known.fold(words[0])
            longer = [name for name in found if name.keys[0] == first and name.keys[-1] == last]
            return max(longer, key=lambda name: len(name.keys), default=None)
        if gender is not None:
            found = [name for name in found if self._full.described(name).gender in (None, gender)]
        if not found:
            return None
        best = next((name for name in found if name.keys[-1] == last), found[0])
        return found[0] if best.doubtful and not found[0].doubtful else best

    def gender(self, name: Name) -> str | None:
        """The gender that a name, its titles or the roles beside it show: "f", "m" or None."""
        return name.gender or self._full.described(name).gender

    def full(self, words: Sequence[str], gender: str | None = None) -> str:
        """The fullest form of a name in the article: the words themselves where it has no fuller one."""
        if len(words) == 1:
            if self._acronyms is None:
                self._acronyms = dict(self._spelt_out())
            if words[0].lower() in self._acronyms:
                return self._acronyms[words[0].lower()]
        name = self.find(words, gender)
        return name.text if name is not None and len(name.keys) >= len(words) else " ".join(words)

    def is_person(self, low: str, limit: int) -> bool:
        """A word is the last of what may be a person's full name and is met before a place.

        This is asked of most names, so the last words of all runs of capitals answer it, no name being read; only
        where every noun has a capital they do not.

        Args:
            low: The word in lower case.
            limit: The place. What the headline names is known from the beginning.
        """
        key = self._known.fold(low)
        at = self._full.first_with(key) if self._known.cased else self.met.person_at(key)
        if at is None or limit <= at < self._size or self._known.flags.get(low, 0) & THING:
            return False
        return not self._known.capital_nouns or any(
            name.person is not False and name.keys[-1] == key and not limit <= name.at < self._size
            for name in self._full.by_word(key)
        )

    def has_capital_inside(self, word: str, limit: int) -> bool:
        """A capitalised word stands inside a sentence before a place: it has its capital by nature."""
        if word not in self._inside:
            self._inside[word] = capital_inside(self._text, word, self._size)
        return 0 <= self._inside[word] < limit

    def bearer(self, role: str) -> Name | None:
        """The person next to whose name a role stands; of several the one named most often."""
        key = self._known.role(role)
        if not self._known.cased:
            return self.met.bearer(key)
        if key not in self._bearers:
            bearers = {id(name): name for name in self._beside(key) if name.person is not False}
            bearing = [name for name in bearers.values() if _bears(self._full.described(name), key)]
            self._bearers[key] = max(bearing, key=lambda one: (one.count, -one.at), default=None)
        return self._bearers[key]

    def _beside(self, key: str) -> Iterator[Name]:
        """Names beside a role or the shorter role it ends in."""
        self._low = self._low or self._text.replace("İ", "i").lower()
        for form in filter(None, (key, self._known.head(key))):
            at = self._low.find(form)
            for _ in range(_PLACES):
                if at < 0:
                    break
                yield from self._full.beside(at)
                at = self._low.find(form, at + len(form))

    def _spelt_out(self) -> Iterator[tuple[str, str]]:
        """Acronyms with what they are short for, as in "Full Name of Something (FNS)"; the first holds."""
        for match in reversed(list(_ACRONYM.finditer(self._text))):
            short = match[1]
            if not short.isupper():
                continue
            words = re.split(r"[.,;:(\n]", self._text[max(0, match.start() - 100) : match.start()])[
                -1
            ].split()
            for place in range(len(words) - 2, -1, -1):
                if words[place][0].upper() == short[0]:
                    yield short.lower(), " ".join(words[place:])
                    break


def _bears(name: Name, key: str) -> bool:
    """A name has the role, or one that is the end of it or that it is the end of."""
    return key in name.roles or (
        len(key) > _SHORTEST_ROLE
        and any(
            len(role) >= _SHORTEST_ROLE and (key.endswith(role) or role.endswith(key)) for role in name.roles
        )
    )
