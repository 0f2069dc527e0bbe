"""The column's pictures with their captions, its embeds and its tables, as pieces."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from articlekit.body.outline import Box, Run
from articlekit.body.survey import Survey
from articlekit.pieces import Piece, PieceKind

__all__ = ["Figures", "Tables", "embed_of", "provider_of"]

_CREDIT = re.compile(
    r"^(.*?)\s*(?:[|•]\s*|\(?\s*(?:©|Photos?\s?:|Foto\s?:|Bild\s?:|Image\s?:|Credit\s?:|Quelle\s?:|Crédit\s?:)\s*)([^|]{2,120}?)\)?$",
    re.IGNORECASE,
)
_HOST = re.compile(r"//(?:www\.)?([\w.-]+)")
_PROVIDERS = {
    "twitter": "x",
    "x.com": "x",
    "youtu": "youtube",
    "instagram": "instagram",
    "facebook": "facebook",
    "tiktok": "tiktok",
    "vimeo": "vimeo",
    "spotify": "spotify",
    "soundcloud": "soundcloud",
    "datawrapper": "datawrapper",
    "dailymotion": "dailymotion",
    "google.com/maps": "google_maps",
    "bsky": "bluesky",
    "reddit": "reddit",
    "telegram": "telegram",
    "infogram": "infogram",
    "flourish": "flourish",
}
Absolute = Callable[[str], str]


def provider_of(address: str) -> str:
    """Who an embed comes from: a known name, else the host."""
    low = address.lower()
    for part, name in _PROVIDERS.items():
        if part in low:
            return name
    host = _HOST.search(low)
    return host[1] if host else "unknown"


def embed_of(element: etree._Element, absolute: Absolute) -> Piece | None:
    """An element that shows foreign content, where it says from where."""
    source = element.get("src") or element.get("data-src") or element.get("data") or ""
    if not source.startswith(("http", "//")):
        return None
    return Piece(kind=PieceKind.EMBED, url=absolute(source), provider=provider_of(source))


class Figures:
    """Pictures by the box that holds picture and caption: a figure element, or a side box of any kind."""

    def __init__(self, survey: Survey, pieces: list[Piece], absolute: Absolute) -> None:
        self.survey, self.pieces, self.absolute = survey, pieces, absolute
        self.known: dict[int, Piece] = {}

    def _holder(self, index: int, box: Box) -> int:
        """The figure element, else the side box, that a run of it is in; -1 on the spine."""
        if box.place.figure > self.survey.column:
            return box.place.figure
        side = self.survey.sides[index]
        return side if side not in self.survey.spine else -1

    def _figure(self, index: int, box: Box) -> Piece:
        holder = self._holder(index, box)
        known = self.known.get(holder) if holder >= 0 else None
        if known is None:
            known = Piece(kind=PieceKind.FIGURE)
            self.pieces.append(known)
            if holder >= 0:
                self.known[holder] = known
        return known

    def picture(self, index: int, run: Run, box: Box, path: Callable[[etree._Element], str]) -> None:
        """Take a picture in; the further ones of a figure add an address only where the first had none."""
        element = run.element
        source = element.get("src") or ""
        if not source or source.startswith("data:"):
            source = element.get("data-src") or element.get("data-original") or ""
            source = source or (element.get("srcset") or "").split(" ")[0]
        piece = self._figure(index, box)
        if source and piece.url is not None and box.place.figure <= self.survey.column:
            self.known.pop(self._holder(index, box), None)  # a row of pictures, each with its own caption
            piece = self._figure(index, box)
        if source and piece.url is None:
            piece.url = self.absolute(source)
            piece.alt = " ".join((element.get("alt") or "").split()) or None
            piece.path = path(element)

    def caption(self, index: int, run: Run, box: Box) -> None:
        """Add a text to the caption of the figure it is in."""
        piece = self._figure(index, box)
        piece.caption = f"{piece.caption} {run.text}" if piece.caption else run.text

    def captioned(self, index: int) -> bool:
        """Whether a text that was not kept stands under a picture of its side box."""
        holder = self.survey.sides[index]
        return holder in self.known and holder not in self.survey.spine

    def finish(self) -> None:
        """Take the credits out of the captions."""
        for piece in self.pieces:
            found = _CREDIT.match(piece.caption) if piece.kind is PieceKind.FIGURE and piece.caption else None
            if found:
                piece.caption, piece.credit = found[1].strip() or None, found[2].strip()


class Tables:
    """Tables of data, cell by cell; tables that only lay out the page are no tables."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.known: dict[int, tuple[Piece, dict[tuple[int, int], str]]] = {}

    def cell(self, run: Run, box: Box, path: Callable[[etree._Element], str]) -> Piece | None:
        """Add a text to its cell; the answer is the table, when it is its first."""
        table = box.place.table
        known = self.known.get(table)
        opened = None
        if known is None:
            opened = Piece(kind=PieceKind.TABLE, path=path(self.survey.boxes[table].element))
            opened.asided = bool(self.survey.is_aside(box))
            known = self.known[table] = (opened, {})
        if run.tag == "caption":
            known[0].caption = f"{known[0].caption} {run.text}" if known[0].caption else run.text
        else:
            key = (box.place.row, box.place.cell)
            known[1][key] = f"{known[1][key]} {run.text}" if key in known[1] else run.text
        return opened

    def finish(self) -> None:
        """Write the tables' rows."""
        for piece, cells in self.known.values():
            rows: dict[int, list[str]] = {}
            for (row, _), text in cells.items():
                rows.setdefault(row, []).append(text)
            piece.rows = tuple(tuple(row) for row in rows.values())
            piece.text = "\n".join("\t".join(row) for row in piece.rows)
