"""Cross-references: editorial pointers to other pieces, taken out of the running text."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from articlekit.languages import Language, get
from articlekit.model import ReferenceKind
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["take_references"]

_ARROW = re.compile(r"^\s*(?:→|►|▶|▸|➜|➔|➡️?|»|>>?|⇒|☞|👉)\s*")
_MARK = r"\s*(?:[:：.|–—-]|$)\s*"
_TITLE_COLON = re.compile(r"^[^.:!?]{4,50}\s?:\s+\S")
_PROMOTION = re.compile(
    r"newsletter|subscri|whatsapp|facebook|twitter|instagram|telegram|\bapp\b|abonn|suscr|iscriv|inscri|e-?paper|podcast\s+feed"
    r"|sign up|follow us|download|cookie|feedback|mailto:",
    re.IGNORECASE,
)
_PROMOTED = re.compile(
    r"/(?:newsletters?|abo|subscribe|subscription|login|app)\b|mailto:|javascript:|//(?:www\.)?(?:facebook|twitter|x|instagram|whatsapp|t)\.(?:com|me)/"
)
_INLINE = re.compile(r"[(\[]([^()\[\]]{8,220})[)\]]")
_MOST_TITLE = 220


@frozen(kw_only=True)
class _Labels:
    """The labels of a language: a pattern for a whole label at the start, and its kind."""

    start: re.Pattern[str]
    kinds: dict[str, str]
    first: tuple[str, ...]

    def match(self, text: str) -> re.Match[str] | None:
        """The label a text starts with; most texts start with none, which is cheap to see."""
        return self.start.match(text) if text[:60].lower().startswith(self.first) else None


@cache
def _labels(code: str) -> _Labels:
    kinds: dict[str, str] = {}
    for language in (get("en"), get(code)):
        for kind in ReferenceKind:
            kinds.update(dict.fromkeys(language.words("references", kind.value), kind.value))
        kinds.update(dict.fromkeys(language.words("references", "more"), "unknown"))
    words = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True)) or "(?!)"
    return _Labels(start=re.compile(rf"^({words}){_MARK}", re.IGNORECASE), kinds=kinds, first=tuple(kinds))


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
    taker = _Taker(_labels(language.code), url)
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        taker.take(piece, following)
    return taker.kept, taker.found


class _Taker:
    def __init__(self, labels: _Labels, url: str | None) -> None:
        self.labels, self.url = labels, url
        self.kept: list[Piece] = []
        self.found: list[FoundReference] = []
        self.label = ""
        self.label_kind = "unknown"

    def take(self, piece: Piece, following: Piece | None) -> None:
        if (
            piece.kind in (PieceKind.TABLE, PieceKind.FIGURE, PieceKind.EMBED, PieceKind.QUOTE)
            or not piece.text
        ):
            self.kept.append(piece)
            return
        if len(piece.text) > _MOST_TITLE + 80:
            self.label = ""
            self.kept.append(piece)
            self._inline(piece)
            return
        link = self._whole_link(piece)
        label, kind, rest = self._label_of(piece.text)
        if piece.kind is PieceKind.HEADING and not link and not _ARROW.match(piece.text):
            self._heading(piece, label, kind, rest, following)
        elif label and not rest and not link:
            self._set_label(piece, label, kind, following)
        elif self._is_reference(piece, link, label, rest, following):
            self._add(piece, label, kind, rest, link)
        else:
            self.label = ""
            self.kept.append(piece)
            self._inline(piece)

    def _heading(self, piece: Piece, label: str, kind: str, rest: str, following: Piece | None) -> None:
        is_label = bool(label and (not rest or len(rest) < 25)) and following is not None
        if is_label and following is not None and self._whole_link(following):
            self.label, self.label_kind = piece.text, kind
        elif not piece.links and not piece.path and _TITLE_COLON.match(piece.text) and len(piece.text) > 45:
            self._add(piece, "", "unknown", piece.text, None)  # plain text: a news title, not a heading
        else:
            self.label = ""
            self.kept.append(piece)

    def _set_label(self, piece: Piece, label: str, kind: str, following: Piece | None) -> None:
        if following is not None and (
            self._whole_link(following) or (not piece.path and len(following.text) < 160)
        ):
            self.label, self.label_kind = label, kind
        else:
            self.kept.append(piece)

    def _whole_link(self, piece: Piece) -> str | None:
        """The address, when nearly all of the piece is one link."""
        if len(piece.links) != 1 or len(piece.text) > _MOST_TITLE:
            return None
        start, end, url = piece.links[0]
        label = self.labels.match(_ARROW.sub("", piece.text))
        before = len(piece.text[:start].strip())
        if end - start >= 0.85 * len(piece.text) or (
            label and before <= label.end() + 4 and len(piece.text) - end < 4
        ):
            return url
        return None

    def _label_of(self, text: str) -> tuple[str, str, str]:
        arrow = _ARROW.match(text)
        start = arrow.end() if arrow else 0
        known = self.labels.match(text[start : start + 80])
        if known:
            end = start + known.end()
            return text[:end].strip(), self.labels.kinds.get(known[1].lower(), "unknown"), text[end:].strip()
        if arrow:
            capitals = re.match(r"[^\W\d_]{3,30}(?:\s[^\W\d_]{2,20})?[.:|]\s+", text[start:])
            if capitals and capitals[0].upper() == capitals[0]:
                end = start + capitals.end()
                return text[:end].strip(), "unknown", text[end:].strip()
            return text[:start].strip(), "unknown", text[start:].strip()
        return "", "unknown", text

    def _is_reference(
        self, piece: Piece, link: str | None, label: str, rest: str, following: Piece | None
    ) -> bool:
        if len(piece.text) > _MOST_TITLE or _PROMOTION.search(piece.text):
            return False
        if link is not None:
            if _PROMOTED.search(link) or link.startswith("#") or len(rest) < 12:
                return False
            listed = piece.kind is PieceKind.ITEM and not piece.asided and not self.label and not label
            return not listed
        if _ARROW.match(piece.text):
            return len(rest) > 8
        return bool(label) and not piece.path and piece.kind is PieceKind.PARAGRAPH and 12 < len(rest) < 160

    def _add(self, piece: Piece, label: str, kind: str, rest: str, link: str | None) -> None:
        if not label and self.label:
            label, kind = self.label, self.label_kind
        if not label and piece.asided and not link:
            self.kept.append(piece)
            return
        url = link or (piece.links[0][2] if piece.links else None)
        self.found.append(FoundReference(label=label, kind=kind, title=rest, url=url, before=len(self.kept)))

    def _inline(self, piece: Piece) -> None:
        if "(" not in piece.text and "[" not in piece.text:
            return
        for match in _INLINE.finditer(piece.text):
            label, kind, rest = self._label_of(match[1])
            if not label or len(rest) < 8 or self.labels.kinds.get(label.rstrip(" :.|").lower()) is None:
                continue
            url = next((u for a, b, u in piece.links if a < match.end() and b > match.start()), None)
            self.found.append(
                FoundReference(
                    label=label,
                    kind=kind,
                    title=rest,
                    url=url,
                    before=len(self.kept) - 1,
                    inline=match.span(),
                )
            )
