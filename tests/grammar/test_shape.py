"""Shapes: what has one shape is read alike, so that the steps that read the one may read the other."""

from __future__ import annotations

import random
import re

import pytest

from timeline.grammar.match import Matcher
from timeline.grammar.shape import place_in, shape
from timeline.language import pack
from timeline.language.en import absolute, holiday_names, lexicon

LANGUAGES = ("en", "de", "fr")


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("7 March 1943", "8 March 1871", True),
        ("7 March 1943", "17 March 1943", False),
        ("11 January 1871", "10 November 1990", True),
        ("12 March 1871", "12 May 1871", False),
        ("29 March 1871", "30 March 1871", False),
        ("31 March 1871", "32 March 1871", False),
        ("1499", "1500", False),
        ("15,779 men", "16,012 men", True),
        ("15,779 men", "16,012,000 men", False),
        ("the 1st of May", "the 2nd of May", False),
        ("after 12345 days", "after 98765 days", True),
        ("on 20231007", "on 20231008", False),
        ("in the 1980s", "in the 1970s", False),
        ("at 1430 GMT", "at 1530 GMT", False),
        ("no number", "no number", True),
    ],
)
def test_what_rules_may_tell_apart_has_two_shapes(first: str, second: str, alike: bool) -> None:
    assert (shape(first)[0] == shape(second)[0]) is alike


def test_a_place_holds_for_all_texts_of_a_shape() -> None:
    first, second = "on 7 January 1943 he", "on 8 September 1871 he"
    ends, others = shape(first)[1], shape(second)[1]
    for words in ("on", "7", "January", "1943", "he"):
        place = place_in(first.index(words), first, ends)
        assert place is not None
        at = others[place[0]] + place[1]
        assert second[at:].startswith(words if words in ("on", "he") else second.split()[first.split().index(words)])
    assert place_in(first.index("943"), first, ends) is None


def test_no_holiday_is_named_by_a_month_that_shapes_leave_out() -> None:
    named = {word for surface in holiday_names.HOLIDAYS for word in re.findall("[a-z]+", surface)}
    months = {word for word in lexicon.MONTHS if shape(word.title())[0] != word.title()}
    assert months
    assert named.isdisjoint(months)


ALIKE: dict[str, list[str]] = {}
for number in (f"{number:0{digits}d}" for digits in (1, 2, 3, 4, 5) for number in range(10**digits)):
    ALIKE.setdefault(shape(number)[0], []).append(number)


def other_numbers(text: str, chance: random.Random) -> str:
    """The same with other numbers, of the same kind or of as many digits, and other months."""

    def other(match: re.Match[str]) -> str:
        if not match[0].isdigit():
            return chance.choice(("January", "February", "September", "October", "November", "December"))
        if chance.random() < 0.8:
            return chance.choice(ALIKE[shape(match[0])[0]])
        return f"{chance.randrange(10 ** len(match[0])):0{len(match[0])}d}"

    return re.sub(r"\d{1,5}|January|February|September|October|November|December", other, text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_example_with_other_numbers_is_read_as_if_it_were_the_first(code: str) -> None:
    language = pack(code)
    chance = random.Random(5)
    texts = [text for rule in language.rules for text in (*rule.examples, *rule.rejects) if re.search(r"\d", text)]
    texts = [f"It was {text.replace('[', '').replace(']', '')}, they said." for text in texts]
    varied = [other_numbers(text, chance) for text in texts for _ in range(6)]
    shared, alone = (
        Matcher(language.matcher._atoms, language.matcher._joins, language.matcher._triggers) for _ in "ab"
    )
    for text in texts + varied:
        alone._readings.clear()
        alone._replays.clear()
        assert shared.find(text) == alone.find(text), text


def test_replays_are_made_and_used() -> None:
    shared = Matcher(absolute.RULES, (), frozenset({"march"}))
    shared.find("on 7 March 1943 he")
    before = len(shared._replays)
    assert [item.expression for item in shared.find("on 9 March 1871 he")]
    assert len(shared._replays) == before == 1
