"""The named pieces that English rules are written with: a pattern and its reader each."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.grammar.found import ATOM_FIELDS
from timeline.grammar.pattern import DIGIT, Field, either, lexical, numeric
from timeline.language.en import holiday_names, lexicon, numerals
from timeline.model.expression import Duration, Which
from timeline.model.value import Granularity, Mod

WHICH: dict[str, object] = {
    "this": Which.THIS, "last": Which.LAST, "past": Which.LAST, "next": Which.NEXT, "this past": Which.LAST,
    "this coming": Which.NEXT, "coming": Which.NEXT, "upcoming": Which.NEXT, "this very": Which.THIS,
}  # fmt: skip
ADVERBS: dict[str, object] = {
    "hourly": Duration(((1, Granularity.HOUR),)), "daily": Duration(((1, Granularity.DAY),)),
    "weekly": Duration(((1, Granularity.WEEK),)), "biweekly": Duration(((2, Granularity.WEEK),)),
    "monthly": Duration(((1, Granularity.MONTH),)),
    "yearly": Duration(((1, Granularity.YEAR),)), "annually": Duration(((1, Granularity.YEAR),)),
    "nightly": Duration(((1, Granularity.DAY),)),
}  # fmt: skip
NUMBER_WORDS = frozenset(word for surface in lexicon.SMALL_NUMBERS for word in re.findall("[a-z]+", surface))


_WORDS_TOO = frozenset({"may", "march", "mar", "sun", "sat", "wed", "mon", "fri", "dec", "second"})
"""What is a plain English word when it has no capital."""
_NAMES_TOO = frozenset({"may", "march", "mar", "april", "june", "august", "jan", "mar."})
"""Months that are people, or the first word of a sentence."""


def _capital(entries: dict[str, object]) -> Field:
    """A table's words, refused where they are plain words without a capital."""
    plain = lexical(entries)
    return replace(plain, read=lambda text: None if text in _WORDS_TOO else plain.read(text))


def _titled(entries: dict[str, object]) -> Field:
    """A table's words, with a capital only."""
    plain = lexical(entries)
    return replace(plain, read=lambda text: plain.read(text) if text[0].isupper() else None)


def _no_acronym(entries: dict[str, object]) -> Field:
    """A table's words, refused where a short one stands in capitals ("the DEC")."""
    plain = lexical(entries)
    return replace(plain, read=lambda text: None if len(text) <= 4 and text.isupper() else plain.read(text))


def _without(entries: dict[str, object], left_out: frozenset[str]) -> dict[str, object]:
    return {word: value for word, value in entries.items() if word not in left_out}


def _day(text: str) -> int | None:
    number = int(re.sub(r"\D", "", text))
    return number if 1 <= number <= 31 else None


def _ordinal_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _quantity(text: str) -> float:
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def _spoken_year(text: str) -> int | None:
    """nineteen eighty-four, two thousand and eight."""
    words = re.findall("[a-z]+", text.lower())
    values = [lexicon.CARDINALS.get(word) for word in words]
    if "oh" in words and isinstance(values[0], int) and isinstance(values[-1], int):
        return values[0] * 100 + values[-1]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(value for value in values[2:] if isinstance(value, int))
    if not isinstance(values[0], int):
        return None
    return values[0] * 100 + sum(value for value in values[1:] if isinstance(value, int))


def _modifiers() -> dict[str, object]:
    table: dict[str, object] = dict.fromkeys(lexicon.EARLY, Mod.START)
    table |= dict.fromkeys(lexicon.MIDDLE, Mod.MID)
    table |= dict.fromkeys(lexicon.LATE, Mod.END)
    return table


_TEENS = "|".join(word for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and 11 <= number <= 20)
_TENS = "|".join(word for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and number % 10 == 0)
_ONES = "|".join(word for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and number < 20)
_SPOKEN = (
    rf"(?i:(?:{_TEENS})[ -](?:(?:{_TENS})(?:[ -](?:{_ONES}))?|(?:{_TEENS})|oh[ -](?:{_ONES})"
    rf"|hundred(?:(?: and)? (?:(?:{_TENS})(?:[ -](?:{_ONES}))?|(?:{_ONES})))?)"
    rf"|two thousand(?:(?: and)? (?:(?:{_TENS})(?:[ -](?:{_ONES}))?|(?:{_ONES})))?)"
)

ordinal_digits = numeric(r"\d{1,2}(?:st|nd|rd|th)", _ordinal_number, ("st", "nd", "rd", "th"))
ordinal_words = lexical(lexicon.ORDINALS, triggers=False)

_small_cardinals = {
    word: number for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and number <= 20
}

FIELDS: dict[str, Field] = {
    **ATOM_FIELDS,
    "month": _capital(lexicon.MONTHS),
    "any_month": lexical(lexicon.MONTHS),
    "plain_month": _no_acronym(_without(lexicon.MONTHS, _NAMES_TOO)),
    "name_month": _titled({word: number for word, number in lexicon.MONTHS.items() if word in _NAMES_TOO}),
    "weekday": _capital(lexicon.WEEKDAYS),
    "full_weekday": lexical({word: day for word, day in lexicon.WEEKDAYS.items() if word.endswith("day")}),
    "short_weekday": _titled({word: day for word, day in lexicon.WEEKDAYS.items() if not word.endswith("day")}),
    "season": lexical(lexicon.SEASONS),
    "last_season": lexical(lexicon.SEASONS),
    "unit": lexical(lexicon.UNITS),
    "period": lexical(lexicon.PERIODS),
    "span_unit": lexical({name: lexicon.UNITS[name] for name in ("week", "month", "year")}),
    "holiday": lexical(holiday_names.HOLIDAYS, triggers=False, phrases=True),
    "plain_holiday": lexical(
        _without(holiday_names.HOLIDAYS, holiday_names.ONLY_WITH_YEAR), triggers=False, phrases=True
    ),
    "tens": lexical(lexicon.DECADES),
    "zone": lexical(lexicon.ZONES, triggers=False),
    "part": lexical(lexicon.DAY_PARTS),
    "one_part": lexical({word: part for word, part in lexicon.DAY_PARTS.items() if not word.endswith("s")}),
    "parts": lexical({word: part for word, part in lexicon.DAY_PARTS.items() if word.endswith("s")}),
    "day": numeric(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", _day, ("st", "nd", "rd", "th")),
    "ordinal_day": either(numeric(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", _day), ordinal_words),
    "day_word": ordinal_words,
    "year": numeric(r"(?:1\d|20)\d\d"),
    "decade": numeric(r"(?:1\d|20)\d0(?: ?['\u2019])?s", lambda text: int(text[:4]), ("s",)),
    "short_decade": Field(
        r"['\u2019]?[1-9]0['\u2019]?s",
        lambda text: int(re.sub(r"\D", "", text)),
        frozenset("s"),
        frozenset({"'", DIGIT}),
        needs=frozenset({DIGIT}),
    ),
    "last_day": numeric(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", _day, ("st", "nd", "rd", "th")),
    "last_month": _capital(lexicon.MONTHS),
    "last_year": numeric(r"(?:1\d|20)\d\d"),
    "last_year_short": numeric(r"(?:1\d|20)\d\d|\d\d"),
    "last": either(ordinal_digits, ordinal_words),
    "quarter": numeric(r"[1-4]"),
    "week": numeric(r"[0-5]\d"),
    "which_word": lexical(WHICH, triggers=False),
    "any_year": numeric(r"\d{1,4}"),
    "two_digits": numeric(r"\d\d"),
    "spoken_year": Field(_SPOKEN, _spoken_year, NUMBER_WORDS | {"hundred", "thousand", "oh"}, frozenset(NUMBER_WORDS)),
    "number": either(
        numeric(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", _quantity),
        numerals.in_words(lexicon.SMALL_NUMBERS, hundreds=True),
    ),
    "cardinal": either(numeric(r"\d{1,3}"), numerals.in_words(lexicon.CARDINALS)),
    "whole_number": either(numeric(r"\d{1,2}"), lexical(_small_cardinals, triggers=False)),
    "more": either(numeric(r"\d+", _quantity), numerals.in_words(lexicon.SMALL_NUMBERS)),
    "smaller": lexical(lexicon.UNITS),
    "plural_unit": lexical({word: unit for word, unit in lexicon.UNITS.items() if word in lexicon.PLURAL_UNITS}),
    "adverb": lexical(ADVERBS),
    "weekdays": lexical({f"{word}s": day for word, day in lexicon.WEEKDAYS.items() if word.endswith("day")}),
    "hour": numeric(r"[01]?\d|2[0-4]"),
    "minute": numeric(r"[0-5]\d"),
    "second": numeric(r"[0-5]\d"),
    "military": numeric(r"[01]\d[0-5]\d|2[0-3][0-5]\d"),
    "spoken_hour": lexical(
        {w: n for w, n in lexicon.CARDINALS.items() if isinstance(n, int) and n <= 12}, triggers=False
    ),
    "meridiem": lexical({"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}, triggers=True),
    "several": lexical(lexicon.SEVERAL, triggers=False),
    "ordinal": either(ordinal_digits, ordinal_words),
    "modifier": lexical(_modifiers(), triggers=False),
    "about": lexical(dict.fromkeys(lexicon.ABOUT, Mod.APPROX), triggers=False),
}

_TRIGGER_WORDS = """
    ago d latest today yesterday tomorrow tonight now noon midday midnight b bc bce ad ce weekend weekends weekday
    weekdays workday am pm fortnight currently recently recent previously formerly earlier later nowadays soon
    overnight clock nineteen eighteen seventeen sixteen fifteen twenty thousand domini era lord christ daily weekly
    monthly yearly annual annually quarterly hourly past present future time date eom eoy bom ytd workweek inst
    instant ult noughties naughties aughts ultimo prox proximo moment once eve half turn"""
TRIGGERS = frozenset(_TRIGGER_WORDS.split()) | frozenset(
    word for field in FIELDS.values() if field.triggers for word in field.needs if word.isalpha()
)
"""The words at which the scanner stops."""
