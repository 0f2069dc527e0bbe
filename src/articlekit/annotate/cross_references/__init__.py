"""Cross-references: editorial pointers to other pieces, taken out of the running text.

``labels`` knows the words of a language, ``addresses`` what an address tells, ``reading`` what one piece
looks like, ``taking`` goes over the pieces in order, ``closing`` looks for the list after the column.
"""

from articlekit.annotate.cross_references.closing import closing_references
from articlekit.annotate.cross_references.taking import take_references

__all__ = ["closing_references", "take_references"]
