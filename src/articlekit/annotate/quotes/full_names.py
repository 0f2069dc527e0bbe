"""The full names in a text. Runs of capitalised words are marked in one quick pass; what a run tells of a name
(its words, titles, roles, gender) is read only when one of its words is asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, field

from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CAPITAL,
    OWNER,
    PARTICLE,
    PREPOSITION,
    STOP,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.words import reader

__all__ = ["FullNames", "Name", "capital_inside"]

_UPPER = "".join(char for char in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x2000)]) if char.isupper())
_CAPITALS = re.compile(
    rf"[{_UPPER}][\w'’-]*+(?:\.?[ \u00a0](?:[a-z’']{{1,4}}[ \u00a0]){{0,2}}[{_UPPER}][\w'’-]*+)+"
)
"""Two and more capitalised words in a row, with short ones between: where full names are looked for."""
_Word = tuple[int, str, int]
"""Where a word stands, the word in lower case, its flags."""
_PARTS = STOP | ARTICLE | PREPOSITION
_NEAR = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,.;:)\n]")
_LONGEST = 5
_PLACES = 20
"""Places at which a word is looked at for its capital."""
_PER_FORM = 2
"""Times that a run of the same words is read; then it is only counted."""
_LOOKED_AT = 6
"""Places of a name at which its roles are looked for."""
_BESIDE = 64
"""Characters from a name within which a role can be its own."""


def capital_inside(text: str, word: str, limit: int) -> int:
    """Where a capitalised word stands behind a small one before a place, -1 for nowhere: its capital is not only
    due to its place."""
    at = text.find(word, 0, limit)
    for _ in range(_PLACES):
        if at < 0:
            break
        before = text[at - 2 : at] if at > 1 else ""
        if len(before) == 2 and before[1] in " \u00a0" and (before[0].islower() or before[0] in ",;"):
            return at
        at = text.find(word, at + 1, limit)
    return -1


@define(eq=False)
class Name:
    """One full name.

    Attributes:
        text: Its fullest form.
        keys: Its words, folded for look-up.
        at: Where it was first met.
        count: How often a form of it was met in full.
        plain: That form opens with a given name as it is listed: in the case in which people are named.
        doubtful: Its first word may owe its capital to the sentence it opens.
        person: Something shows a person: a given name, a title; False where a word is a thing's.
        gender: "f", "m" or None.
        roles: Titles right before it; with ``described``, the roles that stand beside it as well. Folded.
        places: Start and end of the forms whose surroundings tell more of it.
    """

    text: str
    keys: tuple[str, ...]
    at: int
    count: int = 0
    plain: bool = False
    doubtful: bool = False
    person: bool | None = None
    gender: str | None = None
    roles: set[str] = field(factory=set)
    places: list[tuple[int, int]] = field(factory=list)


class FullNames:
    """The full names of a text, found by their first or last word, or by place.

    Args:
        text: The text.
        known: The language's words.
    """

    def __init__(self, text: str, known: Lexicon) -> None:
        self.text = text
        self.known = known
        self._reader = reader(known)
        self._runs: list[tuple[int, int]] = []
        self._starting: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of the runs that have a word which starts with two letters. A name's runs share its first and
        last word, so whoever has read all runs that start like one of the two knows all of the name."""
        self._read: set[str | int] = set()
        self._met: dict[str, tuple[int, list[Name]]] = {}
        self._names: dict[tuple[str, ...], Name] = {}
        self._ending: dict[str, list[Name]] = {}
        self._sorted: dict[str, list[Name]] = {}
        self._lasts: dict[str, int] | None = None
        self._honoured: dict[str, str] = {}
        """The title right before a word with a capital ("Mr" of "Mr Falk"), by that word."""
        if known.cased:
            self._runs = [match.span() for match in _CAPITALS.finditer(text)]
            for number, (start, end) in enumerate(self._runs):
                for word in text[start:end].replace("’", "'").lower().split():
                    self._starting[word[:2]].append(number)

    def by_word(self, key: str) -> list[Name]:
        """The names whose first or last word folds to a key, those met more often first."""
        if key not in self._sorted:
            self._read_all(key[:2])
            found = self._ending.get(key, [])
            for name in found:
                self._read_all(name.keys[-1][:2])
                title = self._honoured.get(name.keys[-1])
                if title is not None and name.person is not False:
                    name.person = True
                    name.gender = name.gender or self.known.honour(title)
            self._sorted[key] = sorted(found, key=lambda one: (one.doubtful, -one.count, one.at))
        return self._sorted[key]

    def first_with(self, key: str) -> int | None:
        """Where the first run of capitals stands whose last word folds to a key."""
        if self._lasts is None:
            self._lasts = {}
            for start, end in reversed(self._runs):
                last = self.text[max(self.text.rfind(" ", start, end), start) + 1 : end]
                self._lasts[self.known.fold(last.removesuffix("'s").removesuffix("’s"))] = start
        return self._lasts.get(key)

    def beside(self, place: int) -> Iterator[Name]:
        """The names so near to a place that a role there can be theirs."""
        number = max(0, bisect_left(self._runs, (place - _BESIDE, 0)) - 1)
        while number < len(self._runs) and self._runs[number][0] < place + _BESIDE:
            start, end = self._runs[number]
            number += 1
            if end > place - _BESIDE:
                shown = self.text[start:end]
                for word in shown.replace("’", "'").lower().split():
                    self._read_all(word[:2])
                yield from self._met[shown][1]

    def _read_all(self, start: str) -> None:
        """Read every run with a word that starts like this."""
        if start in self._read:
            return
        self._read.add(start)
        for number in self._starting.get(start, ()):
            if number not in self._read:
                self._read.add(number)
                self._read_run(*self._runs[number])

    def described(self, name: Name) -> Name:
        """A name with the roles beside it and the gender they show, which are looked up only now."""
        places, name.places = name.places, []
        for start, end in places:
            for role in self._roles_beside(start, end):
                self._give(name, role)
        return name

    def _read_run(self, start: int, end: int) -> None:
        """Take in the names of a run: its parts between titles, small words and stops."""
        shown = self.text[start:end]
        times, met = self._met.get(shown, (0, []))
        self._met[shown] = times + 1, met
        if times >= _PER_FORM:
            for name in met:
                name.count += 1
            return
        met.clear()
        part: list[_Word] = []
        titles: list[str] = []
        at = start
        for piece in shown.split(" "):
            words, closing = self._reader[piece]
            for offset, low, flags, _ in words:
                if flags & TITLE and not (part and self._leads_surname(part[-1])):
                    titles.append(low)
                    part = []
                elif flags & _PARTS and not flags & PARTICLE:
                    met += self._noted(part, titles)
                    part, titles = [], []
                else:
                    if titles and not part:
                        self._honoured.setdefault(self.known.fold(low), titles[-1])
                    part.append((at + offset, low, flags))
                    if flags & OWNER:
                        met += self._noted(part, titles)
                        part, titles = [], []
            if closing:
                met += self._noted(part, titles)
                part, titles = [], []
            at += len(piece) + 1
        met += self._noted(part, titles)

    def _leads_surname(self, word: _Word) -> bool:
        return bool(word[2] & PARTICLE) or self.known.lists_given(word[1])

    def _noted(self, part: list[_Word], titles: Sequence[str]) -> tuple[Name, ...]:
        """The name that one part of a run is, if it can be a full one."""
        while part and not part[0][2] & CAPITAL:
            part = part[1:]
        if not 2 <= len(part) <= _LONGEST:
            return ()
        if self.known.capital_nouns:
            given = (place for place, word in enumerate(part[:-1]) if self.known.lists_given(word[1]))
            part = part[next(given, 0) :]  # the noun before the name tells who that is
        start, low, _ = part[0]
        opens = self._opens(start, low)
        if opens and self.known.lists_given(part[1][1]):
            part = part[1:]
        if len(part) > 2 and (titles or self._roles_before(part[0][0])):
            part = part[self.known.person_at([low for _, low, _ in part]) :]
        start, low, _ = part[0]
        end = part[-1][0] + len(part[-1][1])
        if len(part) < 2 or self.text[start:end].isupper():
            return ()
        gender = self.known.gender(low)
        shown = gender is not None or bool(titles)
        if self.known.capital_nouns and not shown and not self._apposed(start, end):
            return ()  # most are nouns
        name = self._named(start, end, [low for _, low, _ in part])
        name.doubtful = opens and (name.count == 1 or name.doubtful)
        if any(flags & THING for _, _, flags in part):
            name.person = False
        elif shown:
            name.person = True
        name.gender = name.gender or gender or None
        for title in titles:
            self._give(name, title)
        return (name,)

    def _named(self, start: int, end: int, lows: Sequence[str]) -> Name:
        """The name of some words, met once more."""
        keys = tuple(map(self.known.fold, lows))
        shown = self.text[start:end]
        plain = self.known.lists_given(lows[0])
        name = self._names.get(keys)
        if name is None:
            name = self._names[keys] = Name(shown, keys, start, plain=plain)
            for key in {keys[0], keys[-1]}:
                self._ending.setdefault(key, []).append(name)
        elif (not plain, len(shown)) < (not name.plain, len(name.text)):
            name.text, name.plain = shown, plain  # the form without a case ending
        name.count += 1
        if len(name.places) < _LOOKED_AT:
            name.places.append((start, end))
        return name

    def _opens(self, at: int, low: str) -> bool:
        """A word opens a sentence, is no given name and has a capital nowhere else."""
        if self.known.lists_given(low):
            return False
        opens = at == 0 or self.text[at - 1] == "\n" or self.text[max(0, at - 2)] in ".!?…”»\n"
        return opens and capital_inside(self.text, self.text[at : at + len(low)], at) < 0

    def _apposed(self, start: int, end: int) -> bool:
        """A role stands beside a run: in apposition or right before it."""
        behind = self.text[end : end + 2]
        if behind[:1] == "," or behind == " (":
            return bool(self._roles_beside(start, end))
        before = self.text[max(0, start - 30) : start].split()
        return bool(before) and self._is_role(before[-1].lower())

    def _is_role(self, word: str) -> bool:
        return bool(self.known.meaning(word) & TITLE)

    def _roles_beside(self, start: int, end: int) -> list[str]:
        """Roles before a name ("mayor Ann Lee") and in apposition to it (", the mayor of Ostby,", "(mayor)")."""
        text = self.text
        near = self._roles_before(start)
        if text[end : end + 1] == "," or text[end : end + 2] == " (":
            clause = _CLAUSE_END.split(text[end + 2 : end + 62], maxsplit=1)[0]
            near += [low for word in _NEAR.findall(clause)[:7] if self._is_role(low := word.lower())]
        return near

    def _roles_before(self, start: int) -> list[str]:
        """Roles among the three words before a name."""
        near = _NEAR.findall(self.text[max(0, start - 40) : start].rpartition("\n")[2])[-3:]
        return [low for word in near if self._is_role(low := word.lower())]

    def _give(self, name: Name, role: str) -> None:
        name.roles.add(self.known.role(role))
        if name.gender is None:
            name.gender = self.known.honour(role)
