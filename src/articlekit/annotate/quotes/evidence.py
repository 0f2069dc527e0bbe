"""What speaks for a speaker or for a quote: small tuples of facts, and the names of what they show.

A fact is a tuple: its kind and what was seen, as small numbers and words. One kind has one function here that
tells the names of the evidence in it. Names carry the weights (``weights.toml``); facts recur, so a scale
remembers what each one weighs and the names are hardly ever made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["ABOUT", "COUNTS", "Fact", "Scale", "bucket", "evidence"]

Fact = tuple[Any, ...]

COUNTS = ("0", "1", "2", "few", "some", "many")
_MOST_KEPT = 1 << 14

ABOUT = {
    name: 1 << place
    for place, name in enumerate(
        (
            "kind: pronoun",
            "kind: first",
            "kind: relative",
            "kind: name",
            "kind: role",
            "neither he nor she",
            "full name",
            "capital only by its place",
            "spoke before",
            "person",
            "titled",
            "bare noun",
            "no known role",
            "marked subject",
            "object pronoun",
            "owner",
            "thing",
            "behind a preposition",
            "opens the clause",
            "with apposition",
            "oblique",
            "plain noun",
        )
    )
}
"""What a mention is by itself, as bits."""


def bucket(count: int) -> int:
    """A count in steps: 0, 1, 2, few, some, many."""
    return count if count < 3 else 3 if count < 6 else 4 if count < 12 else 5


class Scale:
    """Weighs facts by the names of the evidence in them.

    Args:
        table: The weights; what is not listed weighs nothing.
    """

    def __init__(self, table: Mapping[str, float]) -> None:
        self._table = table
        self._known: dict[Fact, float] = {}

    def weigh(self, facts: tuple[Fact, ...]) -> float:
        """The sum of the weights."""
        value = 0.0
        for fact in facts:
            weight = self._known.get(fact)
            value += self._learn(fact) if weight is None else weight
        return value

    def _learn(self, fact: Fact) -> float:
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        weight = self._known[fact] = sum(self._table.get(name, 0.0) for name in evidence((fact,)))
        return weight


def evidence(facts: tuple[Fact, ...]) -> list[str]:
    """The names of the evidence in some facts."""
    return [name for kind, *seen in facts for name in _KINDS[kind](*seen)]


def _before(
    rule: str, mentions: int, cue: tuple[int, int, int, bool, str] | None, colon: bool, crossed: bool
) -> list[str]:
    """A mention before the quote in its sentence.

    Args:
        rule: How it hangs on a verb of saying.
        mentions: How many stand between it and the quote.
        cue: Of that verb: words of weight and mentions between the two, words of weight between verb and
            quote, whether no other follows, what its form says.
        colon: The quote stands behind a colon.
        crossed: Another quote stands between.
    """
    found = [f"before, {rule}", f"before, {rule}: {COUNTS[mentions]} mentions from quote"]
    if cue:
        gap, between, away, last, form = cue
        found += [
            f"before, {rule}: gap {COUNTS[gap]}",
            f"before, {rule}: {between} between",
            f"before, cue: {COUNTS[away]} from quote",
            "before, cue: last" if last else "before, cue: not last",
        ]
        if rule == "subject" and form:
            found.append(form)
    if colon:
        found.append(f"before, {rule}: colon")
    if crossed:
        found.append("before: other quote between")
    return found


def _around(rivals: int, topic: bool, verb: bool, crossed: bool) -> list[str]:
    """A mention before a quote whose verb stands behind it.

    Args:
        rivals: Subjects that stand between them; for a topic only topics.
        topic: A particle marks it as what the sentence is about.
        verb: A known verb stands there, not only a particle that tells of speech.
        crossed: Another quote stands between.
    """
    found = ["around", f"around: {rivals} subjects between", "around: verb" if verb else "around: quotative"]
    if topic:
        found.append("around: topic")
    return [*found, "before: other quote between"] if crossed else found


def _after(
    rule: str,
    mentions: int,
    joint: str,
    cue: tuple[int, int, int, bool] | None,
    clause: str,
    crossed: bool,
) -> list[str]:
    """A mention behind the quote in its sentence; as before it, how the two are joined and what clause it is in."""
    if rule == "signature":
        return ["after, signature in brackets" if joint == "bracket" else "after, signature"]
    found = [
        f"after, {rule}",
        f"after, {rule}: {COUNTS[mentions]} mentions from quote",
        f"after: {joint}",
    ]
    if cue:
        gap, between, away, first = cue
        found += [
            f"after, {rule}: gap {COUNTS[gap]}",
            f"after, {rule}: {between} between",
            f"after, cue: {COUNTS[away]} from quote",
            f"after, {rule}, cue: first" if first else f"after, {rule}, cue: not first",
        ]
    if clause:
        found.append(f"after, {rule}: {clause}")
    if crossed:
        found.append("after: other quote between")
    return found


def _about(bits: int) -> list[str]:
    return [name for name, bit in ABOUT.items() if bits & bit]


def _earlier(
    where: str,
    context: str,
    speaks: bool,
    place: int,
    kind: str,
    opens: bool,
    subject: bool,
    colon: bool,
    same: bool,
) -> list[str]:
    """A mention in the sentence before, or in the one that leads up to the quote from the paragraph before.

    Args:
        where: "sentence before" or "lead".
        context: What else the quote's own sentence holds.
        speaks: The next verb of saying is the mention's own.
        place: How many stand before it in its sentence.
        kind: What it is.
        opens: It opens its sentence.
        subject: Nothing shows that it is no subject.
        colon: The sentence ends in a colon.
        same: It names the running speaker.
    """
    cue, mark = "has cue" if speaks else "no cue", "colon" if colon else "no colon"
    if where == "lead":
        found = [f"lead: {mark}", f"lead, {mark}: {cue}", f"lead, {mark}: mention {place}"]
    else:
        found = [f"{where}: {cue}", f"{where}: mention {place}", *([f"{where}: colon"] if colon else [])]
    found += [f"{where}: {context}", f"{where}: {kind}"]
    if opens:
        found.append(f"{where}: opens it")
    if same:
        found.append(f"{where}: running speaker")
    if not subject:
        found.append(f"{where}: no subject")
    return found


def _reported(context: str, away: int) -> list[str]:
    """Who was reported to speak before that: so many sentences back, or (0) in the paragraph before."""
    return [
        f"reported: {context}",
        f"reported: {COUNTS[away]} back" if away else "reported: paragraph before",
    ]


def _running(context: str, where: str, others: int, since: str) -> list[str]:
    """The speaker of the quote before, with the mentions since then in the same paragraph (or -1)."""
    found = [f"running: {where}", f"running: {context}", f"running, {context}: {where}"]
    if others >= 0:
        found.append(f"running: {COUNTS[others]} mentions since")
    if since:
        found.append(f"running: {since}")
    return found


def _none(context: str, running: bool) -> list[str]:
    return ["none", f"none: {context}", f"none: running {running}"]


def _passed_on() -> list[str]:
    return ["according to: who says it is told"]


def _inside(size: str, end: str, pronoun: bool, case: str) -> list[str]:
    """A stretch's size, how it ends, whether a pronoun stands in it, its capitals."""
    found = ["all", f"size {size}", end, "pronoun inside" if pronoun else "", case]
    return [name for name in found if name]


def _beside(short: bool, before: str, after: str) -> list[str]:
    """What stands right before and behind a stretch."""
    size = "short" if short else "long"
    return [f"{size}, {before}", f"{size}, {after}"]


def _said(short: bool, rule: str, sure: int, cue: str) -> list[str]:
    """By which rule someone says it, how sure that is, how near the verb of saying stands."""
    size = "short" if short else "long"
    return [f"{size}, {rule}", f"{size}, speaker sure {sure}", *([f"{size}, cue {cue}"] if cue else [])]


def _set(short: bool, heading: bool, joined: bool, repeated: bool, second: bool) -> list[str]:
    """In a heading; behind a quote in its sentence; met before and refused; in an article's second marks."""
    size = "short" if short else "long"
    found = ["heading"] if heading else []
    found += [f"{size}, joined"] if joined else []
    found += [f"{size}, repeated"] if repeated else []
    return [*found, "single marks"] if second else found


_KINDS: dict[str, Callable[..., list[str]]] = {
    "before": _before,
    "around": _around,
    "shown": lambda *names: list(names),
    "after": _after,
    "about": _about,
    "earlier": _earlier,
    "reported": _reported,
    "running": _running,
    "none": _none,
    "passed on": _passed_on,
    "inside": _inside,
    "beside": _beside,
    "said": _said,
    "set": _set,
}
