"""A mention: words of a skeleton that can name a speaker, with what every script shares in finding them."""

from __future__ import annotations

from attrs import define

from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CAPITAL,
    CUE,
    GENITIVE,
    POSTPOSITION,
    PREPOSITION,
    PRONOUN,
    QUOTATIVE,
    QUOTE,
    STOP,
    SUBJECT,
    TERM,
)
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.words import COLON, COMMA, PAREN, STOPPED

__all__ = ["HARD", "Kind", "Mention", "beside_cues", "goes_on", "hang"]

HARD = STOP | CUE | PRONOUN | PREPOSITION | POSTPOSITION | QUOTATIVE | QUOTE | ARTICLE | TERM
"""What no noun phrase goes over."""
_APPOSITION = 16


class Kind:
    """What a mention is; plain strings, for they are compared all the time."""

    PRONOUN = "pronoun"
    FIRST = "first"
    RELATIVE = "relative"
    NAME = "name"
    ROLE = "role"


@define(eq=False)
class Mention:
    """Elements ``first`` to ``last`` (inclusive) of a skeleton that can name a speaker.

    Attributes:
        core: First and last element of the name proper, without titles; None where it has no name.
        tail: Last element of what hangs on it: "of the city", "(Ohio)", ", 41,".
        bare: Found only because it stands by a verb of saying.
        subject: A particle or ending marks it as the subject.
        oblique: A particle or ending marks it as no subject.
        plain: A single word of which nothing shows that it is a name.
    """

    first: int
    last: int
    kind: str
    core: tuple[int, int] | None = None
    tail: int = -1
    bare: bool = False
    subject: bool = False
    oblique: bool = False
    plain: bool = False


def goes_on(made: Skeleton, index: int) -> bool:
    """The element is a word right behind the one before, nothing between."""
    return index < len(made.flags) and not made.gaps[index] and not made.flags[index] & QUOTE


def beside_cues(made: Skeleton, found: list[Mention]) -> list[Mention]:
    """Add the plain nouns that stand right before or behind a verb of saying: "critics say", "said officials"."""
    taken = [False] * (len(made.flags) + 1)
    for mention in found:
        for place in range(mention.first, mention.last + 1):
            taken[place] = True
    more: list[Mention] = []
    for cue, flags in enumerate(made.flags):
        if not flags & CUE or taken[cue]:
            continue
        for plain in (_left_of(made, cue, taken), _right_of(made, cue, taken)):
            if plain is not None:
                more.append(plain)
                for place in range(plain.first, plain.last + 1):
                    taken[place] = True
    return sorted([*found, *more], key=lambda one: one.first) if more else found


def _left_of(made: Skeleton, cue: int, taken: list[bool]) -> Mention | None:
    last = cue - 1
    while last >= 0 and made.flags[last] & STOP and not taken[last] and goes_on(made, last + 1):
        last -= 1
    first = last + 1
    while first > 0 and last - first < 3 and not taken[first - 1]:
        if made.flags[first - 1] & HARD or (first <= last and not goes_on(made, first)):
            break
        first -= 1
    if first > last or not goes_on(made, last + 1):
        return None
    return Mention(first, last, Kind.ROLE, tail=last, bare=True)


def _right_of(made: Skeleton, cue: int, taken: list[bool]) -> Mention | None:
    first = cue + 1
    last = first - 1
    while last - first < 3 and goes_on(made, last + 1) and not taken[last + 1]:
        if made.flags[last + 1] & HARD:
            break
        last += 1
        if made.flags[last] & SUBJECT:
            break
    return Mention(first, last, Kind.ROLE, tail=last, bare=True) if last >= first else None


def hang(made: Skeleton, found: list[Mention]) -> None:
    """Note how far what hangs on each mention goes, from the last one to the first."""
    size = len(made.flags)
    for number in range(len(found) - 1, -1, -1):
        mention = found[number]
        following = found[number + 1] if number + 1 < len(found) else None
        after = mention.last + 1
        hangs = PREPOSITION if mention.kind is not Kind.ROLE else PREPOSITION | GENITIVE
        if following is not None and goes_on(made, after):
            begin = after + bool(made.flags[after] & PREPOSITION)
            if made.flags[after] & hangs and following.first == begin and not made.gaps[begin]:
                mention.tail = following.tail
            elif made.flags[after] & GENITIVE and _plain(made, after + 1):
                mention.tail = after + 1 + _plain(made, after + 2)
        end = mention.tail + 1
        if end < size and made.gaps[end] & (COMMA | PAREN) and not made.flags[end] & QUOTE:
            mention.tail = (
                _apposed(made, end) or _named_last(made, mention, end, found, number) or mention.tail
            )


def _plain(made: Skeleton, index: int) -> bool:
    """A word of no special meaning right behind the one before: "of (the) company"."""
    return goes_on(made, index) and not made.flags[index] & (HARD | CAPITAL)


def _named_last(made: Skeleton, role: Mention, start: int, found: list[Mention], number: int) -> int:
    """Last element of a full name behind a role's comma that a colon or stop ends; 0 for none.

    "the head of the port, Ann Lee: …"
    """
    name = next((one for one in found[number + 1 : number + 4] if one.first == start), None)
    if role.kind is not Kind.ROLE or name is None or name.core is None or name.core[0] == name.core[1]:
        return 0
    after = name.last + 1
    ended = (
        made.gaps[after] & (COLON | STOPPED) if after < len(made.flags) else made.closing & (COLON | STOPPED)
    )
    return name.last if ended else 0


def _apposed(made: Skeleton, start: int) -> int:
    """Last element of an insertion between commas or brackets that holds no verb of saying; 0 for none."""
    bit = made.gaps[start] & (COMMA | PAREN)
    for place in range(start, min(start + _APPOSITION, len(made.flags))):
        if place > start and made.gaps[place] & bit:
            return place - 1 if not made.flags[place] & QUOTE or bit & PAREN else 0
        if (made.gaps[place] & STOPPED and place > start) or made.flags[place] & (QUOTE | CUE):
            return 0
    return 0
