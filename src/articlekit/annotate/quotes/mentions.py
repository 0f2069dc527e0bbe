"""Mentions: the words of a skeleton that can name a speaker (names, pronouns, roles), found in one pass."""

from __future__ import annotations

from articlekit.annotate.quotes.caseless import find_caseless
from articlekit.annotate.quotes.given_names import given_names
from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CAPITAL,
    CUE,
    FIRST,
    NOUN,
    OBJECT,
    OWNER,
    PARTICLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    THING,
    THIRD,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.mention import HARD, Kind, Mention, beside_cues, goes_on, hang
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.words import COMMA

__all__ = ["find_mentions"]

_MAY_NAME = CAPITAL | PRONOUN | POSSESSIVE | ARTICLE | TITLE | ROLE
_LONGEST = 6


def find_mentions(made: Skeleton, known: Lexicon) -> list[Mention]:
    """The mentions of a skeleton in order, none overlapping."""
    if not known.cased:
        return find_caseless(made, known)
    found: list[Mention] = []
    index, size = 0, len(made.flags)
    while index < size:
        if not made.flags[index] & _MAY_NAME:
            index += 1
            continue
        mention = _mention_at(made, index, known)
        if mention is None:
            index += 1
        else:
            found.append(mention)
            index = mention.last + 1
    found = _merged(made, beside_cues(made, found))
    if known.inverts:
        found = _without_objects(made, found)
    hang(made, found)
    return found


def _without_objects(made: Skeleton, found: list[Mention]) -> list[Mention]:
    """Leave out pronouns that are a verb's object before its subject: "odporuje mu Jana", "lui répond Jeanne"."""
    kept: list[Mention] = []
    for number, mention in enumerate(found):
        place = mention.first
        if made.flags[place] & OBJECT and mention.last == place and number + 1 < len(found):
            subject = found[number + 1].first
            if made.gaps[subject] == 0 and _is_object(made, place, subject):
                made.flags[place] |= STOP
                continue
        kept.append(mention)
    return kept


def _is_object(made: Skeleton, place: int, subject: int) -> bool:
    """Verb, pronoun and subject stand side by side, or pronoun, verb and subject."""
    flags = made.flags
    if subject == place + 1:
        return place > 0 and bool(flags[place - 1] & CUE) and not made.gaps[place]
    return subject == place + 2 and bool(flags[place + 1] & CUE) and not made.gaps[place + 1]


def _merged(made: Skeleton, found: list[Mention]) -> list[Mention]:
    """A role and the name or role that belongs to it are one mention."""
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if before is not None and _belongs(made, before, mention):
            kept[-1] = Mention(before.first, mention.last, mention.kind, mention.core, mention.last)
        else:
            kept.append(mention)
    return kept


def _belongs(made: Skeleton, role: Mention, name: Mention) -> bool:
    """One mention goes on in the next.

    As an owner ("Harbour Union's chief executive"), as what a title belongs to ("Harbour Union secretary Ann
    Lee"), as a title in two parts ("secretary of state Ann Lee"), in apposition ("another villager, Ann Lee").
    """
    flags = made.flags
    adjacent = name.first == role.last + 1
    titled = name.core is not None and name.core[0] > name.first
    if adjacent and not made.gaps[name.first] and flags[name.first] & (TITLE | ROLE):
        return bool(flags[role.last] & OWNER) or (titled and not flags[role.last] & PRONOUN)
    if role.kind is not Kind.ROLE or name.core is None or name.core[1] == name.core[0]:
        return False
    if name.first == role.last + 2 and flags[role.last + 1] & PREPOSITION:
        known = any(flag & TITLE for flag in flags[role.first : role.last + 1])
        return titled and known and not made.gaps[role.last + 1] and not made.gaps[name.first]
    governed = role.first > 0 and flags[role.first - 1] & PREPOSITION
    closed = name.last + 1 < len(flags) and made.gaps[name.last + 1] & COMMA
    known = any(flag & (TITLE | ROLE) for flag in flags[role.first : role.last + 1])
    return adjacent and made.gaps[name.first] == COMMA and not governed and (known or bool(closed))


def _mention_at(made: Skeleton, index: int, known: Lexicon) -> Mention | None:
    flags = made.flags[index]
    if flags & QUOTE:
        return None
    noun = known.capital_nouns or (index + 1 < len(made.flags) and not made.flags[index + 1] & CAPITAL)
    if flags & POSSESSIVE and goes_on(made, index + 1) and noun:
        owned = _phrase(made, index, known)
        if owned is not None or not flags & PRONOUN:
            return owned  # else the words are a person's own: "по его словам"
    if flags & THIRD and flags & ARTICLE and goes_on(made, index + 1) and not made.flags[index + 1] & HARD:
        return _phrase(made, index, known)
    if flags & PRONOUN and not (flags & RELATIVE and flags & (ARTICLE | STOP) and not _relates(made, index)):
        kind = Kind.RELATIVE if flags & RELATIVE else Kind.FIRST if flags & FIRST else Kind.PRONOUN
        return Mention(index, index, kind, tail=index)
    if flags & ARTICLE:
        return _phrase(made, index, known)
    if flags & (TITLE | ROLE) and (not flags & CAPITAL or _opens_bare(made, index, known)):
        return _phrase(made, index, known)
    if (
        flags & CAPITAL
        and not flags & (STOP | PREPOSITION)
        and not (flags & CUE and not goes_on(made, index + 1))
    ):
        return _name(made, index, index, known)
    return None


def _opens_bare(made: Skeleton, index: int, known: Lexicon) -> bool:
    """A role with a capital, in a language without articles: at the head of a sentence, or before what it is
    the role of ("Ministarstvo prometa")."""
    if known.articles or known.capital_nouns or not known.cased:
        return False
    if index == 0 or made.sentence[index] != made.sentence[index - 1]:
        return True
    return goes_on(made, index + 1) and not made.flags[index + 1] & (HARD | CAPITAL)


def _relates(made: Skeleton, index: int) -> bool:
    """A relative pronoun rather than an article: behind a comma, and no noun follows."""
    if not made.gaps[index] & COMMA:
        return False
    return not goes_on(made, index + 1) or bool(made.flags[index + 1] & (HARD | PARTICLE))


def _name(made: Skeleton, start: int, index: int, known: Lexicon) -> Mention:
    """A run of capitalised words, particles inside, from ``index`` on; ``start`` takes in what led to it."""
    flags = made.flags
    last = index
    while not flags[last] & OWNER and goes_on(made, last + 1):
        following = last + 1
        if flags[following] & CAPITAL:
            last = following
        elif flags[following] & PARTICLE and _particles_end(made, following, known):
            last = _particles_end(made, following, known)
        else:
            break
    core_first = index
    for place in range(index, last + 1):
        if flags[place] & TITLE and not (place > index and _leads_surname(made, place - 1)):
            core_first = place + 1
    if known.capital_nouns:
        given = (place for place in range(core_first, last) if made.low[place] in given_names())
        core_first = next(given, core_first)  # "Werftbesitzer Jon Berg"
    if core_first > last:
        return Mention(start, last, Kind.ROLE, tail=last)
    if core_first > index and last - core_first > 1:
        core_first += known.person_at(made.low[core_first : last + 1])
    return Mention(start, last, Kind.NAME, (core_first, last), last)


def _leads_surname(made: Skeleton, place: int) -> bool:
    """What follows a word inside a name is a surname, be it a title too: "Ann Judge", "Jan de Koning"."""
    return bool(made.flags[place] & PARTICLE) or made.low[place] in given_names()


def _particles_end(made: Skeleton, index: int, known: Lexicon) -> int:
    """The capitalised word that one to three particles lead to; 0 where none does.

    Where every noun has a capital, a particle that is an article too opens a noun phrase ("Sprecher der Polizei").
    """
    if known.capital_nouns and made.flags[index] & ARTICLE:
        return 0
    for place in range(index, min(index + 4, len(made.flags))):
        if not goes_on(made, place):
            return 0
        if made.flags[place] & CAPITAL:
            return place
        if not made.flags[place] & PARTICLE:
            return 0
    return 0


def _phrase(made: Skeleton, index: int, known: Lexicon) -> Mention | None:
    """A noun phrase from an article, a possessive or a role on: "the Ohio senator", "spokesman Jon Berg"."""
    flags = made.flags
    place = index if flags[index] & (TITLE | ROLE) else index + 1
    last = index if place == index else -1
    capital = -1
    while place < len(flags) and place - index < _LONGEST and (place == index or goes_on(made, place)):
        here = flags[place]
        if here & CAPITAL and not here & (STOP | ARTICLE) and (place != index or not here & (TITLE | ROLE)):
            name = _name(made, place, place, known)
            capital = place if name.core and capital < 0 else capital
            last = place = name.last
            if flags[last] & OWNER:
                break
        elif (capital >= 0 and not here & (TITLE | ROLE | NOUN)) or _ends_phrase(made, index, place, known):
            break
        else:
            last = place
            if here & OWNER:
                break
        place += 1
    if last < 0:
        return None
    return _phrased(made, index, last, capital, known)


def _ends_phrase(made: Skeleton, index: int, place: int, known: Lexicon) -> bool:
    """A word is no part of the noun phrase from ``index`` on: a small word, a verb, or behind the head."""
    here = made.flags[place]
    if here & HARD:
        return not (here & CUE and here & (NOUN | TITLE | ROLE) and place == index + 1)
    if place == index or here & (TITLE | ROLE):
        return False
    headed = known.head_last and bool(made.flags[place - 1] & (TITLE | ROLE))
    return headed or (bool(known.finite) and made.low[place].endswith(known.finite))


def _phrased(made: Skeleton, index: int, last: int, capital: int, known: Lexicon) -> Mention:
    """Whether a phrase names someone: its last word is a name's, or only a noun's."""
    flags = made.flags
    if not flags[last] & CAPITAL or capital < 0:
        return Mention(index, last, Kind.ROLE, tail=last)
    core = last
    while (
        core - 1 > index and flags[core - 1] & (CAPITAL | PARTICLE) and not flags[core - 1] & (TITLE | OWNER)
    ):
        core -= 1
    while core < last and not flags[core] & CAPITAL:
        core += 1
    belongs = (
        core == last and flags[last] & THING and any(flag & (TITLE | ROLE) for flag in flags[index:last])
    )
    if flags[last] & TITLE or (known.capital_nouns and core == last) or belongs:
        return Mention(index, last, Kind.ROLE, tail=last)
    if last - core > 1 and any(flag & (TITLE | ROLE) for flag in flags[index:core]):
        core += known.person_at(made.low[core : last + 1])
    return Mention(index, last, Kind.NAME, (core, last), last)
