"""Datelines: formal heads, read as parts and judged by what proves them; scenes in the running text."""

from articlekit.annotate.datelines.find import datelines_above, find_datelines, settle_lines

__all__ = ["datelines_above", "find_datelines", "settle_lines"]
