"""What a partial date means near a reference day."""

from __future__ import annotations

import datetime as dt

from articlekit.model import PartialDate

__all__ = ["resolve"]


def resolve(date: PartialDate, reference: dt.date | None) -> dt.date | None:
    """The day a partial date means near a reference day; its weekday must agree.

    A weekday alone is the last one that is not after the reference day.
    """
    if date.resolved is not None:
        return date.resolved
    if date.day is not None and date.month is None and reference is not None:
        return _near_day(date.day, reference)
    if date.month is None or date.day is None:
        if date.weekday is None or reference is None:
            return None
        return reference - dt.timedelta(days=(reference.weekday() - date.weekday) % 7)
    years = [date.year] if date.year else ([reference.year + d for d in (0, -1, 1)] if reference else [])
    days = [dt.date(year, date.month, date.day) for year in years if _exists(year, date.month, date.day)]
    fitting = [day for day in days if date.weekday is None or day.weekday() == date.weekday]
    if reference is None:
        return fitting[0] if fitting else None
    return min(fitting, key=lambda day: abs((day - reference).days), default=None)


def _near_day(day: int, reference: dt.date) -> dt.date | None:
    """The last such day of a month that is not after the day that follows the reference day."""
    for back in range(63):
        tried = reference + dt.timedelta(days=1 - back)
        if tried.day == day:
            return tried
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
