"""Whom a mention means: pronouns by gender, place and recency, roles by who bears them, names by their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define

from articlekit.annotate.quotes.full_names import Name
from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CUE,
    DEFINITE,
    GENITIVE,
    HE,
    OBJECT,
    OWNER,
    PREPOSITION,
    QUOTE,
    ROLE,
    SHE,
    STOP,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.mention import Kind, Mention
from articlekit.annotate.quotes.names import Names
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.words import COMMA

__all__ = ["Reference"]

_BACK = 3
"""Paragraphs before a pronoun's own in which its person is looked for."""
_ENOUGH = 3.8
"""A score with which the search ends: a person named as the subject nearby."""
_LOOKED_AT = 24
"""Mentions of one paragraph that are looked at."""
_PER_SENTENCE, _PER_PARAGRAPH, _PER_MENTION = 0.6, 0.7, 0.15
_SUBJECT, _SPEAKER, _GENDER, _PERSON, _NO_SUBJECT, _UNSURE, _BY_PLACE = 1.5, 0.8, 0.5, 0.5, -1.5, -0.5, -1.5
_MOST_BY_NAME = 2 * _PERSON + _GENDER + _SPEAKER
"""What a name can add to the score of its place."""
_NEAR = 3.0
_MOST_BY_PLACE = _NEAR + _SUBJECT
_NOBODY, _SURE_THING = -9.0, 3.5


@define(eq=False)
class _Best:
    """The best name so far."""

    score: float
    name: str | None

    def take(self, score: float, name: str) -> None:
        """Take a better one."""
        if score > self.score:
            self.score, self.name = score, name


@define(eq=False)
class Reference:
    """Resolves the mentions of one article.

    Attributes:
        text: The article's text.
        names: Its names.
        known: The language's words.
        read: Gives the paragraphs of a block, None where it has none.
        speaker: The last speaker's name.
    """

    text: str
    names: Names
    known: Lexicon
    read: Callable[[int], Paragraph | None]
    speaker: str | None = None

    def name(self, here: Paragraph, mention: Mention, block: int) -> str | None:
        """The fullest name for a mention; None where nobody fits."""
        if mention.kind is Kind.FIRST:
            return None
        if mention.kind is Kind.RELATIVE:
            return self._antecedent(here, mention, block)
        if mention.kind is Kind.PRONOUN:
            return self._pronoun(here, mention, block)
        if mention.core is not None:
            return self._full(here, mention)
        return self._role(here, mention, block)

    def _words(self, here: Paragraph, mention: Mention) -> list[str]:
        first, last = mention.core or (mention.first, mention.last)
        made = here.made
        return [self.text[made.start[place] : made.end(place)] for place in range(first, last + 1)]

    def _full(self, here: Paragraph, mention: Mention) -> str:
        words = self._words(here, mention)
        if mention.core is None:
            return self.text[here.made.start[mention.first] : here.made.end(mention.last)]
        made, first = here.made, mention.core[0]
        gender = next(filter(None, map(self.known.honour, made.low[mention.first : first])), None)
        full = self.names.full(words, gender)
        if not self.known.cased:  # "王女士": a family name is kept with its title
            return self.text[made.start[mention.first] : made.end(mention.last)] if len(full) == 1 else full
        if full == " ".join(words):
            if self._names_place(here, mention, first):
                return self._whole(here, mention.first, mention.last)
            if made.flags[mention.last] & (ROLE | THING):
                return self._whole(here, first, mention.last)
        return full

    def _names_place(self, here: Paragraph, mention: Mention, first: int) -> bool:
        """One capitalised word tells where a body is, in languages without articles: "bolnica Brezovo"."""
        if self.known.articles or first < mention.last or self.known.lists_given(here.made.low[first]):
            return False
        before = here.made.flags_of(mention.first, first)
        return bool(before & ROLE) and not before & TITLE

    def _role(self, here: Paragraph, mention: Mention, block: int) -> str:
        """The bearer of a role, where one is named; else for "the mayor" the person spoken of; else the words."""
        made = here.made
        for one in here.between(mention.last + 1, mention.tail + 1):
            if one.core is not None and made.gaps[one.first] & COMMA:
                return self._full(here, one)  # "the head of the port, Ann Lee,"
        for place in range(mention.last, mention.first - 1, -1):
            if made.flags[place] & TITLE and (self.known.cased or mention.last - mention.first < 2):
                bearer = self.names.bearer(made.low[place])
                if bearer is not None:
                    return bearer.text
        bare = mention.first == mention.last and self.known.cased and not self.known.articles
        if (bare or made.flags[mention.first] & DEFINITE) and made.flags[mention.last] & TITLE:
            gender = self.known.honour(made.low[mention.last])
            found = self._person(here, mention, block, gender)
            if found is not None:
                return found
        first = mention.first + bool(made.flags[mention.first] & ARTICLE and mention.first < mention.last)
        if first == mention.last:
            word = self.text[made.start[first] : made.end(first)]
            full = self.names.full([word])
            if full != word:
                return full
        return self._whole(here, mention.first, mention.last)

    def _whole(self, here: Paragraph, first: int, last: int) -> str:
        """Words with what belongs to them: "the ministry of culture of Ostland"."""
        made = here.made
        size = len(made.flags)
        while last + 2 < size and made.flags[last + 1] & GENITIVE and not made.gaps[last + 1]:
            owner = next(iter(here.between(last + 1, last + 3)), None)
            plain = last + 2
            if owner is not None:
                plain = owner.last
            elif (
                made.gaps[plain] or made.flags[plain] & (STOP | CUE | QUOTE) or not made.low[plain].isalpha()
            ):
                break
            last = plain
        return self.text[made.start[first] : made.end(last)]

    def _antecedent(self, here: Paragraph, mention: Mention, block: int) -> str | None:
        """Who is meant by "who": the mention before it."""
        before = [
            one
            for one in here.last(max(0, mention.first - 20), mention.first)
            if one.kind is not Kind.RELATIVE
        ]
        near = [one for one in before if mention.first - 2 <= one.tail <= mention.first]
        found = near[0] if near else before[-1] if before else None
        return self.name(here, found, block) if found is not None else None

    def _pronoun(self, here: Paragraph, mention: Mention, block: int) -> str | None:
        flags = here.made.flags[mention.first]
        he, she = bool(flags & HE), bool(flags & SHE)
        if not he and not she:
            return self._thing(here, mention, block)
        return self._person(here, mention, block, None if he == she else "f" if she else "m")

    def _thing(self, here: Paragraph, mention: Mention, block: int) -> str | None:
        """Whom "it" or "they" mean: the last speaker, or a subject just named that is no person."""
        best = _Best(_SURE_THING, self.speaker)
        for paragraph, place, one in self._named(here, mention, block, best):
            found = self.names.find(self._words(paragraph, one))
            if found is None or not found.person:
                best.take(place + self._by_name(paragraph, one, found), self._full(paragraph, one))
        return best.name

    def _person(self, here: Paragraph, mention: Mention, block: int, gender: str | None) -> str | None:
        """The person that a pronoun's or role's place and gender point to."""
        best = _Best(_NOBODY, None)
        for paragraph, place, one in self._named(here, mention, block, best):
            found = self.names.find(self._words(paragraph, one)) if one.core is not None else None
            name = self._full(paragraph, one)
            shown = None
            if gender:
                first = name.split(" ", 1)[0].lower()
                shown = self.names.gender(found) if found is not None else self.known.gender(first)
            if (shown and shown != gender) or not self._can_be_person(name, found):
                continue
            score = place + self._by_name(paragraph, one, found)
            score += _PERSON if found is not None and found.person else _UNSURE
            score += _GENDER if shown else 0.0
            score += _SPEAKER if name == self.speaker else 0.0
            best.take(score, name)
            if score > _ENOUGH:
                break
        return best.name

    def _by_name(self, here: Paragraph, mention: Mention, found: Name | None) -> float:
        """What is known of a name says of it as a person spoken of."""
        if found is not None:
            return _PERSON if found.person else 0.0
        return _BY_PLACE if self._by_place(here, mention) else 0.0

    def _can_be_person(self, name: str, found: Name | None) -> bool:
        """Nothing shows a thing; where every noun has a capital, something shows a person."""
        if found is not None:
            return found.person is not False
        first = name.split(" ", 1)[0].lower()
        if self.known.lists_given(first):
            return True
        return (
            not self.known.capital_nouns and not self.known.meaning(name.rsplit(" ", 1)[-1].lower()) & THING
        )

    def _named(
        self, here: Paragraph, mention: Mention, block: int, best: _Best
    ) -> Iterator[tuple[Paragraph, float, Mention]]:
        """Mentions by name before a place, latest first, each with how well its place fits a later pronoun.

        Names are looked up and paragraphs read only where they can still win: ``best`` is kept up to date.
        """
        seen = 0
        for back in range(min(_BACK, block) + 1):
            most = _MOST_BY_PLACE - _PER_PARAGRAPH * back - _PER_MENTION * seen
            if most + _MOST_BY_NAME <= best.score:
                return
            paragraph = self.read(block - back) if back else here
            if paragraph is None or not paragraph.mentions:
                continue
            sentences = paragraph.made.sentence
            end = len(sentences) if back else mention.first
            sentence = sentences[min(end, len(sentences) - 1)]
            for one in reversed(paragraph.last(0, end, _LOOKED_AT)):
                if one.kind is Kind.NAME or _acts(paragraph, one):
                    away = _PER_SENTENCE * (sentence - sentences[one.first]) + _PER_PARAGRAPH * back
                    place = _NEAR - away - _PER_MENTION * seen + self._place(paragraph, one)
                    seen += 1
                    if place + _MOST_BY_NAME > best.score:
                        yield paragraph, place, one

    def _by_place(self, here: Paragraph, mention: Mention) -> bool:
        """A single word may owe its capital to the sentence it opens."""
        made = here.made
        first = mention.first
        if (
            not self.known.cased
            or mention.core != (first, first)
            or made.begins[made.sentence[first]] != first
        ):
            return False
        word = self.text[made.start[first] : made.end(first)]
        return not self.names.has_capital_inside(word, made.start[first])

    def _place(self, here: Paragraph, mention: Mention) -> float:
        """What the place of a mention in its sentence says."""
        made = here.made
        lead = mention.first - 1
        governed = lead >= 0 and made.flags[lead] & PREPOSITION
        if mention.oblique or made.flags[mention.last] & (OWNER | OBJECT) or governed:
            return _NO_SUBJECT
        start, end = here.sentence(mention.first)
        after = mention.tail + 1
        speaks = made.flags_of(after, min(after + 3, end)) & CUE
        return _SUBJECT if speaks or mention.first - start < 2 else 0.0


def _acts(here: Paragraph, mention: Mention) -> bool:
    """A role marked as the subject: somebody unnamed whom a pronoun may mean."""
    return mention.kind is Kind.ROLE and mention.subject and not here.made.flags[mention.last] & THING
