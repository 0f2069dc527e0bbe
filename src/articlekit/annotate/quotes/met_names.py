"""The names of a text in a script without capitals: taken from its mentions, found by any shorter form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlekit.annotate.quotes.full_names import Name
from articlekit.annotate.quotes.letters import JOINED
from articlekit.annotate.quotes.lexicon import THING, Lexicon

__all__ = ["MetNames"]

_LONGEST_SURNAME = 3
_LONGEST_NAME = 6
"""Signs of a name that is one word, its family name first."""


class MetNames:
    """Names by their words and the parts of them.

    Args:
        known: The language's words.
    """

    def __init__(self, known: Lexicon) -> None:
        self._known = known
        self._names: dict[tuple[str, ...], Name] = {}
        self._forms: dict[str, list[Name]] = {}

    def meet(self, words: Sequence[str], titles: Sequence[str], at: int) -> None:
        """Take in a name with what tells of it.

        Args:
            words: The name.
            titles: Titles and honorifics beside it, in lower case.
            at: Where it stands.
        """
        known = self._known
        keys = tuple(map(known.fold, words))
        name = self._names.get(keys)
        if name is None:
            name = self._names[keys] = Name(" ".join(words), keys, at)
            for form in {keys[0], keys[-1], *self._shorter(keys)}:
                self._forms.setdefault(form, []).append(name)
        name.count += 1
        gender = known.given.get(words[0].lower())
        if any(known.flags.get(word.lower(), 0) & THING for word in words):
            name.person = False
        elif gender is not None or titles:
            name.person = True
        name.roles.update(map(known.fold, titles))
        shown = (gender, *map(known.honour, titles))
        name.gender = name.gender or next(filter(None, shown), None)

    def _shorter(self, keys: tuple[str, ...]) -> Iterator[str]:
        """Shorter forms of a name that is one word: its parts, the signs it opens with (the family name)."""
        whole = keys[0]
        parts = JOINED.split(whole)
        yield from parts
        if len(keys) == 1 == len(parts) and len(whole) <= _LONGEST_NAME:
            surnames = self._known.script.surnames
            for size in range(1, min(_LONGEST_SURNAME + 1, len(whole))):
                if whole[:size] in surnames or (not surnames and self._known.script.kana):
                    yield whole[:size]

    def find(self, words: Sequence[str]) -> Name | None:
        """The longest name that some words are a form of, of equals the one met most often."""
        keys = [self._known.fold(word) for word in words]
        found = self._forms.get(keys[-1], [])
        if len(keys) > 1:
            found = [name for name in found if keys[0] in (name.keys[0], name.keys[-1])]
        return max(found, key=lambda name: (len(name.text), name.count, -name.at), default=None)

    def person_at(self, key: str) -> int | None:
        """Where the first name that ends with a key, or is it, was met; None where it is a thing's."""
        places = [name.at for name in self._forms.get(key, ()) if name.person is not False]
        return min(places, default=None)

    def bearer(self, key: str) -> Name | None:
        """The person beside whose name a title stands; of several the one named most often."""
        bearing = [name for name in self._names.values() if name.person and key in name.roles]
        return max(bearing, key=lambda name: (name.count, -name.at), default=None)
