"""One name for one person over all documents, where that is plain; and what `names.csv` corrects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.passages import told
from timeline.merge.aliases import Uses, folded, one_form
from timeline.merge.naming import Named, Told, named
from timeline.model.event import Evidence, NameKind
from timeline.model.text import NameRule

ALIKE = {("a", "b"), ("b", "a")}
"""Documents a and b tell one story; c tells another."""


def alike(first: str, second: str) -> float:
    return 1.0 if first == second or (first, second) in ALIKE else 0.0


def forms(unlike: tuple[str, ...] = (), **documents: str) -> dict[str, str]:
    """What becomes of each document's names; "a" -> "Musa Abu Marzouk, Hamas"; "=" before one explains an acronym."""
    uses = []
    for source, names in documents.items():
        told_names = [name.strip() for name in names.split(",")]
        acronyms = dict(name.split("=", 1) for name in told_names if "=" in name)
        plain = {name for name in told_names if "=" not in name} | set(acronyms)
        uses.append(Uses(source, frozenset(plain), acronyms))
    return {f"{source}: {name}": form for (source, name), form in one_form(uses, unlike, alike).items()}


@pytest.mark.parametrize(
    ("documents", "one"),
    [
        ({"a": "Musa Abu Marzouk", "b": "Marzouk"}, {"b: Marzouk": "Musa Abu Marzouk"}),
        ({"a": "Musa Abu Marzouk", "b": "Abu Marzouk"}, {"b: Abu Marzouk": "Musa Abu Marzouk"}),
        ({"a": "Musa Abu Marzouk, Abu Marzouk"}, {"a: Abu Marzouk": "Musa Abu Marzouk"}),
        ({"a": "Musa Abu Marzouk", "c": "Marzouk"}, {}),
        ({"a": "Ada Cole, Lund, Oslo", "c": "Cole, Lund, Oslo"}, {"c: Cole": "Ada Cole"}),
        ({"a": "Ada Cole, Ben Cole", "b": "Cole"}, {}),
        ({"a": "Ada Cole", "c": "Ben Cole", "b": "Cole"}, {}),
        ({"a": "George Bush", "b": "George W. Bush"}, {"a: George Bush": "George W. Bush"}),
        ({"a": "George W. Bush, George H. Bush", "b": "George Bush"}, {}),
        ({"a": "Jean-Bertrand Aristide", "b": "Jean Bertrand Aristide"}, {"a: Jean-Bertrand Aristide": "Jean Bertrand Aristide"}),
        ({"a": "Mousa Abu Marzook", "b": "Musa Abu Marzouk", "c": "Musa Abu Marzouk"}, {"a: Mousa Abu Marzook": "Musa Abu Marzouk"}),
        ({"a": "José Ortega", "c": "Jose Ortega"}, {"a: José Ortega": "Jose Ortega"}),
        ({"a": "RITA MOSS", "c": "Rita Moss"}, {"a: RITA MOSS": "Rita Moss"}),
        ({"a": "Anna Berg", "b": "Anne Borg"}, {}),
        ({"a": "IAEA=International Atomic Energy Agency", "c": "IAEA"}, {"a: IAEA": "International Atomic Energy Agency", "c: IAEA": "International Atomic Energy Agency"}),
        ({"a": "PLA=Port of London Authority", "b": "PLA=People's Liberation Army", "c": "PLA"}, {}),
        ({"a": "UK Propofol", "b": "Propofol"}, {}),
        ({"a": "Lund TV", "b": "TV"}, {}),
        ({"a": "Rapper Ada Cole", "b": "Ada Cole", "c": "Ada Cole"}, {}),
        ({"a": 'Ada "Bo" Cole', "b": "Ada Cole"}, {"b: Ada Cole": 'Ada "Bo" Cole'}),
        ({"a": 'Ada "Bo" Cole', "b": "Ada Cole, Oslo", "c": "Ada Cole"}, {"b: Ada Cole": 'Ada "Bo" Cole'}),
        ({"a": "Ada Cole", "b": "Ada"}, {}),
    ],
)  # fmt: skip
def test_what_is_one_name(documents: dict[str, str], one: dict[str, str]) -> None:
    assert forms(**documents) == one


def test_a_place_is_no_short_form() -> None:
    assert forms(("Washington",), a="George Washington", b="Washington") == {}
    assert forms(("New York",), a="New York", b="York") == {}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Zelenskyy", "Zelensky", True),
        ("Volodymyr", "Volodimir", True),
        ("al-Assad", "al Assad", True),
        ("Gülen", "Gulen", True),
        ("O’Neill", "O'Neil", True),
        ("Berg", "Borg", False),
        ("Anna", "Anne", False),
    ],
)
def test_spellings(first: str, second: str, same: bool) -> None:
    assert (folded(first) == folded(second)) is same


def known(*rules: NameRule, **texts: str) -> Named:
    """The names of invented documents: "a" -> "Ada Cole left Oslo in [May 2011]."."""
    pieces = [replace(piece, source_id=source) for source, text in texts.items() for piece in told(text, source)]
    return named(pieces, [Told(source, f"{source}.txt", "en") for source in texts], rules, alike)


def people(found: tuple[Evidence, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(piece.participants, piece.places) for piece in found]


A, B = "Ada Cole left Oslo in [May 2011].", "The minister met Cole in Oslo in [May 2011]."


def test_evidence_carries_one_form_and_keeps_its_words() -> None:
    made = known(a=A, b=B)
    assert people(made.evidence) == [(("Ada Cole",), ("Oslo",)), (("Ada Cole",), ("Oslo",))]
    assert "Cole" in made.evidence[1].quote_text and "Ada" not in made.evidence[1].quote_text
    assert (made.forms, made.kinds["Oslo"]) == ({"Ada Cole": ("Cole",)}, NameKind.PLACE)


@pytest.mark.parametrize(
    ("rule", "second"),
    [
        (NameRule("Cole", "1", same_as="Cole"), (("Cole",), ("Oslo",))),
        (NameRule("Cole", "1", same_as="Ben Cole"), (("Ben Cole",), ("Oslo",))),
        (NameRule("Cole", "1", same_as="Ben Cole", uri="b.txt"), (("Ben Cole",), ("Oslo",))),
        (NameRule("Cole", "1", same_as="Ben Cole", uri="a.txt"), (("Ada Cole",), ("Oslo",))),
        (NameRule("Cole", "1", kind="not a name"), ((), ("Oslo",))),
        (NameRule("Oslo", "1", kind="not a name"), (("Ada Cole",), ())),
        (NameRule("Oslo", "1", kind="organisation"), (("Ada Cole", "Oslo"), ())),
        (NameRule("Ada Cole", "1", kind="place"), ((), ("Oslo", "Ada Cole"))),
        (NameRule("Ada Cole", "1", same_as="Adeline Cole"), (("Adeline Cole",), ("Oslo",))),
    ],
)
def test_a_rule_corrects(rule: NameRule, second: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    made = known(rule, a=A, b=B)
    found = made.evidence[1]
    assert (found.participants, set(found.places)) == (second[0], set(second[1]))


def test_a_rule_that_names_nobody_is_told() -> None:
    rules = (NameRule("Coal", "names.csv:2", same_as="Ada Cole"), NameRule("Lund", "names.csv:3", kind="place"))
    assert [rule.where for rule in known(*rules, a=A).unmatched] == ["names.csv:2"]
