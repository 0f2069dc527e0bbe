"""Dates as newsrooms write them, in every language; what is no date; resolution against a reference day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from articlekit.dates import date_in, find_dates, month_in, resolve, weekday_in
from articlekit.languages import get
from articlekit.model import PartialDate

FOUND = [
    ("en", "Wednesday January 12, at x", "Wednesday January 12", (None, 1, 12, 2)),
    ("en", "on Thursday, January 13, 2022 in", "Thursday, January 13, 2022", (2022, 1, 13, 3)),
    ("en", "LISBON, Feb 30", "Feb 30", None),
    ("en", "12th of January 2022", "12th of January 2022", (2022, 1, 12, None)),
    ("fr", "mercredi 12 janvier 2022", "mercredi 12 janvier 2022", (2022, 1, 12, 2)),
    ("fr", "le 1er mars", "1er mars", (None, 3, 1, None)),
    ("de", "am Mittwoch, dem 12. Januar 2022, in", "Mittwoch, dem 12. Januar 2022", (2022, 1, 12, 2)),
    ("de", "am Mittwoch (12.1.) in Kiel", "Mittwoch (12.1.)", (None, 1, 12, 2)),
    ("de", "am 12.01.2022", "12.01.2022", (2022, 1, 12, None)),
    ("de", "Mi., 12. Januar", "Mi., 12. Januar", (None, 1, 12, 2)),
    ("es", "el miércoles 12 de enero de 2022", "miércoles 12 de enero de 2022", (2022, 1, 12, 2)),
    ("es", "miercoles 12 enero", "miercoles 12 enero", (None, 1, 12, 2)),
    ("es", "mayo 3", "mayo 3", (None, 5, 3, None)),
    ("it", "mercoledì 12 gennaio", "mercoledì 12 gennaio", (None, 1, 12, 2)),
    ("it", "20 MAG", "20 MAG", (None, 5, 20, None)),
    ("pt", "quarta-feira, 12 de janeiro", "quarta-feira, 12 de janeiro", (None, 1, 12, 2)),
    ("pt", "na quarta-feira (12/1)", "quarta-feira (12/1)", (None, 1, 12, 2)),
    ("nl", "woensdag 12 januari", "woensdag 12 januari", (None, 1, 12, 2)),
    ("sv", "onsdagen den 12 januari", "onsdagen den 12 januari", (None, 1, 12, 2)),
    ("no", "onsdag 12. januar", "onsdag 12. januar", (None, 1, 12, 2)),
    ("da", "onsdag den 12. januar", "onsdag den 12. januar", (None, 1, 12, 2)),
    ("fi", "keskiviikkona 12. tammikuuta 2022", "keskiviikkona 12. tammikuuta 2022", (2022, 1, 12, 2)),
    ("fi", "12.1.2022", "12.1.2022", (2022, 1, 12, None)),
    ("pl", "w środę, 12 stycznia 2022 r.", "środę, 12 stycznia 2022 r.", (2022, 1, 12, 2)),
    ("cs", "ve středu 12. ledna", "středu 12. ledna", (None, 1, 12, 2)),
    ("sk", "v stredu 12. januára", "stredu 12. januára", (None, 1, 12, 2)),
    ("sl", "v sredo, 12. januarja", "sredo, 12. januarja", (None, 1, 12, 2)),
    ("hu", "szerdán, január 12-én", "szerdán, január 12-én", (None, 1, 12, 2)),
    ("hu", "2022. január 12., szerda", "2022. január 12., szerda", (2022, 1, 12, 2)),
    ("hu", "2022. január 12-én", "2022. január 12-én", (2022, 1, 12, None)),
    ("ro", "miercuri, 12 ianuarie", "miercuri, 12 ianuarie", (None, 1, 12, 2)),
    ("bg", "сряда, 12 януари 2022 г.", "сряда, 12 януари 2022 г.", (2022, 1, 12, 2)),
    ("hr", "u srijedu, 12. siječnja 2022.", "srijedu, 12. siječnja 2022.", (2022, 1, 12, 2)),
    ("sr", "у среду, 12. јануара", "среду, 12. јануара", (None, 1, 12, 2)),
    ("sr", "u sredu, 12. januara", "sredu, 12. januara", (None, 1, 12, 2)),
    ("el", "την Τετάρτη 12 Ιανουαρίου", "Τετάρτη 12 Ιανουαρίου", (None, 1, 12, 2)),
    ("el", "ΤΕΤΑΡΤΗ 12 ΙΑΝΟΥΑΡΙΟΥ", "ΤΕΤΑΡΤΗ 12 ΙΑΝΟΥΑΡΙΟΥ", (None, 1, 12, 2)),
    ("ru", "в среду, 12 января 2022 года", "среду, 12 января 2022 года", (2022, 1, 12, 2)),
    ("uk", "у середу, 12 січня", "середу, 12 січня", (None, 1, 12, 2)),
    ("tr", "12 Ocak 2022 Çarşamba günü", "12 Ocak 2022 Çarşamba", (2022, 1, 12, 2)),
    ("tr", "12 OCAK ÇARŞAMBA", "12 OCAK ÇARŞAMBA", (None, 1, 12, 2)),
    ("tr", "3 HAZİRAN PAZARTESİ", "3 HAZİRAN PAZARTESİ", (None, 6, 3, 0)),
    ("ar", "الأربعاء 12 كانون الثاني/يناير 2022", "الأربعاء 12 كانون الثاني/يناير 2022", (2022, 1, 12, 2)),
    ("ar", "3 جويلية", "3 جويلية", (None, 7, 3, None)),
    ("ar", "04 جمادى الأولى 1445 هـ", "04 جمادى الأولى 1445", None),
    ("he", "ביום רביעי, 12 בינואר", "ביום רביעי, 12 בינואר", (None, 1, 12, 2)),
    ("fa", "چهارشنبه ۲۲ دی ۱۴۰۰", "چهارشنبه ۲۲ دی ۱۴۰۰", (2022, 1, 12, 2)),
    ("fa", "۱۲ ژانویه ۲۰۲۲", "۱۲ ژانویه ۲۰۲۲", (2022, 1, 12, None)),
    ("hi", "बुधवार, 12 जनवरी को", "बुधवार, 12 जनवरी", (None, 1, 12, 2)),
    ("id", "Rabu (12/1/2022)", "Rabu (12/1/2022)", (2022, 1, 12, 2)),
    ("id", "Rabu, 12 Januari 2022", "Rabu, 12 Januari 2022", (2022, 1, 12, 2)),
    ("vi", "ngày 12/1", "12/1", (None, 1, 12, None)),
    ("vi", "Thứ Tư, ngày 12 tháng 1 năm 2022", "Thứ Tư, ngày 12 tháng 1 năm 2022", (2022, 1, 12, 2)),
    ("vi", "ngày 12 tháng 10", "12 tháng 10", (None, 10, 12, None)),
    ("zh", "1月12日（星期三）", "1月12日（星期三）", (None, 1, 12, 2)),
    ("zh", "2022年1月12日", "2022年1月12日", (2022, 1, 12, None)),
    ("zh", "10月12日电", "10月12日", (None, 10, 12, None)),
    ("ja", "2022年1月12日（水）", "2022年1月12日（水）", (2022, 1, 12, 2)),
    ("ja", "１月１２日", "１月１２日", (None, 1, 12, None)),
    ("ko", "2022년 1월 12일(수)", "2022년 1월 12일(수)", (2022, 1, 12, 2)),
    ("th", "วันพุธที่ 12 มกราคม 2565", "วันพุธที่ 12 มกราคม 2565", (2022, 1, 12, 2)),
    ("th", "12 ม.ค. 65", "12 ม.ค. 65", (2022, 1, 12, None)),
    ("lt", "2022 m. sausio 12 d., trečiadienį", "2022 m. sausio 12 d., trečiadienį", (2022, 1, 12, 2)),
    ("lt", "sausio 12 d.", "sausio 12 d.", (None, 1, 12, None)),
    ("lv", "2022. gada 12. janvārī", "2022. gada 12. janvārī", (2022, 1, 12, None)),
    ("et", "kolmapäeval, 12. jaanuaril", "kolmapäeval, 12. jaanuaril", (None, 1, 12, 2)),
    ("ca", "dimecres 12 de gener del 2022", "dimecres 12 de gener del 2022", (2022, 1, 12, 2)),
    ("is", "miðvikudaginn 12. janúar", "miðvikudaginn 12. janúar", (None, 1, 12, 2)),
    ("ms", "Rabu (12 Januari)", "Rabu (12 Januari)", (None, 1, 12, 2)),
    ("bn", "বুধবার, ১২ জানুয়ারি", "বুধবার, ১২ জানুয়ারি", (None, 1, 12, 2)),
    ("ur", "12 جنوری 2022", "12 جنوری 2022", (2022, 1, 12, None)),
    ("en", "3 Mai", None, None),
    ("de", "March 3", None, None),
    ("en", "in May 2022", None, None),
    ("en", "May 3,500 people", None, None),
    ("de", "im Mai 3 Tage", None, None),
    ("fr", "mars 12", None, None),
    ("pt", "12 de março de 2022", "12 de março de 2022", (2022, 3, 12, None)),
    ("sw", "tarehe 12 Januari 2022", "12 Januari 2022", (2022, 1, 12, None)),
    ("en", "On 3 January 1987", "3 January 1987", (1987, 1, 3, None)),
    ("ru", "12-го января", "12-го января", (None, 1, 12, None)),
]


@pytest.mark.parametrize(("language", "text", "found", "date"), FOUND)
def test_found(
    language: str, text: str, found: str | None, date: tuple[int | None, int, int, int | None] | None
) -> None:
    matches = list(find_dates(text, get(language)))
    assert [text[match.start : match.end] for match in matches] == ([found] if found else [])
    read = matches[0].date if matches else None
    assert (read and (read.year, read.month, read.day, read.weekday)) == date


CLDR = json.loads((Path(__file__).parent.parent / "samples" / "datelines" / "cldr.json").read_text("utf-8"))


@pytest.mark.parametrize("language", sorted(CLDR["months"]))
def test_every_month_and_weekday_of_cldr(language: str) -> None:
    """Names from CLDR (Unicode License v3), both forms, wide and abbreviated."""
    known = get(language)
    for number, names in enumerate(CLDR["months"][language], 1):
        for name in names:
            ahead = known.value("dates", "order", "dm") == "md"
            ending = (*known.words("dates", "day_endings"), "")[0] if ahead else ""
            text = f"{name} 5{ending}" if ahead else f"5 {name}"
            match = next(find_dates(text, known), None)
            assert match is not None, text
            date = match.date
            assert date is not None, text
            assert (date.month, date.day) == (number, 5), text
    for number, names in enumerate(CLDR["weekdays"][language]):
        for name in names:
            assert weekday_in(name, known) == number, name


NONE = [
    ("en", "3 Mai"),
    ("de", "3 March"),
    ("fr", "May 3"),
    ("en", "May 3,500 people"),
    ("en", "12:30 May"),
    ("en", "1.5 May"),
    ("en", "32 May"),
    ("de", "am 45.12.2022"),
    ("id", "12/13/2022"),
    ("vi", "3/4 số người"),
    ("en", "version 3.5.2022"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_none(language: str, text: str) -> None:
    assert [match for match in find_dates(text, get(language)) if match.date] == []


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Feb 30"), ("de", "31. April"), ("es", "30 de febrero"), ("ru", "31 июня")]
)
def test_a_day_that_does_not_exist_has_no_date(language: str, text: str) -> None:
    match = date_in(text, get(language))
    assert match is not None
    assert match.date is None


def test_a_month_with_its_year_stays_partial() -> None:
    assert month_in("Januar 2021", get("de")) == PartialDate(year=2021, month=1)
    assert month_in("Berlin 2021", get("de")) is None


REFERENCE = dt.date(2022, 1, 20)
RESOLVED = [
    (PartialDate(month=1, day=12), dt.date(2022, 1, 12)),
    (PartialDate(month=12, day=30), dt.date(2021, 12, 30)),
    (PartialDate(month=1, day=12, weekday=2), dt.date(2022, 1, 12)),
    (PartialDate(month=1, day=12, weekday=1), dt.date(2021, 1, 12)),
    (PartialDate(month=1, day=12, weekday=4), None),
    (PartialDate(year=2019, month=1, day=12), dt.date(2019, 1, 12)),
    (PartialDate(year=2019, month=1, day=12, weekday=0), None),
    (PartialDate(weekday=2), dt.date(2022, 1, 19)),
    (PartialDate(weekday=3), dt.date(2022, 1, 20)),
    (PartialDate(day=28), dt.date(2021, 12, 28)),
    (PartialDate(year=2021, month=1), None),
    (PartialDate(month=2, day=29), None),
]


@pytest.mark.parametrize(("date", "day"), RESOLVED)
def test_resolved(date: PartialDate, day: dt.date | None) -> None:
    assert resolve(date, REFERENCE) == day


def test_without_a_reference_only_a_full_date_is_resolved() -> None:
    assert resolve(PartialDate(month=1, day=12), None) is None
    assert resolve(PartialDate(weekday=2), None) is None
    assert resolve(PartialDate(year=2022, month=1, day=12), None) == dt.date(2022, 1, 12)
