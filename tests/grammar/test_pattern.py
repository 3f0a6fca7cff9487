"""The pattern language: what it matches, what may begin it, and what it refuses to compile."""

from __future__ import annotations

import pytest

from timeline.errors import GrammarError
from timeline.grammar.pattern import compile_pattern, lexical, numeric
from timeline.grammar.rule import Rules
from timeline.grammar.scan import Scanner
from timeline.model.expression import CalendarDate, Expression

FIELDS = {
    "n": numeric(r"\d+"),
    "month": lexical({"january": 1, "new moon": 2}),
}


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("[the ]{n} of {month}", "the 7 of January", True),
        ("[the ]{n} of {month}", "7 of\njanuary", True),
        ("[the ]{n} of {month}", "7 of\n\njanuary", False),
        ("[the ]{n} of {month}", "7 of januaryish", False),
        ("{n} BC", "44 BC", True),
        ("{n} BC", "44 bc", False),
        ("({n}|{month}) ago", "new  moon ago", True),
        ("{n}-{n}", "3\u20114", True),
        ("{n}–{n}", "3 \u2013 4", True),
        ("{n}–{n}", "3 4", False),
        ("new year's", "New Year\u2019s", True),
        ("{n}[,] {n}", "3, 4", True),
        ("{n}[,] {n}", "3 , 4", True),
        ("{n}[,] {n}", "3\n, 4", False),
    ],
)
def test_matches(pattern: str, text: str, matches: bool) -> None:
    compiled = compile_pattern(pattern, FIELDS).compiled
    assert (compiled.match(text) is not None) == matches


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("{n} ago", {"#"}),
        ("[the ]{n}", {"the", "#"}),
        ("({month}|early) {n}", {"january", "new", "early"}),
        ("[early ][the ]{month}", {"early", "the", "january", "new"}),
    ],
)
def test_knows_what_it_may_begin_with(pattern: str, first: set[str]) -> None:
    assert compile_pattern(pattern, FIELDS).first == first


def test_knows_its_words() -> None:
    assert compile_pattern("[the ]{month} before", FIELDS).words == {"the", "january", "new", "moon", "before"}


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{nothing}", "a field; 'nothing' is none of month, n"),
        ("[the {n}", "']'"),
        ("({n}|{n}", "'\\)'"),
        ("{n}]", "a closing bracket too many"),
        ("[{n}]", "cannot match nothing"),
    ],
)
def test_says_what_is_wrong(pattern: str, complaint: str) -> None:
    with pytest.raises(GrammarError, match=complaint):
        compile_pattern(pattern, FIELDS)


def test_a_rule_needs_an_example_and_its_captures() -> None:
    rules = Rules("test", FIELDS)

    def production(n: int) -> Expression:
        return CalendarDate(n)

    with pytest.raises(GrammarError, match="has no example"):
        rules.rule("{n}", examples={})(production)
    with pytest.raises(GrammarError, match="does not take month"):
        rules.rule("{n} {month}", examples={"7 January": "0007"})(production)
    rules.rule("{n}", examples={"7": "0007"})(production)
    with pytest.raises(GrammarError, match="a second rule"):
        rules.rule("{n}", examples={"7": "0007"})(production)


def test_a_phrase_is_looked_for_whole() -> None:
    feast = lexical({"day of the moon": 1, "new moon": 2}, triggers=False, phrases=True)
    pattern = compile_pattern("[the ]{feast}[ of] {n}", {"feast": feast, "n": numeric(r"\d+")})
    assert pattern.phrases == {"day of the moon", "new moon"}
    assert pattern.words == {"the", "of"}
    windows = Scanner(pattern.words, frozenset({"never"}), pattern.phrases).windows
    texts = ["the day of nobody", "on the Day of\nthe  Moon of 3", "moons", "a new moon's"]
    assert [[text[start:end] for start, end in windows(text)] for text in texts] == [
        [], ["the Day of\nthe  Moon of 3"], [], ["new moon"],
    ]  # fmt: skip
