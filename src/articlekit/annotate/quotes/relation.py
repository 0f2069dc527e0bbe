"""How a mention hangs on a verb of saying, and what it is by itself."""

from __future__ import annotations

from bisect import bisect_right

from articlekit.annotate.quotes.evidence import ABOUT
from articlekit.annotate.quotes.lexicon import (
    ACCORDING,
    ACCORDING_AFTER,
    ACCORDING_CLOSE,
    ACCORDING_OPEN,
    AND,
    ARTICLE,
    CLAUSE,
    CUE,
    HE,
    HONORIFIC,
    OBJECT,
    OBLIQUE,
    OWNER,
    PARTICIPLE,
    PASSIVE,
    POSTPOSITION,
    PREPOSITION,
    PRONOUN,
    QUOTATIVE,
    QUOTE,
    ROLE,
    SHE,
    STOP,
    SUBJECT,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.mention import Kind, Mention
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.told import Told
from articlekit.annotate.quotes.words import COMMA, GLUED, STOPPED

__all__ = ["about", "form_of", "is_subject", "opens_clause", "relation", "verb_behind"]

_KINDS = {kind: ABOUT[f"kind: {kind}"] for kind in ("pronoun", "first", "relative", "name", "role")}
_NO_GENDER = ABOUT["neither he nor she"]
_FULL = ABOUT["full name"]
_BY_PLACE = ABOUT["capital only by its place"]
_SPOKE = ABOUT["spoke before"]
_PERSON = ABOUT["person"]
_TITLED = ABOUT["titled"]
_BARE = ABOUT["bare noun"]
_NO_ROLE = ABOUT["no known role"]
_MARKED = ABOUT["marked subject"]
_OBJECT = ABOUT["object pronoun"]
_OWNER = ABOUT["owner"]
_THING = ABOUT["thing"]
_BEHIND = ABOUT["behind a preposition"]
_OPENS = ABOUT["opens the clause"]
_APPOSED = ABOUT["with apposition"]
_OBLIQUE = ABOUT["oblique"]
_PLAIN = ABOUT["plain noun"]
_TITLES = TITLE | HONORIFIC
_CASE = SUBJECT | POSTPOSITION | OBJECT | CUE | QUOTE
_FAR = 99
_HELPERS = 4
"""Words between "and" and its verb, most: "and has now accused"."""


def relation(
    here: Paragraph, mention: Mention, left: int, right: int, known: Lexicon, *, after: bool
) -> tuple[str, int, int, int]:
    """How a mention hangs on a verb of saying.

    Args:
        here: The paragraph.
        mention: The mention.
        left, right: The nearest verbs of saying on both sides of it, or -1.
        known: The language's words.
        after: It stands behind the quote.

    Returns:
        The rule, the verb or -1, words of weight and mentions between them.
    """
    made = here.made
    phrase = _phrase_beside(here, mention, after=after)
    if phrase >= 0:
        return "according to", phrase, 0, 0
    if left < 0 and right < 0:
        return "no cue", -1, 0, 0
    turns = known.verb_first or known.inverts
    if left >= 0 and (_parted(made, left, mention.first) or (turns and _governed(made, mention, known))):
        left = -1
    if left >= 0 and known.verb_last and not _described(made, left, mention.first):
        left = -1
    begin = _glued_from(made, mention.first)
    left_gap = here.apart(left + 1, begin) if left >= 0 else _FAR
    right_gap = here.apart(mention.tail + 1, right) if right >= 0 else _FAR
    aside = left_gap == 0 and not after and _aside(made, left, mention)
    if left >= 0 and (left_gap < right_gap or (left_gap == 0 and (after or turns or aside))):
        turned = turns and not (known.inverts and not after and _has_subject(here, left))
        rule = "subject" if turned or aside else "inverted"
        return rule, left, left_gap, here.count(left + 1, begin)
    if right >= 0:
        return "subject", right, right_gap, here.count(mention.tail + 1, right)
    return "no cue", -1, 0, 0


def _has_subject(here: Paragraph, cue: int) -> bool:
    """A verb's subject opens the sentence, so what stands behind the verb is its object: "Berg accused the town".

    Behind "and" the subject is that of the verb before.
    """
    made = here.made
    start, _ = here.sentence(cue)
    for lead in range(cue - 1, max(start, cue - _HELPERS), -1):
        if made.gaps[lead + 1] or not made.flags[lead] & STOP:
            break
        if made.flags[lead] & AND:
            return True
    subject = next(iter(here.between(start, min(start + 1, cue))), None)
    if subject is None or here.apart(subject.tail + 1, cue) > 0 or not is_subject(made, subject):
        return False
    behind = subject.tail + 1
    parted = made.gaps[behind] & COMMA and subject.tail == subject.last  # "Berg, as Lee said, …"
    return not parted and not made.flags_of(behind, cue) & CLAUSE


def form_of(made: Skeleton, mention: Mention, cue: int, start: int) -> str:
    """What the form of a verb says about its subject."""
    if made.flags[cue] & PARTICIPLE:
        return "participle: opens the clause" if opens_clause(made, mention, start) else "participle: inside"
    return "passive" if made.flags_of(max(mention.last + 1, cue - 3), cue) & PASSIVE else ""


def about(here: Paragraph, mention: Mention, start: int, told: Told) -> int:
    """What a mention is by itself, whatever it stands by, as bits of evidence.

    Args:
        here: The paragraph.
        mention: The mention.
        start: Element with which its clause begins.
        told: What the article tells about its names.
    """
    made = here.made
    last = made.flags[mention.last]
    found = _KINDS[mention.kind]
    if mention.core is not None:
        found |= _about_name(made, mention, mention.core, told)
    elif mention.kind is Kind.ROLE:
        if not made.flags_of(mention.first, mention.last + 1) & (TITLE | ROLE):
            found |= _NO_ROLE
    elif mention.kind is Kind.PRONOUN and not last & (HE | SHE):
        found |= _NO_GENDER
    if mention.bare:
        found |= _BARE
    if mention.subject:
        found |= _MARKED
    elif mention.oblique:
        found |= _OBLIQUE
    if mention.plain:
        found |= _PLAIN
    if last & (OBJECT | OWNER | THING):
        found |= (
            (_OBJECT if last & OBJECT else 0)
            | (_OWNER if last & OWNER else 0)
            | (_THING if last & THING else 0)
        )
    if _governed(made, mention, told.known):
        found |= _BEHIND
    if opens_clause(made, mention, start):
        found |= _OPENS
    if mention.tail > mention.last and not mention.subject:
        found |= _APPOSED
    return found


def is_subject(made: Skeleton, mention: Mention) -> bool:
    """Nothing shows that a mention is no subject: it owns nothing, is no object, stands behind no preposition."""
    lead = mention.first - 1
    return (
        not mention.oblique
        and not made.flags[mention.last] & (OWNER | OBJECT)
        and not (lead >= 0 and made.flags[lead] & PREPOSITION)
    )


def opens_clause(made: Skeleton, mention: Mention, start: int) -> bool:
    """A mention stands at the head of a clause, or behind its first words and a comma."""
    away = mention.first - start
    return away == 0 or (away < 3 and bool(made.gaps[mention.first] & COMMA))


def _about_name(made: Skeleton, mention: Mention, core: tuple[int, int], told: Told) -> int:
    """What the article knows of a name."""
    first, last = core
    low = made.low[last]
    known = told.known
    found = _SPOKE if low in told.spoken else 0
    if made.low[first] in known.given:
        found |= _PERSON
    elif last > first and not known.capital_nouns:  # needs no look-up
        if not made.flags_of(first, last + 1) & THING:
            found |= _PERSON
    elif told.names.is_person(low, told.limit):
        found |= _PERSON
    if last > first:
        found |= _FULL
    elif known.capital_nouns:
        if not found and not made.flags[last] & ROLE:
            found |= _BY_PLACE
    elif known.cased:
        start = made.start[last]
        if not told.names.has_capital_inside(told.text[start : start + len(low)], told.limit):
            found |= _BY_PLACE
    if made.flags_of(mention.first, first) & TITLE or made.flags_of(last + 1, mention.last + 1) & _TITLES:
        found |= _TITLED
    return found


def verb_behind(here: Paragraph, element: int, end: int) -> int | None:
    """The verb of saying behind a quote in languages that end with the verb.

    -1 where only a particle that tells of speech stands there; None where there is neither, or the verb has a
    subject of its own before it.
    """
    made = here.made
    number = bisect_right(made.quotes, element)
    limit = min(end, made.quotes[number]) if number < len(made.quotes) else end
    cue = here.cue_from(element + 1, limit)
    if cue >= 0:
        own = any(one.subject and one.tail < cue for one in here.between(element + 1, cue))
        return None if own else cue
    told = element + 1 < limit and made.flags[element + 1] & QUOTATIVE
    return -1 if told and not (element + 2 < len(made.flags) and made.flags[element + 2] & QUOTE) else None


def _described(made: Skeleton, cue: int, first: int) -> bool:
    """A verb that describes the noun right behind it ("「…」と話す男性"), with nothing but what belongs to the noun
    between them."""
    return not any(made.gaps[cue + 1 : first + 1]) and not made.flags_of(cue + 1, first) & _CASE


def _phrase_beside(here: Paragraph, mention: Mention, *, after: bool) -> int:
    """The element of "according to" beside a mention, or -1."""
    made = here.made
    flags = made.flags
    lead, behind = mention.first - 1, mention.tail + 1
    before = flags[lead] if lead >= 0 else 0
    if before & (ACCORDING | ACCORDING_OPEN | ACCORDING_CLOSE):
        if before & ACCORDING and not made.gaps[mention.first] & STOPPED:
            return lead
        if before & ACCORDING_OPEN and _heads(here, mention):
            return lead
        if after and before & ACCORDING_CLOSE and lead > 0 and flags[lead - 1] & QUOTE:
            return lead
    if behind < len(flags) and flags[behind] & ACCORDING_AFTER and not made.gaps[behind] & STOPPED:
        return behind
    return -1


def _heads(here: Paragraph, mention: Mention) -> bool:
    """The word before a mention opens the sentence and a comma ends the phrase: "Pour Marie Berg, …"."""
    made = here.made
    start, _ = here.sentence(mention.first)
    behind = mention.tail + 1
    return mention.first - 1 == start and behind < len(made.gaps) and bool(made.gaps[behind] & COMMA)


def _glued_from(made: Skeleton, first: int) -> int:
    """Where a phrase begins that a mention is glued to for want of a space ("at the outsetNATO chief …")."""
    if not made.gaps[first] & GLUED:
        return first
    places = range(first - 1, max(-1, first - 4), -1)
    return next((place for place in places if made.flags[place] & PREPOSITION), first)


def _governed(made: Skeleton, mention: Mention, known: Lexicon) -> bool:
    """A preposition stands right before a mention, or its article shows a case that no subject has."""
    if made.flags[mention.first] & OBLIQUE and mention.kind is not Kind.PRONOUN:
        return True
    lead = mention.first - 1
    if lead < 0 or made.gaps[mention.first]:
        return False
    if known.capital_nouns and not made.flags[mention.first] & (ARTICLE | PRONOUN):
        while lead > mention.first - 3 and lead > 0 and not made.flags[lead] and not made.gaps[lead]:
            lead -= 1  # an adjective: "with great Sorrow"
    flags = made.flags[lead]
    return bool(flags & PREPOSITION) and not flags & ACCORDING


def _aside(made: Skeleton, cue: int, mention: Mention) -> bool:
    """Verb and mention stand between commas of their own: "…, warns Berg, …"."""
    behind = mention.last + 1
    return bool(made.gaps[cue] & COMMA) and behind < len(made.gaps) and bool(made.gaps[behind] & COMMA)


def _parted(made: Skeleton, cue: int, first: int) -> bool:
    """A clause of its own begins between a verb and a mention: "said that Berg …"."""
    return bool(made.flags_of(cue + 1, min(first, cue + 4)) & CLAUSE)
