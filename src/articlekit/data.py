"""The files of data that lie beside the code.

Read with plain file access: importlib.resources would take as long to import as lxml does.
"""

from __future__ import annotations

import os

__all__ = ["list_data", "read_data"]

_HOME = os.path.dirname(os.path.abspath(__file__))


def read_data(name: str) -> str:
    """The text of a file, named from the package down: "languages/de.toml".

    Raises:
        FileNotFoundError: There is none of that name.
    """
    with open(os.path.join(_HOME, name), encoding="utf-8") as file:
        return file.read()


def list_data(folder: str) -> list[str]:
    """Names of the files and folders in a folder."""
    return os.listdir(os.path.join(_HOME, folder))
