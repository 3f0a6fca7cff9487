"""Every example of every rule, read inside a sentence: the rule must win, alone, with the exact span and value.

`[...]` in an example marks the mention where it is not the whole ("in [1998]"); `&` stands between two mentions.
"""

from __future__ import annotations

import pytest

from timeline.extract.mentions import mentions
from timeline.grammar.rule import Rule
from timeline.language import pack
from timeline.model import period
from timeline.model.text import Dating, Document, Source
from timeline.normalise import resolve

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv")
DCT = Dating(period.day(2013, 2, 12), "given", True)
FRAME = "It was {}, they said."
MESSAGE_FRAME = "@you {} :)"
HISTORY = " The town burned in 1501, 1502, 1503, 1504, 1505, 1506, 1507, 1508, 1509 and 1510."
"""What makes a text a history; told after the example, and no part of it."""


def rules() -> list[tuple[str, Rule]]:
    seen: dict[str, tuple[str, Rule]] = {}
    for code in LANGUAGES:
        for rule in pack(code).rules:
            seen.setdefault(rule.id, (code, rule))
    return list(seen.values())


EXAMPLES = [(code, rule.id, text, value) for code, rule in rules() for text, value in rule.examples.items()]
REJECTS = [(code, rule.id, text) for code, rule in rules() for text in rule.rejects]


def read_in_frame(code: str, rule: str, example: str):
    frame = MESSAGE_FRAME if ".messages." in rule else "{}" if ".lone." in rule else FRAME
    framed = frame.format(example)
    found = read(code, framed + HISTORY if ".retold." in rule else framed)
    return [item for item in found if item.mention.span.end <= len(framed)]


def read(code: str, text: str):
    document = Document(Source("s", "example.txt", "example", "example", "", "text/plain", language=code), text)
    language = pack(code)
    return resolve(document, mentions(document, language), language, DCT)


@pytest.mark.parametrize(("code", "rule", "example", "value"), EXAMPLES, ids=[f"{r}: {t}" for _, r, t, _ in EXAMPLES])
def test_example_is_read_by_its_rule(code: str, rule: str, example: str, value: str) -> None:
    plain = example.replace("[", "").replace("]", "")
    wanted = example[example.index("[") + 1 : example.index("]")] if "[" in example else plain
    found = read_in_frame(code, rule, plain)
    told = [
        (item.mention.rule, item.mention.text, item.value and {item.value.edtf, item.value.timex}) for item in found
    ]
    if " & " in value:
        assert [item.value and item.value.edtf for item in found] == value.split(" & "), told
        return
    assert len(found) == 1, told
    assert found[0].mention.rule == rule, told
    assert found[0].mention.text == wanted
    assert found[0].value is not None, found[0].reason
    assert value in (found[0].value.edtf, found[0].value.timex), told
    assert found[0].steps, "every value is explained"


@pytest.mark.parametrize(("code", "rule", "text"), REJECTS, ids=[f"{r}: {t}" for _, r, t in REJECTS])
def test_rule_leaves_alone_what_only_looks_like_a_date(code: str, rule: str, text: str) -> None:
    found = [item for item in read_in_frame(code, rule, text) if item.mention.rule == rule]
    assert not found, [(item.mention.text, item.value) for item in found]
