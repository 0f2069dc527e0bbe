"""The names of an article: every full name with its gender and roles, found by any shorter or inflected form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from articlekit.annotate.quotes.lexicon import ARTICLE, PARTICLE, PREPOSITION, STOP, THING, TITLE, Lexicon

__all__ = ["Name", "Names", "capital_inside"]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*\.?")
_UPPER = "".join(char for char in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x2000)]) if char.isupper())
_CAPITALS = re.compile(
    rf"(?<!\w)[{_UPPER}][\w'’-]*(?:\.?[ \u00a0](?:[a-z’']{{1,4}}[ \u00a0]){{0,2}}[{_UPPER}][\w'’-]*)+"
)
"""Two and more capitalised words in a row, with short ones between: where full names are looked for."""
_ACRONYM = re.compile(r"\(([^\W\d_]{2,8})\)")
_NEAR = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,.;:)\n]")
_LONGEST = 5
_PLACES = 20
"""Places at which a word is looked at for its capital."""


def capital_inside(text: str, word: str, limit: int) -> bool:
    """A capitalised word stands behind a small one before a place: its capital is not only due to its place."""
    at = text.find(word, 0, limit)
    for _ in range(_PLACES):
        if at < 0:
            return False
        before = text[at - 2 : at] if at > 1 else ""
        if len(before) == 2 and before[1] in " \u00a0" and (before[0].islower() or before[0] in ",;"):
            return True
        at = text.find(word, at + 1, limit)
    return False


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
        roles: Titles and roles next to it, folded.
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


@define(eq=False)
class Names:
    """The names of one article.

    Attributes:
        text: The article's text.
        names: All full names, by their folded words.
        shorter: Names by the fold of their last and their first word, those met more often first.
        acronyms: Full names by their acronym.
        honoured: The title right before a word with a capital ("Mr" of "Mr Falk"), by that word.
    """

    known: Lexicon
    text: str = ""
    names: dict[tuple[str, ...], Name] = field(factory=dict)
    shorter: dict[str, list[Name]] = field(factory=dict)
    acronyms: dict[str, str] = field(factory=dict)
    honoured: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, text: str, headline: str | None, known: Lexicon) -> Names:
        """The names of an article's text and headline."""
        made = cls(known, text)
        if known.cased:
            made._learn(text)
            made._learn(headline or "")
        made._learn_acronyms(text)
        made._index()
        return made

    def fold(self, word: str) -> str:
        """A word in lower case, without an ending that inflection gave it."""
        return self.known.fold(word)

    def _learn(self, text: str) -> None:
        """Take in every run of capitals; one met twice already is only counted."""
        met: dict[str, list[Name]] = {}
        times: dict[str, int] = {}
        for match in _CAPITALS.finditer(text):
            shown = match.group()
            times[shown] = times.get(shown, 0) + 1
            if times[shown] > 2:
                for old in met[shown]:
                    old.count += 1
                continue
            runs = self._runs(list(_WORD.finditer(text, match.start(), match.end())))
            met[shown] = [name for run, titles in runs if (name := self._note(text, run, titles)) is not None]

    def _runs(self, words: Sequence[re.Match[str]]) -> Iterator[tuple[list[re.Match[str]], list[str]]]:
        """Runs of words that may be names, each with the titles before it."""
        run: list[re.Match[str]] = []
        titles: list[str] = []
        for word in words:
            shown = word.group()
            low = shown.lower().rstrip(".")
            flags = self.known.meaning(low)
            if flags & TITLE and not (run and self.known.lists_given(run[-1].group().lower())):
                titles.append(low)
                run = []
            elif titles and not run and low not in self.honoured:
                self.honoured[self.fold(low)] = titles[-1]
                run.append(word)
            elif flags & (STOP | ARTICLE | PREPOSITION) and not flags & PARTICLE:
                yield run, titles
                run, titles = [], []
            else:
                run.append(word)
                if shown[-1] == "." and len(low) > 2:
                    yield run, titles
                    run, titles = [], []
        yield run, titles

    def _note(self, text: str, run: list[re.Match[str]], titles: Sequence[str]) -> Name | None:
        """Take in one run of capitalised words, where it can be a full name."""
        while run and not run[0].group()[0].isupper():
            run = run[1:]
        if not 2 <= len(run) <= _LONGEST:
            return None
        if self.known.capital_nouns:
            given = (
                place for place, word in enumerate(run[:-1]) if self.known.lists_given(word.group().lower())
            )
            run = run[next(given, 0) :]  # the noun before the name tells who that is
        opens = self._opens(text, run[0])
        if opens and self.known.lists_given(run[1].group().lower()):
            run = run[1:]
        if len(run) > 2 and (titles or self._roles_before(text, run[0].start())):
            run = run[self.known.person_at([word.group().lower() for word in run]) :]
        if len(run) < 2 or all(word.group().isupper() for word in run):
            return None
        start = run[0].start()
        last = run[-1].group().rstrip(".")
        if last.endswith(("'s", "’s")):
            last = last[:-2]
        shown = text[start : run[-1].start() + len(last)]
        lows = [word.group().lower().rstrip(".") for word in run[:-1]] + [last.lower()]
        gender = self.known.gender(lows[0])
        if (
            self.known.capital_nouns
            and gender is None
            and not titles
            and not self._apposed(text, start, len(shown))
        ):
            return None  # most are nouns
        roles = [*titles, *self._roles_beside(text, start, start + len(shown))]
        if self.known.capital_nouns and gender is None and not roles:
            return None
        keys = tuple(self.fold(word) for word in lows)
        name = self.names.setdefault(keys, Name(shown, keys, start if text is self.text else 0))
        name.count += 1
        name.doubtful = opens and (name.count == 1 or name.doubtful)
        plain = self.known.lists_given(lows[0])
        if (not plain, len(shown)) < (not name.plain, len(name.text)):
            name.text, name.plain = shown, plain
        if any(self.known.flags.get(low, 0) & THING for low in lows):
            name.person = False
        elif gender is not None or titles:
            name.person = True
        self._describe(name, gender, roles)
        return name

    def _opens(self, text: str, word: re.Match[str]) -> bool:
        """A word opens a sentence, is no given name and has a capital nowhere else."""
        low, at = word.group().lower(), word.start()
        if self.known.lists_given(low) or capital_inside(text, word.group(), at):
            return False
        return at == 0 or text[at - 1] == "\n" or text[max(0, at - 2)] in ".!?…”»\n"

    def _is_role(self, word: str) -> bool:
        return bool(self.known.meaning(word) & TITLE)

    def _apposed(self, text: str, start: int, size: int) -> bool:
        """Something may tell a role beside a run: a comma or bracket behind it, a noun before it."""
        behind = text[start + size : start + size + 2]
        if behind[:1] == "," or behind == " (":
            return True
        before = text[max(0, start - 30) : start].split()
        return bool(before) and self._is_role(before[-1].lower())

    def _roles_beside(self, text: str, start: int, end: int) -> list[str]:
        """Roles before a name ("mayor Ann Lee") and in apposition to it (", the mayor of Ostby,", "(mayor)")."""
        near = self._roles_before(text, start)
        if text[end : end + 1] == "," or text[end : end + 2] == " (":
            clause = _CLAUSE_END.split(text[end + 2 : end + 62], maxsplit=1)[0]
            near += [low for word in _NEAR.findall(clause)[:7] if self._is_role(low := word.lower())]
        return near

    def _roles_before(self, text: str, start: int) -> list[str]:
        """Roles among the three words before a name."""
        near = _NEAR.findall(text[max(0, start - 40) : start].rpartition("\n")[2])[-3:]
        return [low for word in near if self._is_role(low := word.lower())]

    def _describe(self, name: Name, gender: str | None, roles: Iterable[str]) -> None:
        if gender:
            name.gender = name.gender or gender
        for role in roles:
            name.roles.add(self.fold(role))
            if name.gender is None:
                name.gender = self.known.honour(role)

    def _learn_acronyms(self, text: str) -> None:
        """Note "Full Name of Something (FNS)"."""
        for match in _ACRONYM.finditer(text):
            short = match[1]
            if not short.isupper():
                continue
            words = re.split(r"[.,;:(\n]", text[max(0, match.start() - 100) : match.start()])[-1].split()
            for place in range(len(words) - 1, -1, -1):
                if words[place][0].upper() == short[0] and len(words) - place >= 2:
                    full = " ".join(words[place:])
                    self.acronyms.setdefault(short.lower(), full)
                    break

    def _index(self) -> None:
        for name in self.names.values():
            title = self.honoured.get(name.keys[-1])
            if title is not None and name.person is not False:
                name.person = True
                name.gender = name.gender or self.known.honour(title)
        for name in sorted(self.names.values(), key=lambda one: (one.doubtful, -one.count)):
            for key in dict.fromkeys((name.keys[-1], name.keys[0])):
                self.shorter.setdefault(key, []).append(name)

    def find(self, words: Sequence[str], gender: str | None = None) -> Name | None:
        """The full name that some words are a form of.

        Args:
            words: The words of a name, without titles.
            gender: What a title beside it shows.
        """
        if not words:
            return None
        keys = tuple(self.fold(word) for word in words)
        if len(keys) > 1:
            longer = [name for name in self.shorter.get(keys[-1], ()) if name.keys[0] == keys[0]]
            return max(longer, key=lambda name: len(name.keys)) if longer else self.names.get(keys)
        found = self.shorter.get(keys[0], [])
        fitting = [name for name in found if gender is None or name.gender in (None, gender)]
        surname = [name for name in fitting if name.keys[-1] == keys[0]]
        best = next(iter(surname or fitting), None)
        return fitting[0] if best is not None and best.doubtful and fitting[0].doubtful is False else best

    def full(self, words: Sequence[str], gender: str | None = None) -> str:
        """The fullest form of a name in the article: the words themselves where it has no fuller one."""
        if len(words) == 1 and words[0].lower() in self.acronyms:
            return self.acronyms[words[0].lower()]
        name = self.find(words, gender)
        return name.text if name is not None and len(name.keys) >= len(words) else " ".join(words)

    def bearer(self, role: str) -> Name | None:
        """The person next to whose name a role stands; of several the one named most often."""
        key = self.fold(role)
        bearers = [
            name for name in self.names.values() if name.person is not False and self._bears(name, key)
        ]
        return max(bearers, key=lambda name: name.count) if bearers else None

    @staticmethod
    def _bears(name: Name, key: str) -> bool:
        if key in name.roles:
            return True
        return len(key) > 5 and any(
            len(role) > 4 and (key.endswith(role) or role.endswith(key)) for role in name.roles
        )
