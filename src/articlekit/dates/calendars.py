"""Calendars that newsrooms print: a day as written to a day of the common calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from articlekit.model import PartialDate

__all__ = ["CALENDARS", "Calendar"]

_LEAP = 2000  # a leap year, against which a day without its year is tried


class Calendar(NamedTuple):
    """A calendar: what a year, month and day printed in it are in the common one."""

    name: str
    to_day: Callable[[int, int, int], dt.date]

    def partial(self, year: int | None, month: int, day: int, weekday: int | None) -> PartialDate | None:
        """The date as far as it can be known; None where no such day exists.

        A month of another calendar without its year has no month in ours: only the weekday stays.
        """
        try:
            if self.name == "gregorian":
                dt.date(year or _LEAP, month, day)
                return PartialDate(year=year, month=month, day=day, weekday=weekday)
            if not (1 <= month <= 12 and 1 <= day <= 31):
                return None
            if year is None:
                return PartialDate(weekday=weekday)
            known = self.to_day(year, month, day)
        except (ValueError, OverflowError):
            return None
        return PartialDate(year=known.year, month=known.month, day=known.day, weekday=weekday)


def _jalali(year: int, month: int, day: int) -> dt.date:
    """The Iranian solar calendar, by its 33-year cycle (exact for 1300 to 1500)."""
    if year < 1200 or (month > 6 and day > 30):
        raise ValueError("no such day")
    cycles, rest = divmod(year - 979, 33)
    days = 365 * (year - 979) + cycles * 8 + (rest + 3) // 4
    days += 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    return dt.date(1600, 3, 20) + dt.timedelta(days=days)


def _hijri(year: int, month: int, day: int) -> dt.date:
    """The lunar calendar follows the sighted moon: no day is computed from it."""
    raise ValueError("not computed")


CALENDARS = (
    Calendar("gregorian", dt.date),
    Calendar("jalali", _jalali),
    Calendar("hijri", _hijri),
)
