"""What a word is made of in any script: letters and figures, and the signs above and below them."""

import re

__all__ = ["JOINED", "LETTER"]

LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u200c\u200d]"
"""One letter, as a pattern: ``\\w`` leaves out the vowel signs of Indic scripts, Thai, Arabic and Hebrew."""
JOINED = re.compile("[・·‧•＝]")
"""What joins the parts of a foreign name in Chinese and Japanese."""
