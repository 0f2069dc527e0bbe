"""The entry point of the command; says what to install where the extra is missing."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command.

    Raises:
        SystemExit: Always; 0 where all went well, 1 where a source failed, 2 for wrong usage.
    """
    try:
        from articlekit.command import command
    except ImportError:
        print("articlekit's command needs: pip install 'articlekit[cli]'", file=sys.stderr)
        raise SystemExit(2) from None
    command()
