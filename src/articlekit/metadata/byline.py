"""Bylines: "By A and B in Kyiv", "Text: A, Fotos: B" taken apart into people, their roles, and newsrooms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import NamedTuple

from attrs import evolve

from articlekit.languages import Language
from articlekit.metadata.grammar import Grammar, grammar
from articlekit.metadata.names import Names, divided
from articlekit.metadata.phrases import lowered
from articlekit.model import Author
from articlekit.scripts import CJK

__all__ = ["Byline", "looks_signed", "parse_byline", "read_byline"]

_WEB = re.compile(r"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org)/\S+|\S+@\S+\.\w+|(?<!\w)@\w+")
_BRACKETS = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]{0,80})[)\]）】]\s*")
_SEGMENT = re.compile(r"\s*(?:[|•;；\n]|\s[-–—·]\s|[–—])\s*")
_COMMA = re.compile(r"\s*[,،，、・·/&＆／]\s*|\s[x+]\s")
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_TITLE = re.compile(r"^(?:(?:dr|prof|mag|ing|dipl|mr|mrs|ms|sir|dame)\.?\s+)+", re.IGNORECASE)
_EDGES = " .,:\"'“”„*_-"


class Byline(NamedTuple):
    """Who a byline names, in its order."""

    people: tuple[Author, ...] = ()
    organisations: tuple[Author, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.organisations)


def read_byline(
    text: str, language: Language, *, own: Collection[str] = (), declared: bool = False
) -> Byline:
    """Take a byline apart.

    Args:
        text: As printed or declared.
        language: Whose words for "by", "and", "in" hold besides English ones.
        own: Names of the page's own publisher, which are no people.
        declared: The page says that this is a name: what is not written like one still counts.

    Example:
        >>> from articlekit.languages import get
        >>> line = read_byline("By Ana Silva and Jon Berg in Oslo, AP", get("en"))
        >>> [author.name for author in line.people], [author.name for author in line.organisations]
        (['Ana Silva', 'Jon Berg'], ['AP'])
    """
    known = grammar(language.code)
    names = Names(known, own, declared)
    if declared and names.is_plain(text):
        return Byline(people=(Author(name=text),))
    return _Reader(known, names).read(text)


def parse_byline(text: str, language: Language) -> tuple[Author, ...]:
    """The people in a byline; where it names none, its newsroom or agency.

    Args:
        text: As printed: "By Ana Silva and Jon Berg in Oslo".
        language: Whose words for "by", "and" and "in" hold besides English ones.

    Example:
        >>> from articlekit.languages import get
        >>> [author.name for author in parse_byline("By Ana Silva and Jon Berg in Oslo", get("en"))]
        ['Ana Silva', 'Jon Berg']
    """
    found = read_byline(text, language)
    return found.people or found.organisations


def looks_signed(text: str, language: Language) -> bool:
    """Whether a line begins as a byline does: "By …", "Text: …"."""
    return grammar(language.code).opening(text) is not None


def _stripped(piece: str) -> str:
    """A stretch without the marks around it; the stop of an initial at its end stays."""
    bare = piece.strip(_EDGES)
    last = bare.rpartition(" ")[2]
    return f"{bare}." if len(last.rpartition(".")[2]) == 1 and piece.strip().startswith(f"{bare}.") else bare


class _Reader:
    """Reads one byline; people and organisations in order, each once."""

    def __init__(self, grammar: Grammar, names: Names) -> None:
        self.grammar, self.names = grammar, names
        self.people: dict[str, Author] = {}
        self.organisations: dict[str, Author] = {}
        self.crafts: set[str | None] = set()

    def read(self, text: str) -> Byline:
        text = _BRACKETS.sub(r", \1, ", text.replace("\u00a0", " ").replace("\u200b", ""))
        text = self.grammar.others.sub("", _WEB.sub(" ", text).strip())
        if text in self.grammar.dense_organisations:
            return Byline(organisations=(Author(name=text),))
        for role, part in self._groups(text):
            for segment in _SEGMENT.split(part):
                self._segment(segment, role)
        people = tuple(self.people.values())
        if people and all(person.role in self.crafts for person in people):
            people = ()  # a picture's credit
        return Byline(people=people, organisations=tuple(self.organisations.values()))

    def _groups(self, text: str) -> Iterator[tuple[str | None, str]]:
        """(role, text) of the parts that labels divide a byline into."""
        labels = self.grammar.labels(text)
        opened = self._opening(text)
        role: str | None = None
        at = 0
        if opened and not (labels and labels[0][0] == 0 and labels[0][1] > opened):
            at = opened
        for start, end, craft in labels:
            if start >= at:
                before = text[at:start]
                yield role, before
                role, at = None if self._is_writing(text[:start]) else craft, end
                if role and craft in self.grammar.photo:
                    self.crafts.add(role)
        yield role, text[at:]

    def _is_writing(self, before: str) -> bool:
        """Whether a label goes on from one for the writing: "Text & Fotos: …", "글·사진 …"."""
        words = _WORD.findall(before.lower())
        return (
            bool(words)
            and words[0] in self.grammar.by
            and all(word in self.grammar.ands for word in words[1:])
        )

    def _opening(self, text: str) -> int:
        """Where a text begins after "by"; 0 where it does not so begin.

        A declared name may: "Van Dijk", "Di Maria".
        """
        found = self.grammar.opening(text)
        if found is None:
            return 0
        phrase, end = found
        is_name = self.names.declared and phrase in self.grammar.particles and len(text[end:].split()) < 2
        return 0 if is_name else end

    def _segment(self, text: str, role: str | None) -> None:
        parts = [part for part in map(_stripped, _COMMA.split(text)) if part]
        parts = [self._undated(part, after) for part, after in zip_longest(parts, parts[1:], fillvalue="")]
        if self._is_reversed(parts):
            self._person(f"{parts[1]} {parts[0]}", role)
            return
        before = len(self.people) + len(self.organisations)
        self.names.lenient = self.names.declared and len(parts) == 1
        for part in self._after_places(parts):
            self._part(part, role, named=len(self.people) + len(self.organisations) > before)

    def _undated(self, part: str, after: str) -> str:
        """A part without the weekday of a date that comes after it: "Jane Doe Monday, May 3"."""
        head, _, last = part.rpartition(" ")
        return head if head and _DIGIT.search(after) and last.lower() in self.grammar.weekdays else part

    def _is_reversed(self, parts: list[str]) -> bool:
        """Whether two single words are "family, given"."""
        return (
            self.names.declared
            and len(parts) == 2
            and all(len(part.split()) == 1 and part.istitle() and self.names.is_name(part) for part in parts)
            and not any(self.names.is_organisation(part) or CJK.search(part) for part in parts)
        )

    def _after_places(self, parts: list[str]) -> list[str]:
        """Parts from the one on that reads "place name job", as places before it have no job."""
        if len(parts) > 1 and not self.grammar.space_divides:
            for index, part in enumerate(parts):
                job = self.grammar.job(part) if index and CJK.search(part) else None
                if job and len(part[: job[0]].split()) > 1:
                    return parts[index:]
        return parts

    def _part(self, part: str, role: str | None, *, named: bool) -> None:
        """One stretch between commas; ``named`` when one before it in the segment was a name."""
        part = self._trimmed(part)
        pieces = self._pieces(part)
        if len(pieces) > 1:
            if not any(" " in piece or CJK.search(piece) for piece in pieces):
                self._organisation(part, of_last=False)  # "Kirche und Leben"
            elif all(self.names.is_organisation(piece) or self.names.parted(piece)[0] for piece in pieces):
                for piece in pieces:
                    self._part(piece, role, named=False)
            elif named:
                self._describe(part)
            else:
                self._part(pieces[0], role, named=False)
        elif part:
            self._single(part, role, named=named)

    def _single(self, part: str, role: str | None, *, named: bool) -> None:
        if not named and part.lower() in self.grammar.by:
            return
        split = self.names.parted_from_paper(part)
        if split:
            self._person(split[0], role, split[1])
            return
        name, job, affiliation = self.names.parted(part)
        is_paper = self.names.is_organisation(name if affiliation else part)
        if is_paper or (named and self._is_shouted(part)):
            self._organisation(part, of_last=named)
        elif name and not (named and len(name.split()) == 1 and not CJK.search(name)):
            self._person(name, role or job, affiliation)
        elif named:
            self._describe(part)
        elif self.grammar.job(part):
            self._organisation(part, of_last=False)

    def _trimmed(self, part: str) -> str:
        """A part without "by" before it, and without the time of publication after it."""
        part = part[self._opening(part) :]
        before, colon, _ = part.partition(":")
        if colon and len(before.split()) > 2:
            part = before.rpartition(" ")[0]  # another label follows the name
        digit = _DIGIT.search(part)
        ends = [digit.start()] if digit else []
        ends += [
            start for start, _ in self.grammar.stamps.find(lowered(part)) if start or not self.names.declared
        ]
        if not ends:
            return part
        words = part[: min(ends)].strip(_EDGES + "–—").split()
        while words and words[-1].lower().strip(".") in self.grammar.calendar:
            words.pop()
        return " ".join(words)

    def _pieces(self, part: str) -> list[str]:
        """A part divided at "and"; where that word stands in family names too, single words stay with them."""
        attached = self.grammar.attached.split(part)
        if len(attached) > 1 and all(len(piece.split()) > 1 for piece in attached):
            return attached
        pieces: list[str] = []
        at = 0
        for match in self.grammar.joins.finditer(part):
            if self.grammar.and_in_names and len(part[at : match.start()].split()) > 1:
                following = part[match.end() :]
                rest = self.grammar.joins.search(following)
                if len((following[: rest.start()] if rest else following).split()) == 1:
                    continue  # "Ortega y Gasset"
            pieces.append(part[at : match.start()])
            at = match.end()
        pieces.append(part[at:])
        return [piece for piece in pieces if piece.strip()]

    def _is_shouted(self, part: str) -> bool:
        """Whether a part is in capitals after a name that is not."""
        last = next(reversed(self.people.values()), None)
        return last is not None and part.isupper() and not last.name.isupper() and not CJK.search(part)

    def _person(self, name: str, role: str | None, affiliation: str | None = None) -> None:
        if name.lower() in self.grammar.accounts:
            return
        if self.grammar.space_divides and CJK.search(name) and " " in name:
            for one in name.split():
                self._person(one, role, affiliation)
            return
        key = _TITLE.sub("", " ".join(name.casefold().split()))
        self.people.setdefault(key, Author(name=" ".join(name.split()), role=role, affiliation=affiliation))

    def _organisation(self, name: str, *, of_last: bool) -> None:
        name = divided(f" {name}", self.grammar.place)[0].strip()
        if not name or name.lower() in self.grammar.accounts:
            return
        self.organisations.setdefault(name.casefold(), Author(name=name))
        if of_last and self.people:
            key, last = next(reversed(self.people.items()))
            self.people[key] = evolve(last, affiliation=last.affiliation or name)

    def _describe(self, text: str) -> None:
        """What follows a name tells of its bearer: a job, else a place or a paper."""
        if not self.people:
            return
        key, last = next(reversed(self.people.items()))
        if self.grammar.job(text) or text[:1].islower():
            self.people[key] = evolve(last, role=last.role or text)
        elif last.affiliation is None:
            self.people[key] = evolve(last, affiliation=text)
