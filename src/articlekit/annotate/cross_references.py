"""Cross-references: editorial pointers to other pieces, taken out of the running text."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from articlekit.languages import Language, get
from articlekit.model import ReferenceKind
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["take_references"]

_ARROW = re.compile(r"^\s*(?:→|►|▶️?|▸|➜|➔|➤|➡️?|»|>>?|⇒|☞|👉|🔴|◆|■|▪|●)\s*")
_MARK = re.compile(r"\s*(?:[:：.|–—>-]|$)\s*")
_BRACKETS = re.compile(r"^[【\[［]([^】\]］]{2,20})[】\]］]\s*")
_CAPITALS = re.compile(r"[^\W\d_]{3,30}(?:\s[^\W\d_]{2,20})?\s?[.:|]\s+")
_TITLE_COLON = re.compile(r"^[^.:!?]{4,50}\s?:\s+\S")
_PROMOTION = re.compile(
    r"newsletter|subscri|whatsapp|facebook|twitter|instagram|telegram|linkedin|\bapp\b|abonn|suscr|iscriv|inscri"
    r"|e-?paper|sign up|follow us|download|cookie|feedback|mailto:|シェア|フォロー|공유|分享",
    re.IGNORECASE,
)
_PROMOTED = re.compile(
    r"/(?:newsletters?|abo|subscribe|subscription|login|app|tag|tags|topic|topics|author|autor|thema|category)(?:/|$)|mailto:"
    r"|javascript:|//(?:www\.)?(?:facebook|twitter|x|instagram|whatsapp|t|linkedin|amazon|apple|google)\.\w+/",
    re.IGNORECASE,
)
_ARTICLE_PATH = re.compile(
    r"/[^/?#]*(?:-[^/?#-]+){3}[^/?#]*/?(?:[?#]|$)|\d{5}|\.html?(?:[?#]|$)|/\d{4}/\d\d?/|%[0-9A-F]{2}.*-"
)
_INLINE = re.compile(r"[(\[（]([^()\[\]（）]{8,220})[)\]）]")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_MOST_TITLE = 220
_RUNNING = frozenset({PieceKind.HEADING, PieceKind.PARAGRAPH, PieceKind.ITEM})


@frozen(kw_only=True)
class _Labels:
    """The labels of a language, lower case, and the kind each one tells."""

    kinds: dict[str, str]
    first: tuple[str, ...]

    def known(self, text: str) -> str | None:
        """The longest label that a text starts with; most start with none, which is cheap to see."""
        low = text[:60].lower()
        if not low.startswith(self.first):
            return None
        found = max((word for word in self.first if low.startswith(word)), key=len)
        return None if low[len(found) : len(found) + 1].isalnum() else found

    def marked(self, text: str) -> tuple[int, str] | None:
        """Where a label that ends in a mark (or ends the text) ends, and its kind."""
        found = self.known(text)
        mark = _MARK.match(text, len(found)) if found else None
        return (mark.end(), self.kinds[found]) if found and mark else None

    def heads(self, text: str) -> str | None:
        """The kind of a label that opens a line of its own, whatever follows it there."""
        found = self.known(text)
        return self.kinds[found] if found else None


@cache
def _labels(code: str) -> _Labels:
    kinds: dict[str, str] = {}
    for language in (get("en"), get(code)):
        for kind in ReferenceKind:
            kinds.update(dict.fromkeys(language.words("references", kind.value), kind.value))
        kinds.update(dict.fromkeys(language.words("references", "more"), "unknown"))
    return _Labels(kinds=kinds, first=tuple(kinds))


@frozen(kw_only=True)
class _Reading:
    """What one piece looks like: its label, what follows it, and the address if the rest is one link."""

    label: str
    kind: str
    title: str
    url: str | None
    arrow: bool


def take_references(
    pieces: list[Piece], language: Language, url: str | None
) -> tuple[list[Piece], list[FoundReference]]:
    """Take the cross-references out of the pieces.

    Args:
        pieces: The column's pieces in order; the list is not changed.
        language: Whose labels hold besides the English ones.
        url: The page's own address; a link to it is no reference.

    Returns:
        The pieces that remain, and the references with the place each stood at.
    """
    labels = _labels(language.code)
    taker = _Taker(labels, url)
    running = [(piece, _read(piece, labels)) for piece in pieces if piece.kind in _RUNNING and piece.text]
    at = 0
    for piece in pieces:
        if piece.kind not in _RUNNING or not piece.text:
            taker.kept.append(piece)
            continue
        read = running[at][1]
        at += 1
        taker.take(piece, read, running[at : at + 2])
    return taker.kept, taker.found


class _Taker:
    """Goes through the pieces once, with the label that stands over the present ones."""

    def __init__(self, labels: _Labels, url: str | None) -> None:
        self.labels, self.url = labels, url
        self.kept: list[Piece] = []
        self.found: list[FoundReference] = []
        self.label = ""
        self.kind = "unknown"
        self.last_url: str | None = None

    def take(self, piece: Piece, read: _Reading | None, ahead: list[tuple[Piece, _Reading | None]]) -> None:
        if read is None:
            self._keep(piece)
            return
        if read.url and read.url == self.last_url and piece.path:
            return  # a card: its headline and its summary are one link each
        if self._is_reference(piece, read):
            self._add(piece, read)
        elif self._is_label(piece, read, ahead):
            self.label, self.kind = piece.text, self.labels.heads(_ARROW.sub("", piece.text)) or "unknown"
        elif piece.kind is PieceKind.HEADING and not piece.path and _is_news_title(piece.text):
            self._add(piece, read)  # plain text has no links: a news title between paragraphs, not a heading
        elif piece.asided and self.label:
            self.kept.append(piece)  # a teaser's other lines do not end the list under a label
        else:
            self._keep(piece)

    def _keep(self, piece: Piece) -> None:
        self.label, self.last_url = "", None
        self.kept.append(piece)
        self._inline(piece)

    def _is_reference(self, piece: Piece, read: _Reading) -> bool:
        if read.url is None and piece.path:
            return False  # in HTML a reference is a link
        text, title = piece.text, read.title
        enough = 8 if _DENSE.search(title) else 14
        if len(text) > _MOST_TITLE or len(title) < enough:
            return False
        if not read.label and not self.label and _PROMOTION.search(text):
            return False
        if read.url is not None:
            if read.url.startswith("#") or read.url == self.url or _PROMOTED.search(read.url):
                return False
            if read.label or self.label:
                return True
            if piece.kind is PieceKind.ITEM and not piece.asided:
                return False  # a list of links in the text
            return (
                len(title.split()) > 3 or bool(_DENSE.search(title))
                if _ARTICLE_PATH.search(read.url)
                else False
            )
        if read.arrow:
            return "«" not in text and "»" not in text[1:]
        return bool(read.label or self.label) and piece.kind is not PieceKind.HEADING and len(title) < 160

    def _is_label(self, piece: Piece, read: _Reading, ahead: list[tuple[Piece, _Reading | None]]) -> bool:
        """A line that stands over references: a known label, or any heading over linked titles."""
        if not ahead or len(piece.text) > 90 or read.url:
            return False
        linked = [other.url for _, other in ahead if other is not None]
        known = self.labels.heads(_ARROW.sub("", _BRACKETS.sub(r"\1", piece.text))) is not None
        if not piece.path:
            return known and not read.title and len(ahead[0][0].text) < 160
        if known:
            return any(linked)
        return piece.kind is PieceKind.HEADING and piece.asided and any(linked)

    def _add(self, piece: Piece, read: _Reading) -> None:
        label, kind = read.label, read.kind
        if not label and self.label:
            label, kind = self.label, self.kind
        self.last_url = read.url
        self.found.append(
            FoundReference(label=label, kind=kind, title=read.title, url=read.url, before=len(self.kept))
        )

    def _inline(self, piece: Piece) -> None:
        """A reference in parentheses inside a paragraph: its text stays, its span tells."""
        if not any(mark in piece.text for mark in "([（"):
            return
        for match in _INLINE.finditer(piece.text):
            label, kind, title = _split(match[1], self.labels)
            if not label or len(title) < 8 or self.labels.kinds.get(label.rstrip(" :：.|").lower()) is None:
                continue
            url = next((u for a, b, u in piece.links if a < match.end() and b > match.start()), None)
            self.found.append(
                FoundReference(
                    label=label,
                    kind=kind,
                    title=title,
                    url=url,
                    before=len(self.kept) - 1,
                    inline=match.span(),
                )
            )


def _is_news_title(text: str) -> bool:
    return len(text) > 45 and _TITLE_COLON.match(text) is not None


def _read(piece: Piece, labels: _Labels) -> _Reading | None:
    """Look at one piece; None where it is too long for a reference."""
    text = piece.text
    if len(text) > _MOST_TITLE + 80:
        return None
    arrow = _ARROW.match(text)
    label, kind, title = _split(text, labels)
    url = None
    if piece.links and len({address for _, _, address in piece.links}) == 1:
        start, end, url = piece.links[0][0], piece.links[-1][1], piece.links[0][2]
        before, after = text[:start].strip(), text[end:].strip(" .)›»>")
        if len(after) > 0.15 * len(text):
            url = None
        elif label and not title:
            url = None  # a linked label stands over the titles that follow
        elif label:
            pass
        elif before and labels.heads(before) is not None:
            label, kind, title = before, labels.heads(before) or "unknown", text[start:].strip()
        elif len(before) <= 0.15 * len(text):
            label, kind, title = _unmarked(text, labels)
        elif _is_own_label(piece, before, start):
            label, title = before, text[start:].strip()
        else:
            url = None
    return _Reading(label=label, kind=kind, title=title, url=url, arrow=arrow is not None)


def _unmarked(text: str, labels: _Labels) -> tuple[str, str, str]:
    """A label of several words and a capital after it need no mark between: "Read more The …"."""
    known = labels.known(text)
    if known:
        rest = text[len(known) :].strip()
        if " " in known and rest[:1].isupper() and text[len(known)].isspace():
            return text[: len(known)], labels.kinds[known], rest
    return "", "unknown", text


def _is_own_label(piece: Piece, before: str, start: int) -> bool:
    """A label of the page's own before the link: bold, or ended by a colon in a list or a box."""
    if len(before) > 60:
        return False
    bold = bool(piece.bold) and piece.bold[0][0] == 0 and piece.bold[0][1] >= len(before)
    marked = before[-1] in ":：|?"
    return (bold and marked) or (marked and (piece.asided or piece.kind is PieceKind.ITEM))


def _split(text: str, labels: _Labels) -> tuple[str, str, str]:
    """(label as shown, kind, the rest) of a text; an arrow belongs to the label."""
    arrow = _ARROW.match(text)
    start = arrow.end() if arrow else 0
    bracketed = _BRACKETS.match(text[start : start + 40])
    if bracketed and labels.heads(bracketed[1]) is not None:
        end = start + bracketed.end()
        return text[:end].strip(), labels.heads(bracketed[1]) or "unknown", text[end:].strip()
    marked = (
        labels.marked(text[start : start + 80]) if len(text) > start + 80 else labels.marked(text[start:])
    )
    if marked:
        end = start + marked[0]
        return text[:end].strip(), marked[1], text[end:].strip()
    if not arrow:
        return "", "unknown", text
    capitals = _CAPITALS.match(text, start)
    end = start + len(capitals[0]) if capitals and capitals[0].upper() == capitals[0] else start
    return text[:end].strip(), "unknown", text[end:].strip()
