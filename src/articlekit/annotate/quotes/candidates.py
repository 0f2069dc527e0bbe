"""Whose words a quote holds: the possible speakers around it, each with the facts that speak for it.

Candidates are the mentions in the quote's sentence and the one before, in the sentence that leads up to it
from the paragraph before, the speaker running on from the quote before, and nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from attrs import define

from articlekit.annotate.quotes.evidence import ABOUT, COUNTS, Fact, bucket
from articlekit.annotate.quotes.lexicon import CLAUSE, PARTICIPLE, PREPOSITION, QUOTATIVE, QUOTE, TOPIC
from articlekit.annotate.quotes.mention import Kind, Mention
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.relation import about, form_of, is_subject, relation, verb_behind
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.told import Told
from articlekit.annotate.quotes.words import COLON, COMMA, DASH, PAREN
from articlekit.model import Speaker

__all__ = ["Candidate", "Running", "candidates"]

_CLEAR = frozenset(
    [("before", "subject", 0, (0, 0, 0, True, ""), colon, False) for colon in (False, True)]
    + [
        ("after", rule, 0, joint, (0, 0, 0, True), clause, False)
        for rule in ("subject", "inverted")
        for joint in ("tail 0", "tail 1")
        for clause in ("", "clause", "closing clause")
    ]
)
_UNLIKELY = sum(
    ABOUT[name]
    for name in (
        "bare noun",
        "no known role",
        "object pronoun",
        "owner",
        "thing",
        "behind a preposition",
        "kind: first",
    )
)
_REACH = 70
"""Words from a quote within which a mention in its sentence is looked at."""


@define(eq=False)
class Candidate:
    """One possible speaker and what speaks for it.

    Attributes:
        rule: The kind of evidence, for ``Quote.evidence``.
        facts: What is weighed.
        mention: The words, in ``paragraph``; None for the running speaker and for nobody.
        cue: Element of its verb of saying, or -1.
        running: It is the speaker of the quote before.
    """

    rule: str
    facts: tuple[Fact, ...]
    mention: Mention | None = None
    paragraph: Paragraph | None = None
    cue: int = -1
    running: bool = False


@define(eq=False)
class Running:
    """The speaker of the quote before, as a candidate sees it.

    Attributes:
        block: Index of the block of that quote.
        sentence: Its sentence in that block.
        mention: The mention that named the speaker, if it stands in the same paragraph.
        speaker: Who that is.
    """

    block: int
    sentence: int
    mention: Mention | None
    speaker: Speaker

    @property
    def last(self) -> str:
        """The last word of the speaker's name in lower case."""
        return (self.speaker.name or "").rsplit(" ", 1)[-1].lower()


def candidates(
    here: Paragraph,
    number: int,
    block: int,
    lead: Callable[[], Paragraph | None] | None,
    running: Running | None,
    told: Told,
    *,
    heading: bool,
) -> list[Candidate]:
    """All possible speakers of a quote; the last of them is nobody.

    Args:
        here: The quote's paragraph.
        number: Which of its quotes it is.
        block: Index of its block.
        lead: Reads the paragraph before, where its last sentence can lead up to this quote.
        running: The speaker of the quote before.
        told: What is known of the article's names.
        heading: The quote stands in a heading, where nobody's words run on.
    """
    element = here.made.quotes[number]
    start, end = here.sentence(element)
    found = _before(here, element, start, end, told)
    found += _after(here, element, here.made.tails[number], end, told, heading=heading)
    own = len(found)
    alone = _dropped(here, element, start, end) if told.known.drops_subject else -1
    context = _context(end - start - 1, alone, any(one.cue >= 0 for one in found))
    clear = any(_is_clear(one) for one in found)
    if clear:
        for one in found:
            if one.rule.endswith("according to"):
                one.facts += (("passed on",),)  # “…,” Berg said, according to the paper
    if heading or clear:
        running = None
    elif start > 0:
        found += _earlier(here, start, context, running)
    before = None
    if not clear and not heading and start == 0 and lead is not None and (before := lead()) is not None:
        found += _lead(before, context, running)
    if running is not None:
        found.append(_running(here, element, start, block, running, context, before))
    if alone >= 0:
        for one in found[own:]:
            if one.cue < 0 and one.paragraph in (here, None):
                one.cue, one.paragraph = alone, here
    found.append(Candidate("none", (("none", context, running is not None),)))
    return found


def _is_clear(candidate: Candidate) -> bool:
    """Someone right beside a verb of saying that stands right beside the quote: nobody else need be looked for."""
    place, (_, bits), *_ = candidate.facts
    return place in _CLEAR and not bits & _UNLIKELY


def _context(words: int, alone: int, has_cue: bool) -> str:
    """What else a quote's sentence holds: nothing or no subject, a verb of saying with someone beside it, words."""
    if words == 0 or alone >= 0:
        return "bare"
    return "cue" if has_cue else "words"


def _dropped(here: Paragraph, element: int, start: int, end: int) -> int:
    """The quote's own verb of saying, where it has no subject beside it ("…, señaló."); else -1."""
    made = here.made
    cue = here.cue_from(element + 1, min(end, element + 4))
    if cue < 0:
        cue = here.cue_to(start, element)
    if cue < 0:
        return -1
    beside = here.between(max(start, cue - 12), min(end, cue + 3))
    has_subject = any(
        0 <= here.apart(one.tail + 1, cue) + (one.tail >= cue) * 9 < 1
        or (
            one.first > cue
            and not made.gaps[one.first]
            and not made.flags[one.first - 1] & (PREPOSITION | CLAUSE)
        )
        for one in beside
    )
    return -1 if has_subject else cue


def _before(here: Paragraph, element: int, start: int, end: int, told: Told) -> list[Candidate]:
    """Mentions that stand before the quote in its sentence."""
    found: list[Candidate] = []
    if element == start:
        return found
    made = here.made
    last = here.cue_to(start, element)
    colon = bool(made.gaps[element] & COLON)
    behind = _verb_last(here, element, last, end) if told.known.verb_last else None
    for mention in here.last(max(start, element - _REACH), element):
        left = here.cue_to(start, mention.first)
        right = here.cue_from(mention.tail + 1, element)
        rule, cue, gap, between = relation(here, mention, left, right, told.known, after=False)
        if behind is not None and rule != "according to" and not mention.oblique:
            around = _around(here, mention, element, behind)
            facts: tuple[Fact, ...] = around, ("about", about(here, mention, start, told))
            found.append(Candidate("before, around", facts, mention, here, behind))
            continue
        verb: Fact | None = None
        if cue >= 0 and rule != "according to":
            form = form_of(made, mention, cue, start) if rule == "subject" else ""
            verb = bucket(gap), min(between, 2), bucket(here.apart(cue + 1, element)), cue == last, form
            if rule == "subject" and made.flags[last] & PARTICIPLE:
                cue = last  # "…, saying “…”"
        away = bucket(here.count(mention.tail + 1, element))
        place = ("before", rule, away, verb, colon, here.crossed(mention.last + 1, element))
        facts = place, ("about", about(here, mention, start, told))
        if rule == "according to" and _has_subject(here, mention, element):
            facts += (("shown", "before, according to: subject between"),)
        found.append(Candidate(f"before, {rule}", facts, mention, here, cue))
    return found


def _verb_last(here: Paragraph, element: int, last: int, end: int) -> int | None:
    """The verb behind a quote, where none before it is the quote's: one that stands right before it without a
    particle behind it."""
    made = here.made
    told = element + 1 < end and made.flags[element + 1] & QUOTATIVE
    if not told and last >= 0 and here.apart(last + 1, element) == 0:
        return None
    return verb_behind(here, element, end)


def _around(here: Paragraph, mention: Mention, element: int, cue: int) -> Fact:
    """A mention before a quote whose verb stands behind it: the nearest topic, or else the nearest subject."""
    flags = here.made.flags
    topic = mention.subject and bool(flags[mention.tail] & TOPIC)
    since = [one for one in here.between(mention.tail + 1, element) if one.subject and not one.plain]
    rivals = sum(1 for one in since if not topic or flags[one.tail] & TOPIC)
    return ("around", min(rivals, 2), topic, cue >= 0, here.crossed(mention.last + 1, element))


def _has_subject(here: Paragraph, mention: Mention, element: int) -> bool:
    """A marked subject stands between a mention and the quote: the one who speaks, as the mention tells."""
    return any(one.subject and not one.plain for one in here.between(mention.tail + 1, element))


def _after(
    here: Paragraph, element: int, tail: int, end: int, told: Told, *, heading: bool
) -> list[Candidate]:
    """Mentions that stand after the quote in its sentence."""
    found: list[Candidate] = []
    start = element + 1
    if start == end:
        return found
    made = here.made
    dash = made.gaps[start] & (DASH | PAREN)
    joint = "dash" if dash & DASH else "bracket" if dash else f"tail {tail}"
    if not told.known.cased and not dash:
        joint = "tail 0"  # a stop before the mark does not part a quote from its verb: “…。”王建国说
    signed = bool(dash & DASH) or (heading and bool(made.gaps[start] & COLON))  # ‘…’: Berg
    for mention in here.between(start, min(end, element + _REACH)):
        left = here.cue_to(start, mention.first)
        right = here.cue_from(mention.tail + 1, end)
        rule, cue, gap, between = relation(here, mention, left, right, told.known, after=True)
        signs = mention.first == start if signed else bool(dash) and cue < 0
        if signs and mention.tail + 1 == end:
            rule, cue = "signature", -1
        verb: Fact | None = None
        if cue >= 0 and rule != "according to":
            first = here.cue_from(start, cue) < 0
            verb = bucket(gap), min(between, 2), bucket(here.apart(start, cue)), first
        away = bucket(here.count(start, mention.first))
        clause = _clause(here, mention, cue, end) if verb is not None and gap == 0 else ""
        place = ("after", rule, away, joint, verb, clause, here.crossed(start, mention.first))
        facts: tuple[Fact, ...] = place, ("about", about(here, mention, start, told))
        if cue >= 0 and _leads_on(made, cue, end):
            facts += (("shown", "after: leads to another quote"),)
        found.append(Candidate(f"after, {rule}", facts, mention, here, cue))
    return found


def _leads_on(made: Skeleton, cue: int, end: int) -> bool:
    """A colon and a quote stand behind a verb: “…。”王建国说：“…。”"""
    behind = cue + 1
    return behind < end and bool(made.flags[behind] & QUOTE) and bool(made.gaps[behind] & COLON)


def _clause(here: Paragraph, mention: Mention, cue: int, end: int) -> str:
    """Whether a verb of saying and its subject are a clause of their own at the sentence's end: "…, said Berg."."""
    gaps = here.made.gaps
    if not gaps[min(mention.first, cue)] & (COMMA | DASH):
        return ""
    behind = max(mention.tail, cue) + 1
    return "closing clause" if behind >= end or gaps[behind] & COMMA else "clause"


def _earlier(here: Paragraph, start: int, context: str, running: Running | None) -> list[Candidate]:
    """Mentions in the sentence before, in the same paragraph, and who was reported to speak before that."""
    made = here.made
    low, high = here.sentence(start - 1)
    colon = bool(made.gaps[start] & COLON)
    spoke = running.mention if running is not None else None
    found = []
    for place, mention in enumerate(here.between(low, high)):
        if mention is not spoke:
            fact = _standing("sentence before", here, mention, place, context, low, high, colon)
            found.append(Candidate("sentence before", (fact,), mention, here))
    reporter = here.reporter(0, low)
    if reporter is not None and reporter is not spoke:
        away = made.sentence[start] - made.sentence[reporter.first]
        found.append(Candidate("reported before", (("reported", context, bucket(away)),), reporter, here))
    return found


def _lead(before: Paragraph, context: str, running: Running | None) -> list[Candidate]:
    """Mentions in the last sentence of the paragraph before, which leads up to a quote."""
    made = before.made
    if not made.flags:
        return []
    low, high = before.sentence(len(made.flags) - 1)
    found = []
    colon = bool(made.closing & COLON)
    for place, mention in enumerate(before.between(low, high)):
        fact = _standing("lead", before, mention, place, context, low, high, colon)
        same = running is not None and _names(before, mention, running)
        cue = before.cue_from(mention.tail + 1, high) if before.speaks(mention, high) else -1
        if same:
            fact = (*fact[:-1], True)
        found.append(Candidate("lead-in", (fact,), mention, before, cue))
    reporter = before.reporter(0, low)
    if reporter is not None:
        found.append(Candidate("reported before", (("reported", context, 0),), reporter, before))
    return found


def _standing(
    where: str,
    here: Paragraph,
    mention: Mention,
    place: int,
    context: str,
    low: int,
    high: int,
    colon: bool,
) -> Fact:
    """How a mention stands in a sentence before the quote's own."""
    speaks = here.speaks(mention, high)
    opens, subject = mention.first == low, is_subject(here.made, mention)
    return ("earlier", where, context, speaks, min(place, 2), mention.kind, opens, subject, colon, False)


def _names(here: Paragraph, mention: Mention, running: Running) -> bool:
    """A mention has the last word of the running speaker's name."""
    if mention.core is None or running.speaker.name is None:
        return False
    return here.made.low[mention.core[1]] == running.last


def _since(before: Paragraph, running: Running) -> str:
    """Whom the paragraph before names: the running speaker, others, pronouns only, or nobody."""
    others = pronouns = False
    for mention in before.mentions:
        if _names(before, mention, running):
            return "named since"
        others = others or mention.kind == Kind.NAME
        pronouns = pronouns or mention.kind == Kind.PRONOUN
    return "others since" if others else "pronouns since" if pronouns else "nobody since"


def _running(
    here: Paragraph,
    element: int,
    start: int,
    block: int,
    running: Running,
    context: str,
    before: Paragraph | None,
) -> Candidate:
    """The speaker of the quote before, running on."""
    made = here.made
    others = -1
    if running.block != block:
        where = f"{COUNTS[bucket(block - running.block)]} paragraphs back"
    elif running.sentence == made.sentence[element]:
        return Candidate("same sentence", (("running", context, "same sentence", -1, ""),), running=True)
    else:
        where = f"{COUNTS[bucket(made.sentence[element] - running.sentence)]} sentences back"
        last = made.quotes[bisect_right(made.quotes, element) - 2]
        others = bucket(here.count(last + 1, start))
    since = _since(before, running) if before is not None and running.block < block - 1 else ""
    return Candidate("running speaker", (("running", context, where, others, since),), running=True)
