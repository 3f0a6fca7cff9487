"""Which rules are worth a try: what a pattern needs, and what a window's words leave possible."""

from __future__ import annotations

import pytest

from timeline.grammar.dispatch import Dispatch
from timeline.grammar.pattern import compile_pattern, either, lexical, numeric
from timeline.grammar.rule import Rule

MONTH = lexical({"january": 1, "new moon": 2, "moon": 3})
FIELDS = {"n": numeric(r"\d+"), "month": MONTH, "day": either(numeric(r"\d\d"), lexical({"first": 1}))}


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("[the ]{n} of {month}", [{"of"}, {"january", "moon"}, {"#"}]),
        ("{n}/{n}[/{n}]", [{"##"}]),
        ("{n}{n}", [{"#"}]),
        ("{n}-{n} {n}:{n}", [{"###"}]),
        ("(early {month}|late)", [{"early", "late"}]),
        ("(early|[late]) {n}", [{"#"}]),
        ("{day} o'clock", [{"#", "first"}, {"clock"}]),
    ],
)
def test_knows_what_it_needs(pattern: str, needs: list[set[str]]) -> None:
    assert sorted(map(sorted, compile_pattern(pattern, FIELDS).needs)) == sorted(map(sorted, needs))


def rule(source: str) -> Rule:
    return Rule(source, compile_pattern(source, FIELDS), lambda: None, {}, (), None, None, "here")


RULES = Dispatch(rule(source) for source in ("{n} {month}", "{n}/{n}", "{n}", "{n} {month}s"))


@pytest.mark.parametrize(
    ("keys", "offered"),
    [
        (["#", "moon"], ["{n} {month}", "{n}"]),
        (["#", "#"], ["{n}/{n}", "{n}"]),
        (["#", "sun"], ["{n}"]),
        (["#", "moons"], ["{n} {month}", "{n}", "{n} {month}s"]),
        (["moon", "#"], []),
        (["sun"], []),
    ],
)
def test_offers_what_the_words_leave_possible(keys: list[str], offered: list[str]) -> None:
    seen = RULES.words_from(keys)[0]
    assert [one.id for one, _ in RULES.rules(keys[0], seen)] == offered
