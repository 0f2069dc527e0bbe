"""Datelines: what is one, what is none."""

import datetime as dt

import pytest

import articlekit

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
