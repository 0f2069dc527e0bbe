"""Datelines: where they stand, what is one, what is none; the many samples are in test_dateline_samples."""

import datetime as dt
import time

import pytest

import articlekit
from articlekit.annotate.datelines import find_datelines
from articlekit.languages import get
from articlekit.limits import Limits

FORMAL = [
    ("en", "LISBON, May 3 (AP) — The port opened today.", ["LISBON"], ("AP",)),
    ("en", "LISBON (Reuters) - The port opened today.", ["LISBON"], ("Reuters",)),
    ("en", "SPRINGFIELD, Ill. — The fair opened today.", ["SPRINGFIELD, Ill."], ()),
    ("en", "GENEVA/LISBON, May 3 - Talks went on today.", ["GENEVA", "LISBON"], ()),
    ("de", "Kiel (dpa) - Die Fähre fährt nicht.", ["Kiel"], ("dpa",)),
    ("de", "Essen. Die Stadt baut am Fluss eine neue Brücke für Räder.", ["Essen"], ()),
    ("fr", "LYON (AFP) – Le pont a rouvert vendredi.", ["LYON"], ("AFP",)),
    ("es", "Bilbao, 10 feb (EFE).- Los pantanos están llenos.", ["Bilbao"], ("EFE",)),
    ("it", "(ANSA) - TRENTO, 20 MAG - La linea riapre.", ["TRENTO"], ("ANSA",)),
    ("pt", "Lisboa, 14 jun (Lusa) – O museu abre hoje.", ["Lisboa"], ("Lusa",)),
    ("nl", "ZIERIKZEE (ANP) - De dijk houdt stand.", ["ZIERIKZEE"], ("ANP",)),
    ("ja", "【ロンドン＝山田花子】英政府は三日、新しい計画を発表した。", ["ロンドン"], ()),
    ("zh", "新华社东京5月3日电 当地官员三日表示，港口已重新开放。", ["东京"], ("新华社",)),
]

NONE = [
    ("en", "London is a city that never stops to build."),
    ("en", "UPDATE - The port is closed until noon."),
    ("en", "EXCLUSIVE — Minister to step down this week."),
    ("en", "WATCH — The moment the ship came in."),
    ("en", "By Ana Silva - The port opened today."),
    ("en", "Port 2-1 Harbour: the derby ends in rain."),
    ("en", "Ukraine: talks go on in the capital today."),
    ("de", "Ukraine-Krieg: Die Gespräche gehen heute weiter."),
    ("de", "US-Streitkräfte haben am Dienstag ein Schiff gestoppt."),
    ("de", "Nein. Die Stadt baut keine neue Brücke am Fluss."),
    ("fr", "LE POINT SUR LA SITUATION - Les combats continuent."),
    ("fr", "EXCLUSIF - La ministre quitte le gouvernement."),
    ("es", "Madrid es una ciudad que no duerme nunca."),
    ("it", "Roma vince ancora, e la città festeggia."),
]


@pytest.mark.parametrize(("language", "text", "places", "agencies"), FORMAL)
def test_formal(language: str, text: str, places: list[str], agencies: tuple[str, ...]) -> None:
    article = articlekit.parse_text(f"Title\n\n{text}", options=articlekit.Options(language=language))
    assert article.dateline is not None
    assert [place.text for place in article.dateline.places] == places
    assert article.dateline.agencies == agencies
    assert article.text.startswith(article.dateline.text)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_none(language: str, text: str) -> None:
    article = articlekit.parse_text(f"Title\n\n{text}", options=articlekit.Options(language=language))
    assert article.dateline is None


def test_scene_is_resolved_against_the_reference_day() -> None:
    text = "Talks resume\n\nThe talks go on Thursday, January 13 in Vienna, as was agreed before the break."
    options = articlekit.Options(reference_date=dt.date(2022, 1, 20), language="en")
    (scene,) = articlekit.parse_text(text, options=options).datelines
    assert scene.kind is articlekit.DatelineKind.SCENE
    assert scene.places[0].name == "Vienna"
    assert scene.date is not None
    assert scene.date.resolved == dt.date(2022, 1, 13)


def test_a_day_that_does_not_exist_stays_out() -> None:
    article = articlekit.parse_text("Title\n\nLISBON, Feb 30 (AP) — The port opened.")
    assert article.dateline is not None
    assert article.dateline.date is None


def test_paragraph_without_its_dateline() -> None:
    article = articlekit.parse_text("Title\n\nLISBON, May 3 (AP) — The port opened today.")
    assert article.sections[0].paragraphs[0].text_without_dateline == "The port opened today."


def test_raised_and_lowered_figures_are_no_days() -> None:
    assert articlekit.parse_text("Gas\n\nSWETOWN, CO₂ – The H₁ May ² gas rose in the old works today.").text


MORE = (
    "The harbour opened again on Tuesday after a long repair, the city said, and ships came in before noon."
)


def _html(*body: str, language: str = "en") -> articlekit.Article:
    page = f"<html><body><article><h1>The harbour opens</h1>{''.join(body)}</article></body></html>"
    return articlekit.parse_html(page, options=articlekit.Options(language=language))


def _told(article: articlekit.Article) -> list[str]:
    return [line.text for line in article.datelines if line.kind is articlekit.DatelineKind.FORMAL]


def test_at_the_start_of_a_section() -> None:
    body = [f"<p>{MORE}</p>"] * 4
    article = _html(*body, "<h2>A second harbour</h2>", f"<p>LISBON — {MORE}</p>", *body)
    assert _told(article) == ["LISBON —"]


def test_at_the_start_of_live_entries() -> None:
    entry = "<h2>10:{0} A ship comes in</h2><p>{1} (AP) — {2}</p><p>{2}</p>"
    article = _html(*(entry.format(n, place, MORE) for n, place in ((10, "LISBON"), (25, "PORTO"))))
    assert _told(article) == ["LISBON (AP) —", "PORTO (AP) —"]


def test_in_the_midst_only_with_an_agency_in_brackets() -> None:
    body = [f"<p>{MORE}</p>"] * 5
    article = _html(*body, f"<p>LISBON (AP) — {MORE}</p>", f"<p>LISBON — {MORE}</p>", *body)
    assert _told(article) == ["LISBON (AP) —"]


def test_in_the_standfirst() -> None:
    page = (
        "<html><head><meta property='og:description' content='x'></head><body><article><h1>Hafen offen</h1>"
        "<p class='standfirst'>Kiel. Der Hafen ist wieder offen, und die ersten Schiffe kommen schon herein.</p>"
        + "<p>Der Hafen war lange gesperrt, weil die Stadt ihn umbauen ließ und das Geld nicht reichte.</p>"
        * 4
        + "</article></body></html>"
    )
    article = articlekit.parse_html(page, options=articlekit.Options(language="de"))
    assert article.standfirst
    assert _told(article) == ["Kiel."]
    assert article.datelines[0].span.start == 0


ALONE = ["LISBON (AP)", "PARIS, May 3", "MADRID", "Moscow, 3 May 2022", "Jakarta, 3 May (ANTARA)"]


@pytest.mark.parametrize("line", ALONE)
def test_on_a_line_of_its_own(line: str) -> None:
    for text in (line, f"<strong>{line}</strong>"):
        article = _html(f"<p>{text}</p>", f"<p>{MORE}</p>", f"<p>{MORE}</p>")
        assert _told(article) == [line]
        assert isinstance(article.blocks[0], articlekit.Paragraph)


@pytest.mark.parametrize("line", ALONE)
def test_on_a_line_of_its_own_in_plain_text(line: str) -> None:
    article = articlekit.parse_text(
        f"The harbour opens again\n\n{line}\n\n{MORE}\n\n{MORE}", options=articlekit.Options(language="en")
    )
    assert _told(article) == [line]


NOT_ALONE = [
    "Madrid",
    "EUROPE",
    "MADRID METRO",
    "Sports",
    "Paris Fashion Week",
    "3 May 2022",
    "JANE SMITH",
    "AP",
]


@pytest.mark.parametrize("line", NOT_ALONE)
def test_none_on_a_line_of_its_own(line: str) -> None:
    assert _told(_html(f"<p>{line}</p>", f"<p>{MORE}</p>", f"<p>{MORE}</p>")) == []


def test_above_the_text_its_span_is_empty() -> None:
    head = "<header><h1>Havnen åpner</h1><p>Vi rapporterer fra Oslo/Bergen</p></header>"
    page = f"<html><body><main>{head}<article>{f'<p>{MORE}</p>' * 5}</article></main></body></html>"
    article = articlekit.parse_html(page, options=articlekit.Options(language="no"))
    (line,) = article.datelines
    assert [place.name for place in line.places] == ["Oslo", "Bergen"]
    assert (line.span.start, line.span.end) == (0, 0) or article.text.startswith(line.text)


def test_the_paper_itself_stands_where_an_agency_does() -> None:
    page = (
        "<html><head><meta property='og:site_name' content='Harbour Post'></head><body><article><h1>Open</h1>"
        + f"<p>Lisbon, Harbour Post — {MORE}</p><p>{MORE}</p></article></body></html>"
    )
    article = articlekit.parse_html(page, options=articlekit.Options(language="en"))
    assert article.dateline is not None
    assert article.dateline.agencies == ("Harbour Post",)
    assert [place.text for place in article.dateline.places] == ["Lisbon"]


def test_scenes_in_a_report_of_three_days() -> None:
    """A date, a phrase that says where and a place; a date and a place; a place right after the date."""
    text = (
        "Talks without an end\n\n"
        "“It was hard” said the mediator at the end of a meeting of the council, Wednesday January 12, at the seat "
        "of the league, in Brussels. Two days after the first round, Monday January 10, in Geneva, little moved.\n\n"
        "They will go on Thursday, January 13 in Vienna, as part of a session of the standing committee."
    )
    options = articlekit.Options(language="en", reference_date=dt.date(2022, 1, 20))
    article = articlekit.parse_text(text, options=options)
    assert article.dateline is None
    assert [
        (line.places[0].name, line.date and line.date.resolved, line.kind.value) for line in article.datelines
    ] == [
        ("Brussels", dt.date(2022, 1, 12), "scene"),
        ("Geneva", dt.date(2022, 1, 10), "scene"),
        ("Vienna", dt.date(2022, 1, 13), "scene"),
    ]


def test_month_names_of_another_language_make_no_date() -> None:
    article = articlekit.parse_text(
        f"Title\n\nLISBON, 3 Mai (AP) — {MORE}", options=articlekit.Options(language="en")
    )
    assert article.dateline is not None
    assert article.dateline.date is None
    assert article.dateline.agencies == ("AP",)


def test_a_partial_date_stays_partial() -> None:
    article = articlekit.parse_text(f"Title\n\nLISBON, May 3 (AP) — {MORE}")
    assert article.dateline is not None
    assert article.dateline.date == articlekit.PartialDate(month=5, day=3)


HUGE = [
    "LISBON, May 3 (AP) — " + "the harbour opened again after a long repair and nobody knew why " * 80_000,
    "12 34 56 78 " * 30_000,
    "LISBON/" * 200_000,
    "(" * 1_000_000,
    "— " * 300_000,
    "A" * 2_000_000,
    "May 3 in Lisbon, " * 1_500,
]


@pytest.mark.parametrize("text", HUGE)
def test_a_huge_line_takes_linear_time(text: str) -> None:
    block = articlekit.Paragraph(text=text, span=articlekit.Span(start=0, end=len(text)))
    begun = time.process_time()
    found = find_datelines(text, (block,), get("en"), None, None, Limits(articlekit.Options()))
    assert time.process_time() - begun < 2
    formal = [line for line in found if line.kind is articlekit.DatelineKind.FORMAL]
    assert len(formal) == text.startswith("LISBON, May")
