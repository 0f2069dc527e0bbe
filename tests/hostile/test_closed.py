"""Parsing touches no network and no file that a page names."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import articlekit

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY file SYSTEM "file://{path}"><!ENTITY web SYSTEM "http://evil.example/x">'
    '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<html><head><base href='http://evil.example/'><link rel=stylesheet href='http://evil.example/x.css'></head><body>"
    "<article><h1>Port &file; &web; opens</h1><p>The port &c; opened again on Friday after a strike of three weeks.</p>"
    "<p><img src='http://evil.example/a.png'> Ships came in, the town said, and more of them are on their way now.</p>"
    "<xi:include href='file://{path}' parse='text'/><object data='file://{path}'></object></article></body></html>"
)
watching = False
opened: list[str] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if watching and event in ("open", "socket.connect", "subprocess.Popen", "os.system", "exec"):
        opened.append(f"{event} {arguments[0]}")


sys.addaudithook(_audit)


@pytest.fixture
def watched() -> Iterator[list[str]]:
    global watching
    articlekit.parse(ENTITIES.format(path="/nowhere")).to_json()  # modules and language files are read once
    articlekit.parse_text("A\n\nB.")
    opened.clear()
    watching = True
    yield opened
    watching = False


def test_no_file_and_no_network(watched: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a parse opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    secret = tmp_path / "secret"
    secret.write_text("treasure", encoding="utf-8")
    watched.clear()
    page = ENTITIES.format(path=secret)
    for article in (articlekit.parse(page), articlekit.parse(page.encode()), articlekit.parse_text(page)):
        assert "treasure" not in article.to_json()
        assert len(article.text) < 3_000
    assert [line for line in watched if "articlekit" not in line] == []  # a language file may be new
