"""Mentions in scripts without capitals: noun phrases told by titles, given names, particles and verbs beside them.

A *run* is a stretch of words none of which is a verb, a particle or another small word. What it is, is told by the
words in it (a title, a role, a given name) and beside it: a particle that marks the subject (Japanese, Korean,
Hindi), a verb of saying (Chinese, Thai, Arabic, Hebrew), "according to".
"""

from __future__ import annotations

from articlekit.annotate.quotes.letters import JOINED
from articlekit.annotate.quotes.lexicon import (
    ACCORDING,
    ACCORDING_AFTER,
    ARTICLE,
    CUE,
    FIRST,
    HONORIFIC,
    LINK,
    OBJECT,
    OWNER,
    PARTICLE,
    POSTPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    SUBJECT,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.mention import HARD, Kind, Mention, beside_cues, goes_on, hang
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.words import COMMA, DASH, OPENED, PAREN, STOPPED

__all__ = ["find_caseless"]

_PERSON = TITLE | ROLE | HONORIFIC
_NO_NOUN = HARD | LINK | SUBJECT | ACCORDING | ACCORDING_AFTER
_LONGEST = 8
_LONGEST_NAME = 4
_BRACKET = 6


def find_caseless(made: Skeleton, known: Lexicon) -> list[Mention]:
    """The mentions of a skeleton in order, none overlapping."""
    found: list[Mention] = []
    index, size = 0, len(made.flags)
    while index < size:
        if _is_pronoun(made, index, known):
            mention = _pronoun(made, index)
            found.append(mention)
            _mark(made, mention, index + 1)
            index = mention.tail + 1
        elif _is_noun(made, index, known) or made.flags[index] & (ARTICLE | PRONOUN):
            last, behind = _run(made, index, known)
            mention_or_none = _mention(made, index, last, behind, known)
            if mention_or_none is not None:
                found.append(mention_or_none)
            index = max(last, behind - 1, mention_or_none.tail if mention_or_none else 0) + 1
        else:
            index += 1
    if not known.marks_subject:
        found = [_named(made, one, known) for one in beside_cues(made, found)]
    if not known.verb_last:
        hang(made, [one for one in found if not one.subject])
    return found


def _is_pronoun(made: Skeleton, index: int, known: Lexicon) -> bool:
    """A pronoun rather than a determiner ("그 남성"): marked where particles are glued to their words."""
    flags = made.flags[index]
    if not flags & PRONOUN or flags & (QUOTE | _PERSON) or _owns(made, index):
        return False
    return (
        not known.script.endings or bool(flags & (SUBJECT | OBJECT)) or not _is_noun(made, index + 1, known)
    )


def _owns(made: Skeleton, index: int) -> bool:
    """A genitive stands behind a word, and a noun behind that: 同大の学生."""
    return goes_on(made, index + 1) and bool(made.flags[index + 1] & LINK) and goes_on(made, index + 2)


def _pronoun(made: Skeleton, index: int) -> Mention:
    flags = made.flags[index]
    kind = Kind.RELATIVE if flags & RELATIVE else Kind.FIRST if flags & FIRST else Kind.PRONOUN
    return Mention(index, index, kind, tail=index)


def _is_noun(made: Skeleton, index: int, known: Lexicon) -> bool:
    """A word that can be part of a noun phrase: a title or role, or one that nothing is known of."""
    if index >= len(made.flags):
        return False
    flags = made.flags[index]
    if flags & (QUOTE | CUE):
        return False
    if flags & _PERSON:
        return True
    if flags & (_NO_NOUN & ~SUBJECT) or (flags & SUBJECT and not known.script.endings):
        return False
    if made.low[index][0].isdigit():
        return _owns(made, index)
    if known.script.kana and "ぁ" <= made.low[index][-1] <= "ゖ":
        return goes_on(made, index + 1) and bool(made.flags[index + 1] & HONORIFIC)
    return True


def _run(made: Skeleton, first: int, known: Lexicon) -> tuple[int, int]:
    """The last element of the run that begins at an element, and the first behind it and its bracket."""
    last = first
    while last - first < _LONGEST:
        if made.flags[last] & (SUBJECT | OBJECT):
            return last, last + 1  # a glued particle ends it
        behind = last + 1
        if goes_on(made, behind) and made.flags[behind] & LINK and goes_on(made, behind + 1):
            behind += 1
        bracket = _past_bracket(made, last + 1)
        if bracket > last + 1 and bracket < len(made.flags) and made.flags[bracket] & (HONORIFIC | TITLE):
            last = bracket  # "박영호(61)씨"
        elif goes_on(made, behind) and (_is_noun(made, behind, known) or _determines(made, behind, known)):
            last = behind
        else:
            break
    return last, _past_bracket(made, last + 1)


def _determines(made: Skeleton, index: int, known: Lexicon) -> bool:
    """An article inside a noun phrase ("국민의힘 한 중진 의원")."""
    return bool(made.flags[index] & ARTICLE) and not _is_pronoun(made, index, known)


def _past_bracket(made: Skeleton, index: int) -> int:
    """The first element behind a bracket that opens before an element; the element itself where none does."""
    if index < len(made.flags) and made.gaps[index] & OPENED and not made.flags[index] & QUOTE:
        for place in range(index + 1, min(index + _BRACKET, len(made.flags))):
            if made.gaps[place] & PAREN:
                return place
            if made.flags[place] & QUOTE:
                break
    return index


def _mention(made: Skeleton, first: int, last: int, behind: int, known: Lexicon) -> Mention | None:
    """What a run names; None where nothing shows that it names a speaker."""
    head = _head(made, first, last)
    core = _core(made, head, last, known)
    if core is not None:
        begin = core[0] if known.titles_behind else _title_before(made, core[0], head)
        if not known.titles_behind and not made.flags_of(core[1] + 1, last + 1) & (_PERSON | SUBJECT):
            last, behind = core[1], behind if core[1] == last else core[1] + 1
        mention = Mention(begin, last, Kind.NAME, core, last)
    else:
        mention = Mention(max(first, last - _LONGEST), last, Kind.ROLE, tail=last)
    _mark(made, mention, behind)
    if core is not None or (mention.subject and _named(made, mention, known).core is not None):
        return _named(made, mention, known)
    told = any(flags & (TITLE | ROLE) for flags in made.flags[first : last + 1])
    shown = told or mention.subject or _by_according(made, mention) or _placed(made, mention, known)
    if mention.oblique or not shown:
        return None
    return mention if told else _named(made, mention, known)


def _head(made: Skeleton, first: int, last: int) -> int:
    """First element of the run's last part, behind the last genitive."""
    for place in range(last, first, -1):
        if made.flags[place - 1] & (LINK | OWNER) and not made.flags[place - 1] & _PERSON:
            return place
    return first


def _core(made: Skeleton, first: int, last: int, known: Lexicon) -> tuple[int, int] | None:
    """The name in a run that has a title, an honorific or a given name."""
    behind = _before_title(made, first, last, known)
    flags = made.flags
    if (
        behind is None
        and known.script.endings
        and last > first
        and flags[last - 1] & TITLE
        and _may_name(made, last, known)
    ):
        return last, last  # "가수 한별"
    if behind is not None or known.titles_behind:
        return behind
    begin = next((at for at in range(first, last + 1) if made.low[at] in known.given), -1)
    if begin < 0:
        titles = [at for at in range(first, last + 1) if flags[at] & TITLE]
        begin = titles[-1] + 1 if titles else last + 1
        while begin <= last and _is_thing(made, begin, known):
            begin += 1
    end = begin
    while end <= last and end - begin < _LONGEST_NAME and not flags[end] & (_PERSON | ARTICLE):
        if end - begin > 1 and _is_definite(made, end, known):
            break  # "فادي خوري القرار": what follows a name of two words is another noun
        end += 1
    if end == begin or (known.script.surnames and end - begin > 1):
        return None
    return begin, _name_end(made, begin, end, known) - 1


def _name_end(made: Skeleton, begin: int, end: int, known: Lexicon) -> int:
    """Where a name ends in a run that goes on: behind two words, more where particles and given names are among
    them; where a particle marks the subject, or its verb stands before it, the run tells."""
    if known.marks_subject or (known.verb_first and end - begin < _LONGEST_NAME):
        return end
    stop = begin + 2
    while stop < end and (made.flags[stop - 1] & PARTICLE or made.low[stop - 1] in known.given):
        stop += 1
    return min(stop, end)


def _is_definite(made: Skeleton, index: int, known: Lexicon) -> bool:
    """An article is glued to a word, and no small word of a name stands before it."""
    return made.low[index].startswith(known.script.definite) and not made.flags[index - 1] & PARTICLE


def _before_title(made: Skeleton, first: int, last: int, known: Lexicon) -> tuple[int, int] | None:
    """The name before a title or honorific, in languages where it stands there."""
    family = bool(known.script.endings) and made.low[first] in known.script.surnames
    if family and last > first and made.flags[first] & ARTICLE and made.flags[first + 1] & TITLE:
        return first, first  # "한 대표": the family name, not "one"
    wanted = HONORIFIC | (TITLE if known.titles_behind or known.script.surnames else 0)
    title = next((at for at in range(last, first, -1) if made.flags[at] & wanted), -1)
    if title < 0:
        return None
    stop = title
    if made.gaps[title] & PAREN:  # "尹錫悦（ユンソンニョル）大統領"
        stop = next((at for at in range(title - 1, first, -1) if made.gaps[at] & OPENED), title)
    before = [at for at in range(first, stop) if _may_name(made, at, known)]
    if known.script.surnames:
        shaped = [at for at in before if _has_surname(made.low[at], known)]
        if shaped and (known.titles_behind or shaped[-1] == stop - 1):
            return (shaped[-1], shaped[-1]) if shaped[-1] == stop - 1 else (shaped[0], shaped[0])
        if not known.titles_behind:
            return None
    end = stop - 1
    while end >= first and made.flags[end] & (TITLE | ROLE):
        end -= 1
    begin = end
    while begin - 1 in before and not known.script.kana and end - begin < _LONGEST_NAME - 1:
        begin -= 1
    return (begin, end) if end in before else None


def _may_name(made: Skeleton, index: int, known: Lexicon) -> bool:
    flags = made.flags[index]
    return not flags & (_PERSON | ARTICLE | LINK | OWNER | OBJECT) and not _is_thing(made, index, known)


def _has_surname(low: str, known: Lexicon) -> bool:
    """A family name of the closed set, alone or with one or two signs behind it."""
    return (len(low) < 4 and low[:1] in known.script.surnames) or (
        len(low) == 4 and low[:2] in known.script.surnames
    )


def _is_thing(made: Skeleton, index: int, known: Lexicon) -> bool:
    """A word for a thing: known as one, or by its ending."""
    low = made.low[index]
    if made.flags[index] & THING:
        return True
    if len(low) < 4 and _has_surname(low, known):
        return False
    return any(low.endswith(ending) and len(low) > len(ending) + 1 for ending in known.script.thing_endings)


def _title_before(made: Skeleton, index: int, first: int) -> int:
    """Where the titles begin that stand before a name."""
    titles = [at for at in range(first, index) if made.flags[at] & (TITLE | HONORIFIC)]
    return titles[0] if titles else index


def _named(made: Skeleton, mention: Mention, known: Lexicon) -> Mention:
    """A mention of unknown words only is taken for a name where its shape allows."""
    if mention.core is not None or mention.kind is not Kind.ROLE:
        return mention
    places = range(mention.first, mention.last + 1)
    plain = all(
        not made.flags[at] & (_PERSON | ARTICLE | LINK | OWNER) and not _is_thing(made, at, known)
        for at in places
    )
    if (
        plain
        and len(places) < _LONGEST_NAME
        and (len(places) == 1 or (known.spaced and not known.script.endings))
        and made.low[mention.first][0].isalpha()
    ):
        mention.kind, mention.core = Kind.NAME, (mention.first, mention.last)
        low = made.low[mention.first]
        shaped = len(low) > 1 + bool(known.script.endings) and _has_surname(low, known)
        mention.bare = False
        mention.plain = len(places) == 1 and not (JOINED.search(low) or shaped)
    return mention


def _mark(made: Skeleton, mention: Mention, behind: int) -> None:
    """Note what the particle behind a mention, or glued to it, says of its case."""
    flags = made.flags[mention.last]
    if behind < len(made.flags) and made.flags[behind] & ACCORDING_AFTER:
        mention.tail = behind - 1
        return
    if flags & SUBJECT:
        mention.subject = True
    elif flags & (OBJECT | OWNER):
        mention.oblique = True
    elif behind < len(made.flags) and (not made.gaps[behind] or behind > mention.last + 1):
        if made.flags[behind] & SUBJECT:
            mention.subject, mention.tail = True, behind
        elif made.flags[behind] & (POSTPOSITION | LINK):
            mention.oblique, mention.tail = True, behind


def _placed(made: Skeleton, mention: Mention, known: Lexicon) -> bool:
    """A name by its place: it signs a quote, or opens a clause and has the shape of a name."""
    first, last = mention.first, mention.last
    if first and made.flags[first - 1] & QUOTE and made.gaps[first] & DASH and last + 1 == len(made.flags):
        return True
    if known.marks_subject:
        return False
    opens = first == 0 or bool(made.gaps[first] & (STOPPED | COMMA))
    return opens and first == last and 1 < len(made.low[first]) < 4 and _has_surname(made.low[first], known)


def _by_according(made: Skeleton, mention: Mention) -> bool:
    """ "According to" stands before or behind a mention."""
    behind = mention.tail + 1
    before = mention.first > 0 and made.flags[mention.first - 1] & ACCORDING
    return bool(before or (behind < len(made.flags) and made.flags[behind] & ACCORDING_AFTER))
