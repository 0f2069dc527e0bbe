"""Dates in words and figures as every language writes them, and the days they mean."""

from articlekit.dates.reader import DateMatch, date_in, day_in, find_dates, is_month, month_in, weekday_in
from articlekit.dates.resolving import resolve

__all__ = [
    "DateMatch",
    "date_in",
    "day_in",
    "find_dates",
    "is_month",
    "month_in",
    "resolve",
    "weekday_in",
]
