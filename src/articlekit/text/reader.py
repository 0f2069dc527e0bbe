"""Plain text to pieces: headline, headings, paragraphs, lists, told apart by shape and context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from articlekit.languages import Language
from articlekit.model import Diagnostic
from articlekit.pieces import Piece, PieceKind
from articlekit.scripts import CJK

__all__ = ["TextArticle", "read_text"]

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET = re.compile(r"^\s{0,8}(?:[-*•·‣▪–]|(?P<number>\d{1,2}[.)]))\s+(?=\S)")
_ENDED = re.compile('[.!?…。！？।؟:;,]["”“’»)\\]」』]*\\s*$')
_WRAP = 40  # a line at least this long that ends no sentence may be hard-wrapped
_WIDE = 60  # … and this long even where it ends one


class TextArticle(NamedTuple):
    """A plain text taken apart; ``byline`` and ``date_line`` are lines of their own, as printed."""

    pieces: list[Piece]
    headline: str | None = None
    byline: str | None = None
    date_line: str | None = None
    diagnostics: Sequence[Diagnostic] = ()


def read_text(text: str, language: Language) -> TextArticle:
    """Take a plain text apart into pieces.

    Args:
        text: Paragraphs divided by one or two line breaks; any line ends.
        language: Whose words for "by" begin a byline.
    """
    units = _units(
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    headline = None
    if len(units) > 1 and _is_title(units[0], 220):
        headline, units = units[0], units[1:]
    byline, date_line, units = _lines_above(units, language)
    spoken = bool(language.value("quotes", "dash", False))
    return TextArticle(headline=headline, byline=byline, date_line=date_line, pieces=_pieces(units, spoken))


def _units(text: str) -> list[str]:
    """Paragraph-like units: split at blank lines, hard-wrapped lines rejoined."""
    found: list[str] = []
    for part in _BLANK.split(text.strip()):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        found.extend(_rejoined([line for line in lines if line]))
    return found


def _rejoined(lines: list[str]) -> list[str]:
    """Join a line to the one before where that one was cut in mid-sentence by a fixed width."""
    widest = max(map(len, lines), default=0)
    if len(lines) < 3 or widest > 100:
        return lines
    out: list[list[str]] = []
    last_width = 0
    for line in lines:
        full = last_width >= max(_WRAP, 0.75 * widest) and not _BULLET.match(line)
        if out and full and (line[:1].islower() or not _ends(out[-1][-1]) or last_width > _WIDE):
            out[-1].append(line)
        else:
            out.append([line])
        last_width = len(line)
    return [" ".join(parts) for parts in out]


def _ends(text: str) -> bool:
    """Whether a text ends in a mark that ends a sentence or a clause."""
    return _ENDED.search(text, max(0, len(text) - 8)) is not None


def _is_title(unit: str, most: int) -> bool:
    size = len(unit) * (2 if CJK.search(unit) else 1)
    if size > most or "\n" in unit:
        return False
    return size < 60 or not re.search(r"[.。][\"”’»)]*\s+\S.*[.。][\"”’»)]*$", unit)


def _lines_above(units: list[str], language: Language) -> tuple[str | None, str | None, list[str]]:
    """A byline and a date line before the first paragraph."""
    byline = date_line = None
    prefixes = tuple(f"{word} " for word in (*language.words("byline", "prefixes"), "by"))
    while units and len(units) > 1 and len(units[0]) < 90 and not _ends(units[0]):
        line = units[0]
        if byline is None and line.lower().startswith(prefixes) and 2 <= len(line.split()) <= 12:
            byline = line
        elif date_line is None and re.search(r"\b(?:19|20)\d\d\b", line) and len(line.split()) <= 8:
            date_line = line
        else:
            break
        units = units[1:]
    return byline, date_line, units


def _pieces(units: list[str], spoken: bool) -> list[Piece]:
    """The pieces of some units; where a dash opens speech, whole sentences behind dashes are no list."""
    out: list[Piece] = []
    list_id = 0
    for index, unit in enumerate(units):
        bullet = _BULLET.match(unit)
        if bullet and spoken and unit.startswith("–") and _ENDED.search(unit):
            bullet = None
        if (bullet and not unit.startswith(("–", "-"))) or (bullet and _has_bullet_neighbour(units, index)):
            if not out or out[-1].kind is not PieceKind.ITEM:
                list_id += 1
            ordered = bullet["number"] is not None
            out.append(
                Piece(kind=PieceKind.ITEM, text=unit[bullet.end() :], list_id=list_id, ordered=ordered)
            )
        elif _is_heading(units, index):
            out.append(Piece(kind=PieceKind.HEADING, text=unit))
        else:
            out.append(Piece(kind=PieceKind.PARAGRAPH, text=unit))
    return out


def _has_bullet_neighbour(units: list[str], index: int) -> bool:
    around = units[max(0, index - 1) : index] + units[index + 1 : index + 2]
    return any(_BULLET.match(unit) and unit[0] == units[index][0] for unit in around)


def _is_heading(units: list[str], index: int) -> bool:
    """Short, ends no sentence, stands before a longer paragraph that is none."""
    unit = units[index]
    size = len(unit) * (2 if CJK.search(unit) else 1)
    if size > 90 or _ends(unit) or index + 1 >= len(units) or unit[0] in '“"«„—–-(→':
        return False
    following = units[index + 1]
    return len(following) * (2 if CJK.search(following) else 1) > 90
