"""English years with their era spelled out, and years in words: "44BC", "Anno Domini 79", "623ish", "1843?"."""

from __future__ import annotations

from timeline.grammar.pattern import lexical, numeric
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.fields import FIELDS
from timeline.model import civil
from timeline.model.expression import CalendarDate, Decade, Expression, Listed, Modified, Range, Season
from timeline.model.value import Mod

_DAY_NUMBERS = {word: number for word, number in lexicon.CARDINALS.items() if isinstance(number, int) and number <= 31}

RULES = Rules(
    "en.eras",
    FIELDS
    | {
        "cardinal_day": lexical(_DAY_NUMBERS, triggers=False),
        "last_any_year": numeric(r"\d{1,4}"),
        "short_tens": numeric(r"\d{1,3}0"),
        "last_tens": numeric(r"\d{1,3}0"),
        "long_year": numeric(r"\d{3,4}"),
    },
)


@RULES.rule(
    "{any_year}BCE",
    "[the year ]{any_year} before[ the] common era",
    "[the year ]{any_year} before Christ",
    "[the year ]{any_year} b.c.[e.]",
    "{any_year} (bc|bce)",
    examples={"44BCE": "BC0044", "44 Before Common Era": "BC0044", "753 before Christ": "BC0753", "44 b.c.": "BC0044"},
    rejects=("44 before Christmas",),
)
def before_common_era(any_year: int) -> Expression | None:
    return CalendarDate(1 - any_year) if any_year else None


@RULES.rule(
    "[the ]{season}[ of|,] {any_year} (BC|BCE|B.C.)",
    examples={"the spring of 480 BC": "BC0480-SP", "autumn 481 BC": "BC0481-FA"},
    rejects=("prices fall 20 BC Ferries",),
)
def season_before_christ(season: int, any_year: int) -> Expression | None:
    return Season(season, 1 - any_year) if any_year > 20 else None


@RULES.rule(
    "[the years ]{any_year}–{last_any_year} (BC|BCE|B.C.)",
    "from {any_year} (to|until|till) {last_any_year} (BC|BCE|B.C.)",
    "between {any_year} and {last_any_year} (BC|BCE|B.C.)",
    examples={"499-493 BC": "-0498/-0492", "from 499 to 493 BC": "-0498/-0492"},
    rejects=("493-499 BC",),
)
def years_before_christ(any_year: int, last_any_year: int) -> Expression | None:
    return Range(CalendarDate(1 - any_year), CalendarDate(1 - last_any_year)) if any_year > last_any_year > 0 else None


@RULES.rule(
    "{any_year} (and|or) {last_any_year} (BC|BCE|B.C.)",
    examples={"in 496 and 495 BC": "-0495 & -0494", "218 or 217 BC": "-0217 & -0216"},
    rejects=("20 and 30 BC ferries",),
)
def two_years_before_christ(any_year: int, last_any_year: int) -> Expression | None:
    if not any_year > last_any_year > 0:
        return None
    return Listed((CalendarDate(1 - any_year), CalendarDate(1 - last_any_year)))


@RULES.rule(
    "[the ]{short_tens}s and {last_tens}s (BC|BCE|B.C.)",
    examples={"the 480s and 470s BC": "-0488/-0479 & -0478/-0469"},
    rejects=("the 480s and 470 BC", "the 480s and the walls"),
)
def two_decades_before_christ(short_tens: int, last_tens: int) -> Expression | None:
    return Listed((Decade(-short_tens), Decade(-last_tens))) if short_tens > last_tens else None


@RULES.rule(
    "[the ]{short_tens}s (BC|BCE|B.C.)",
    examples={"the 460s BC": "BC046"},
    rejects=("the 460 BC wall", "the 460s"),
)
def decade_before_christ(short_tens: int) -> Expression:
    return Decade(-short_tens)


@RULES.rule(
    "(AD|CE){any_year}",
    "{any_year}(AD|CE)",
    "(anno domini|common era) {any_year}",
    "{any_year} (anno domini|common era|of the common era|a.d.|c.e.)",
    "[the year of our lord ]a.d. {any_year}",
    "the year of our lord {any_year}",
    "in the year {any_year} of our lord",
    examples={"AD79": "0079", "79AD": "0079", "Anno Domini 79": "0079", "79 Common Era": "0079", "14 a.d.": "0014",
              "the year of our Lord 1066": "1066"},
    rejects=("common era 79 people",),
    unless_followed=r"\d| (?:people|percent)",
)  # fmt: skip
def common_era(any_year: int) -> Expression | None:
    return CalendarDate(any_year) if any_year else None


@RULES.rule(
    "{long_year}[-]ish",
    examples={"623ish": "0623", "1850-ish": "1850"},
    rejects=("1850-ishmael",),
)
def about_a_year(long_year: int) -> Expression:
    return Modified(Mod.APPROX, CalendarDate(long_year))


@RULES.rule(
    "[{weekday}[,] ]{day} {month:any_month}[,] {spoken_year}",
    "[the ]{day_word}[ day][ of] {month:any_month}[,][ in the year] {spoken_year}",
    "{cardinal_day} {month:any_month}[,] ({spoken_year}|{year})",
    "{month:any_month} {cardinal_day}[,] ({spoken_year}|{year})",
    examples={"13 Sept nineteen seventy two": "1972-09-13",
              "fifteen August nineteen hundred ninety three": "1993-08-15",
              "January twenty five nineteen eighty six": "1986-01-25",
              "the fourth of July, seventeen seventy-six": "1776-07-04"},
    rejects=("May forty nineteen ten",),
)  # fmt: skip
def day_in_words(
    month: int, spoken_year: int | None = None, year: int | None = None, day: int | None = None,
    day_word: int | None = None, cardinal_day: int | None = None, weekday: int | None = None,
) -> Expression | None:  # fmt: skip
    told, number = spoken_year or year, day or day_word or cardinal_day
    if told is None or number is None or not civil.is_date(told, month, number):
        return None
    return CalendarDate(told, month, number, weekday)
