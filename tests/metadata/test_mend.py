"""Broken JSON made readable."""

import pytest

from articlekit.metadata.mend import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "x",};', {"a": "x"}),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('<!-- {"a": "//x"} -->', {"a": "//x"}),
        ('{"a": "called "the port"", "b": 2}', {"a": 'called "the port"', "b": 2}),
        ('{"a": \'it "x" y\', "b": [1, 2,],}', {"a": 'it "x" y', "b": [1, 2]}),
        ('{"a": Ana Silva, "b": "http://x.y"}', {"a": "Ana Silva", "b": "http://x.y"}),
        ('{"a": "x"\n"b": 1}', {"a": "x", "b": 1}),
        ('{"a": "x", "b": {"c": [1, 2', {"a": "x", "b": {"c": [1, 2]}}),
        ('{"a": , "b": 1}', {"a": None, "b": 1}),
        (r'{"a": "c\d \x"}', {"a": r"c\d \x"}),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": "line\nbreak\t\x01"}', {"a": "line\nbreak\t\x01"}),
        ('{"a": "<img width="300" src="u">", "b": 1}', {"a": '<img width="300" src="u">', "b": 1}),
        ('{"a": "no end', {"a": "no end"}),
    ],
)
def test_defects(text: str, expected: object) -> None:
    assert load(text)[0] == expected


def test_sound_json_is_not_touched() -> None:
    assert load('{"a": [1, "x"]}') == ({"a": [1, "x"]}, False)


@pytest.mark.parametrize(
    "text", ["", "words only", "[[[}", "{" * 100_000, '"' * 50_000, "[" * 500 + '"a' * 5_000]
)
def test_hopeless(text: str) -> None:
    try:
        value, mended = load(text)
    except ValueError:
        return
    assert mended
    assert isinstance(value, (dict, list))
