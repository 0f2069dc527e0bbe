"""XPaths of many elements of one page, in time linear in the page."""

from __future__ import annotations

from lxml import etree

__all__ = ["Paths"]


_FEW = 500


class Paths:
    """Gives elements the path that lxml's ``getpath`` gives.

    libxml2 counts the siblings before an element anew each time: fast for the elements of an article,
    quadratic on a page of a million paragraphs. Past the first few, each parent's children are counted once.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._known: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """The XPath of an element from its root."""
        self._asked += 1
        if self._asked <= _FEW:
            return element.getroottree().getpath(element)
        chain = []
        at: etree._Element | None = element
        while at is not None and at not in self._known:
            chain.append(at)
            at = at.getparent()
        for one in reversed(chain):
            if one not in self._known:
                self._number(one)
        return self._known[element]

    def _number(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None:
            self._known[element] = f"/{element.tag}"
            return
        above = self._known[parent]
        groups: dict[str, list[etree._Element]] = {}
        for child in parent.iterchildren("*"):
            groups.setdefault(child.tag, []).append(child)
        for tag, children in groups.items():
            if len(children) == 1:
                self._known[children[0]] = f"{above}/{tag}"
            else:
                for number, child in enumerate(children, 1):
                    self._known[child] = f"{above}/{tag}[{number}]"
