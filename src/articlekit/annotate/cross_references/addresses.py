"""What an address tells: whether it leads to another piece, and of which kind."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["Page", "kind_of", "leads_to_piece", "looks_like_piece"]

_PARTS = re.compile(
    r"^(?:https?:)?//(?:www\d?\.|m\.|amp\.)?(?P<host>[^/?#:]+)[^/?#]*(?P<path>[^?#]*)(?P<query>[^#]*)", re.I
)
_SECOND = frozenset(
    ["co", "com", "org", "net", "gov", "gob", "gouv", "ac", "or", "ne", "go", "edu", "nom", "info"]
)
"""Second-level names under a country's code: "co" in "courier.co.za"."""

_ELSEWHERE = re.compile(
    r"/(?:newsletters?|abos?|abonn\w*|subscri\w+|suscri\w+|assin\w+|login|signin|sign-in|register|registr\w+|account|konto|apps?"
    r"|tags?|topics?|etiket\w*|keywords?|authors?|autor\w*|auteurs?|autore|category|categories|kategorie|search|suche|recherche"
    r"|buscar|busca|cerca|shop|shopping[\w-]*|store|coupons?|gutscheine?|voucher|tickets|contact|kontakt|impressum|donate|spenden|feedback|rss"
    r"|feed|cart|redirect|goto|click)(?:/|$|\.)",
    re.IGNORECASE,
)
"""Parts of a path that lead to lists, shops, accounts and people, in the words that sites' addresses use."""
_PERHAPS = re.compile(
    r"/(?:temas?|themes?|thema|themen|themenseiten?|tema|emner|profiles?|profil|staff|people|team|events?|jobs|about|support|deals"
    r"|angebote?|out)(?:/|$)",
    re.IGNORECASE,
)
"""Parts that also name sections with articles in them: elsewhere unless the rest has an article's shape."""
_HOSTS = re.compile(
    r"^(?:abo|abos|abonnement|abonnements|subscribe|subscription|account|konto|login|shop|store|boutique|kiosk|kiosque|tickets|jobs"
    r"|newsletter|newsletters|ads?|adclick|track|click|app|apps|link|go|clk)\."
    r"|(?:^|\.)(?:facebook|fb|twitter|x|instagram|whatsapp|wa|t|telegram|linkedin|pinterest|reddit|tiktok|threads|bsky|vk|ok"
    r"|line|weibo|amazon|amzn|apple|google|bit|goo|spotify|patreon|paypal|onelink|adjust|webgains|awin1|doubleclick)"
    r"\.(?:com|net|org|me|app|de|fr|es|it|co|jp|gl|ly|to|ru|social|link)$",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:pdf|zip|docx?|xlsx?|pptx?|csv|jpe?g|png|gif|webp|svg|mp3|mp4|apk|ics|xml)$", re.IGNORECASE
)
_PIECE = re.compile(
    r"/[^/]*(?:[-_][^/_-]+){3}[^/]*/?$"  # words of a title
    r"|\d{5}"  # an article's number
    r"|/(?=(?:[a-z]*\d){2})(?=\d*[a-z])[a-z\d]{8,}/?$"  # an identifier
    r"|\.[sp]?html?$|\.(?:php|aspx?|ece|story)$"
    r"|/(?:19|20)\d\d/\d\d?/(?:\d\d?/)?[^/\d][^/]{3}"  # a date and a name
    r"|(?:%[0-9A-F]{2}.*-){2}|(?:%[0-9A-F]{2}){12}"
)
_NUMBERED = re.compile(
    r"[?&](?:p|id|aid|nid|newsid|article|articleid|story|idx|no|oid)=\w*\d{2,}", re.IGNORECASE
)

_KINDS = {
    "video": "video videos watch vid videoteca videos-news videa mediathek-video tv-video",
    "audio": "audio audios podcast podcasts listen radio-podcast podcasty",
    "live": "live liveblog live-blog liveblogs live-updates liveticker live-ticker newsblog ticker en-directo en-vivo minuto-a-minuto"
    " ao-vivo direto direkt live-news livefeed livescore lives onlajn online-reportaz",
    "opinion": "opinion opinions opinie opinioni opiniones opiniao meinung meinungen kommentar kommentare kommentarer kommentarit comment"
    " commentisfree column columns columnists kolumne kolumnen gastkommentar gastbeitrag leitartikel editorial editorials editoriaux"
    " op-ed debatt debate ledare leder ledere tribune tribunes chronique chroniques chroniqueurs idees-debats mielipide nuomones mnenie"
    " mnenja komentari komentare komentar komentarze felietony velemeny pareri kose-yazilari kosheyazisi yazarlar ideas idees"
    " meinung-analyse opinions-blogs oped standpunt columnas firmas skodanir",
    "analysis": "analysis analyse analysen analyses analisis analise analisi analiz analizi analiza analyysi analys analizy elemzes",
    "explainer": "explainer explainers explained les-decodeurs decryptage decryptages explica entenda uitleg vysvetleni",
    "fact_check": "fact-check factcheck fact-checking factchecking faktencheck faktenfinder faktisk verificacion verificat verificamos"
    " lupa les-verificateurs cekfakta hoax-or-fact demagog faktograf",
    "interview": "interview interviews intervista interviste entrevista entrevistas entretien entretiens intervju intervjui intervyu interju"
    " interviu rozhovor rozhovory wywiad wywiady roportaj roportajlar sunenteuxi",
    "report": "reportage reportages reportagen reportaje reportajes reportagem reportaz reportaze long-read longread longreads long-reads"
    " grand-reportage special-reports riport investigations enquetes",
    "profile": "profile-story portrait portraits portraet portraets portret portretten",
    "gallery": "gallery galleries gallerie galerie galeria galerias fotogaleria fotogalerias fotogallery foto fotos photos photo pictures"
    " in-pictures bilder bildergalerie bildergalerien fotostrecke fotostrecken bilderstrecke diaporama diaporamas slideshow slideshows"
    " photo-gallery bildspel bildeserier kuvat fotky foto-galeri galeri media-gallery images picture-gallery",
    "interactive": "interactive interactives interaktiv interaktive infographic infographics infografik infografiken infographie infographies"
    " infografia infografica graphics graphic visual-stories datawrapper data-journalism visuals grafik grafiken",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_HEAD_KINDS = {
    "video": "video",
    "audio": "audio",
    "podcast": "audio",
    "liveblog": "live",
    "liveticker": "live",
    "newsblog": "live",
}
_SEGMENTS = re.compile(r"[^/,;]+")


@lru_cache(maxsize=4096)
def _parts(url: str) -> tuple[str, str, str]:
    """Host without "www.", path without its last slash, query; a pure function, cached."""
    found = _PARTS.match(url)
    if found:
        return found["host"].lower(), found["path"].rstrip("/"), found["query"]
    path, _, query = url.partition("#")[0].partition("?")
    return "", path.rstrip("/"), f"?{query}" if query else ""


def _site(host: str) -> str:
    """The name that a host's owner registered, in whatever country: "courier" of "sport.courier.co.za"."""
    names = host.split(".")
    size = 3 if len(names) > 2 and len(names[-1]) == 2 and names[-2] in _SECOND else 2
    return names[-size] if len(names) >= size else host


class Page:
    """The page's own addresses, against which links are judged."""

    __slots__ = ("_own", "_sites")

    def __init__(self, *urls: str | None) -> None:
        self._own = {_parts(url) for url in urls if url}
        self._sites = {_site(host) for host, _, _ in self._own if host}

    def holds(self, url: str) -> bool:
        """Whether an address is the page itself, its parts and its other forms included."""
        if url.startswith("#"):
            return True
        host, path, query = _parts(url)
        for own_host, own_path, own_query in self._own:
            same_host = not host or _site(host) == _site(own_host)
            if same_host and path == own_path and (query == own_query or len(path) > 12):
                return not (_NUMBERED.search(query) and query != own_query)
        return False

    def shares_site(self, url: str) -> bool:
        """Whether an address is of the page's own site; True where the page's address is not known."""
        host = _parts(url)[0]
        return not host or not self._sites or _site(host) in self._sites


def leads_to_piece(url: str) -> bool:
    """Whether an address may lead to a piece at all: no shop, account, topic list, person or file."""
    if ":" in url[:11] and not url.startswith(("http:", "https:")):
        return False  # mailto:, javascript:, tel:, whatsapp:
    host, path, query = _parts(url)
    if _HOSTS.search(host) or _FILE.search(path):
        return False
    if not (path or query) or _ELSEWHERE.search(path):
        return False
    return looks_like_piece(url) or not _PERHAPS.search(path)


def looks_like_piece(url: str) -> bool:
    """Whether an address has the shape of an article's: words of a title, a number, a date, a file name."""
    _, path, query = _parts(url)
    return _PIECE.search(path) is not None or _NUMBERED.search(query) is not None


def kind_of(url: str | None) -> str:
    """The kind of piece that an address names in its path, else "unknown"."""
    if not url:
        return "unknown"
    _, path, _ = _parts(url)
    segments = _SEGMENTS.findall(path.lower())
    for segment in segments[:-1]:
        kind = _KIND.get(segment)
        if kind:
            return kind
    for segment in segments[-2:]:
        kind = _HEAD_KINDS.get(segment.partition("-")[0]) or _KIND.get(segment)
        if kind:
            return kind
    return "unknown"
