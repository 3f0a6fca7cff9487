"""English lengths of time and repetitions: "498 days", "an hour-long talk", "every year", "weekly"."""

from __future__ import annotations

from timeline.grammar.pattern import lexical
from timeline.grammar.rule import Rules
from timeline.language.en import lexicon
from timeline.language.en.context import CENTURY_SCORED
from timeline.language.en.fields import FIELDS
from timeline.model.expression import (
    CalendarDate,
    DayPart,
    Duration,
    Expression,
    Recurrence,
    Season,
    Weekday,
    Weekend,
    Which,
)
from timeline.model.value import Granularity, Mod

RULES = Rules(
    "en.durations",
    FIELDS
    | {
        "toward": lexical(
            dict.fromkeys(("last", "past", "previous", "final", "closing"), Which.LAST)
            | dict.fromkeys(("first", "opening"), Which.THIS)
            | dict.fromkeys(("next", "coming", "upcoming", "following"), Which.NEXT),
            triggers=False,
        ),
        "one_unit": lexical({word: unit for word, unit in lexicon.UNITS.items() if word in lexicon.SINGULAR_UNITS}),
    },
)

_FULL = "[(full|more|whole|consecutive|long|short|bloody|bitter|straight|additional|further) ]"
_VERB_LAST = r"(?i:\b(?:to|will|would|could|can|may|might|must|should|not|n['\u2019]t) )"
"""What makes "last" a verb."""
_AGE = r"[- ]old\b|[- ]olds\b| of age\b|-earlier\b|-ago\b"


@RULES.rule(
    f"[the ]{{number}}[ ]{_FULL}{{unit}}['s|']",
    "{number}-{unit}",
    "[the ]{number} or so {unit}",
    examples={"498 days": "P498D", "three weeks": "P3W", "a year": "P1Y", "the [two-year] talks": "P2Y",
              "to last [five hours]": "PT5H", "two and a half years": "P2Y6M", "half an hour": "PT30M",
              "a decade": "P10Y",
              "two hundred seventeen hours": "PT217H", "a thousand and one days": "P1001D"},
    rejects=("59 hostages", "36-year-old", "12 years old", "seconds out", "a second man", "the first second",
             "3 days old", "a year-earlier loss", "he scored a half-century", "she hit a century"),
    unless_followed=rf"\w|{_AGE}|[-\u2010](?:old|olds|long)|['\u2019]? Wars?\b|{CENTURY_SCORED}",
)  # fmt: skip
def length(number: float, unit: Granularity) -> Expression | None:
    # Why: "a second" and "the first second" are mostly ordinals, "three quarters" a share.
    if (number == 1 and unit is Granularity.SECOND) or unit is Granularity.QUARTER:
        return None
    return Duration(((number, unit),))


@RULES.rule(
    "[the ]{number} (to|or) {more}[ |-]{unit}",
    "[the ]{number} {unit} or (two|three|so|more)",
    "[the ]{toward} {number} (to|or) {more}[ |-]{unit}",
    "[the ]{toward} {number} {unit} or (two|three|so|more)",
    examples={"four to six weeks": "P4W", "six or seven years": "P6Y", "the next 12 to 18 months": "P12M",
              "a year or two": "P1Y", "the next two years or so": "P2Y"},
    rejects=("four to six week-old cats",),
    unless_followed=rf"\w|{_AGE}|[-\u2010](?:old|olds|long)",
    unless_preceded=_VERB_LAST,
)  # fmt: skip
def length_between(
    number: float, unit: Granularity, more: float | None = None, toward: Which | None = None
) -> Expression | None:
    return length(number, unit) if toward is None else length_from_now(toward, number, unit)


@RULES.rule(
    "[(a|the|this|that|the same) ]{number}[-| ]{unit}[-| ]period",
    examples={"over [a sixty-day period]": "P60D", "the same 28-day period": "P28D", "a three year period": "P3Y"},
    rejects=("a two-year periodical",),
)
def period(number: float, unit: Granularity) -> Expression:
    return Duration(((number, unit),))


@RULES.rule(
    f"[the ]{{toward}} {{number}}[ ]{_FULL}{{unit}}['s|']",
    f"[the ]{{toward}} {{number}}[ | or so ]{_FULL}{{unit}}",
    "[the ]{number} {toward} {plural_unit}",
    examples={"the past two months": "P2M", "[the 2 upcoming months]": "P2M", "over [the next couple weeks]": "P2W"},
    rejects=("the next two people", "the last 3 quarters", "the next 3 days old", "only 3 next week",
             "expected to last six weeks"),
    unless_followed=rf"\w|{_AGE}|[-\u2010](?:old|olds|long)|['\u2019]? Wars?\b",
    unless_preceded=_VERB_LAST,
)  # fmt: skip
def length_from_now(
    toward: Which, number: float, unit: Granularity | None = None, plural_unit: Granularity | None = None
) -> Expression | None:
    told = unit or plural_unit
    if told is None or (number == 1 and told is Granularity.SECOND) or told is Granularity.QUARTER:
        return None
    return Duration(((number, told),), toward=toward)


@RULES.rule(
    "{number} {unit}[,| and|, and] {more} {smaller}",
    examples={"two years and three months": "P2Y3M", "1 hour 20 minutes": "PT1H20M"},
    rejects=("3 years and 2 months old",),
    unless_followed=_AGE,
)
def length_in_two(number: float, unit: Granularity, more: float, smaller: Granularity) -> Expression | None:
    return Duration(((number, unit), (more, smaller))) if unit > smaller else None


@RULES.rule(
    "[the ]{several} [(more|other) ]{plural_unit}",
    "[the ]{several} [(more|other) ]quarters",
    "{several}-{unit}",
    examples={
        "several days": "PXD",
        "several-year": "PXY",
        "recent quarters": "PXQ",
        "a few weeks": "PXW",
        "recent years": "PXY",
        "to last [several days]": "PXD",
    },
    rejects=("some day",),
    unless_followed=rf"\w|{_AGE}",
)
def vague_length(
    several: object, unit: Granularity | None = None, plural_unit: Granularity | None = None
) -> Expression:
    return Duration(((None, unit or plural_unit or Granularity.QUARTER),))


@RULES.rule(
    "[the ](last|past|next|first|previous|following|coming) {several}[ |-][(more|other) ]{unit}",
    examples={"the next few months": "PXM", "the last several days": "PXD"},
    rejects=("expected to last several days",),
    unless_followed=rf"\w|{_AGE}",
    unless_preceded=_VERB_LAST,
)
def vague_length_from_now(several: object, unit: Granularity) -> Expression:
    return Duration(((None, unit),))


@RULES.rule(
    "[the ](coming|past|last|next|following|intervening|ensuing) {plural_unit}",
    "[the ](succeeding|subsequent|early|first|final|closing) {plural_unit}",
    "the {plural_unit} ahead",
    examples={"in [the coming weeks]": "PXW", "over [the past years]": "PXY", "in [the first hours]": "PTXH"},
    rejects=("the early hours of Monday",),
    unless_followed=rf"\w|{_AGE}| of (?:the )?[\dA-Z]| of the \w+[ -]century",
)
def some_length(plural_unit: Granularity) -> Expression | None:
    return None if plural_unit is Granularity.SECOND else Duration(((None, plural_unit),))


@RULES.rule(
    "the next {one_unit}",
    examples={"for [the next decade]": "P10Y", "during [the next year]": "P1Y"},
    rejects=("in the next year", "the next decade"),
    only_preceded=r"(?i:\b(?:for|over|during|throughout) )",
)
def one_to_come(one_unit: Granularity) -> Expression:
    return Duration(((1, one_unit),))


@RULES.rule(
    "{plural_unit}",
    examples={"in the [weeks] before the vote": "PXW", "[days] after the storm": "PXD"},
    rejects=("the days of yore", "two weeks before"),
    only_followed=r" (?:before|after|that followed|leading up|following|preceding)\b",
    unless_preceded=r"(?i:\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|many|some|of) )",
)
def length_beside(plural_unit: Granularity) -> Expression:
    return Duration(((None, plural_unit),))


@RULES.rule(
    "{whole_number} 1/2 {unit}",
    "{whole_number} and a half {unit}",
    "a[n] {unit} and a half",
    examples={"2 1/2 years": "P2Y6M", "5 1/2 hours": "PT5H30M"},
    rejects=("2 1/2 yearly fees", "5 1/2 houses"),
)
def length_and_a_half(unit: Granularity, whole_number: int = 1) -> Expression:
    return Duration(((whole_number + 0.5, unit),))


@RULES.rule(
    "{plural_unit}",
    examples={"for [months]": "PXM", "after [years]": "PXY", "for [decades]": "PXDE"},
    rejects=("the days of yore", "happy days"),
    only_preceded=r"(?i:\b(?:for|after|within|over|of|took|takes|take|lasted|lasting|in) )",
    unless_followed=rf"\w|{_AGE}|['\u2019]\w| of yore",
)
def bare_length(plural_unit: Granularity) -> Expression:
    return Duration(((None, plural_unit),))


@RULES.rule(
    "{unit}[ |-]long",
    "[the ]{cardinal}[-| ]{one_unit}[-| ]long",
    examples={"an [hour-long] talk": "PT1H", "year-long": "P1Y", "day-long": "P1D", "three-year-long": "P3Y",
              "the nine day long": "P9D", "year long": "P1Y"},
    rejects=("hour longer",),
    unless_followed=r"\w",
)  # fmt: skip
def long(
    unit: Granularity | None = None, one_unit: Granularity | None = None, cardinal: float = 1
) -> Expression | None:
    told = unit or one_unit
    return None if told is None else Duration(((cardinal, told),))


@RULES.rule(
    "a quarter of a century",
    "a quarter century",
    "quarter-century",
    examples={"a quarter of a century": "P25Y", "a quarter century": "P25Y"},
    rejects=("a quarter of a centurion", "a quarter of century-old oaks"),
)
def quarter_century() -> Expression:
    return Duration(((25, Granularity.YEAR),))


@RULES.rule(
    "half-century",
    examples={"half-century": "P50Y"},
    rejects=("he scored a half-century", "half-centuries"),
    unless_preceded=r"(?i:\b(?:scor(?:ed|es)|hit|made|struck) (?:a|his|her|another) )",
)
def half_century() -> Expression:
    return Duration(((50, Granularity.YEAR),))


@RULES.rule("[a ]fortnight", examples={"a fortnight": "P2W"}, rejects=("a fortnightly paper", "a fort night"))
def fortnight() -> Expression:
    return Duration(((2, Granularity.WEEK),))


@RULES.rule(
    "(more than|over|at least|no less than) {number} {unit}",
    examples={"more than two years": "P2Y", "over 30 days": "P30D"},
    rejects=("over 30 years old", "more than a quarter of the market"),
    unless_followed=_AGE,
)
def more_than(number: float, unit: Granularity) -> Expression | None:
    return None if unit is Granularity.QUARTER else Duration(((number, unit),), Mod.MORE_THAN)


@RULES.rule(
    "(less than|under|nearly|almost|up to) {number} {unit}",
    examples={"less than two years": "P2Y", "nearly a decade": "P10Y"},
    rejects=("under 18 years old", "nearly a quarter-century"),
    unless_followed=_AGE,
)
def less_than(number: float, unit: Granularity) -> Expression | None:
    return None if unit is Granularity.QUARTER else Duration(((number, unit),), Mod.LESS_THAN)


@RULES.rule(
    "(about|around|approximately|roughly|some) {number} {unit}",
    examples={"about three weeks": "P3W", "some 30 days": "P30D"},
    rejects=("about 30 years old", "about a quarter of them"),
    unless_followed=_AGE,
)
def about(number: float, unit: Granularity) -> Expression | None:
    return None if unit is Granularity.QUARTER else Duration(((number, unit),), Mod.APPROX)


@RULES.rule(
    "(every|each|per|once a|once every|every single) {unit}",
    "(every|once every) {number} {unit}",
    "(once|twice|three times|several times) (a|per|every) {unit}",
    examples={
        "every year": "P1Y",
        "each week": "P1W",
        "every two years": "P2Y",
        "once a month": "P1M",
        "per day": "P1D",
    },
    rejects=("every second man",),
)
def every(unit: Granularity, number: float = 1) -> Expression | None:
    return None if unit is Granularity.SECOND and number == 1 else Recurrence(Duration(((number, unit),)))


@RULES.rule(
    "every other {unit}",
    examples={"every other week": "P2W", "every other day": "P2D"},
    rejects=("every other person", "every other weekender"),
)
def every_other(unit: Granularity) -> Expression:
    return Recurrence(Duration(((2, unit),)))


@RULES.rule(
    "{adverb}",
    examples={"daily": "P1D", "weekly": "P1W", "annually": "P1Y", "monthly": "P1M"},
    rejects=("Daily Mail", "the Daily Telegraph", "Weekly Standard", "told Science Weekly", "a half-yearly review"),
    unless_preceded=r"[-\u2010]",
    unless_followed=r"\w|(?<=[a-z] Daily)|(?<=[a-z] Weekly)|(?<=[a-z] Monthly)|(?<=[a-z] Quarterly)|['\u2019]\w"
    r"| (?:Mail|Telegraph|Mirror|Express|News|Star|Beast|Show|Standard|[A-Z][a-z]+)",
)
def regularly(adverb: Duration) -> Expression:
    return Recurrence(adverb)


@RULES.rule(
    "(every|each)[ other| second] {weekday}",
    "[alternate ]{weekdays}",
    examples={
        "every Monday": "XXXX-WXX-1",
        "on [Sundays]": "XXXX-WXX-7",
        "every other Tuesday": "XXXX-WXX-2",
        "alternate Fridays": "XXXX-WXX-5",
    },
    rejects=("TGI Fridays", "every second man"),
    unless_preceded=r"TGI ",
)
def every_weekday(weekday: int | None = None, weekdays: int | None = None) -> Expression | None:
    told = weekdays if weekday is None else weekday
    return None if told is None else Recurrence(Weekday(told))


@RULES.rule(
    "(every|each) {weekday} {part}",
    "{weekday} {parts}",
    examples={"every Monday morning": "XXXX-WXX-1TMO", "on [Sunday evenings]": "XXXX-WXX-7TEV"},
    rejects=("every Monday mourning", "Friday Nights Out"),
    unless_followed=r"['\u2019]?\w| [A-Z]",
)
def every_weekday_part(weekday: int, part: str | None = None, parts: str | None = None) -> Expression | None:
    told = parts if part is None else part
    return None if told is None else Recurrence(DayPart(told, Weekday(weekday)))


@RULES.rule(
    "(every|each) {month}",
    examples={"every June": "XXXX-06"},
    rejects=("every May Day", "every June bug"),
    unless_followed=r" (?:Day|bugs?|Queen)\b",
)
def every_month(month: int) -> Expression:
    return Recurrence(CalendarDate(None, month))


@RULES.rule(
    "(every|each) {season}",
    examples={"every summer": "XXXX-SU"},
    rejects=("every summerhouse", "every spring-loaded lock"),
    unless_followed=r"[-\u2010]?\w",
)
def every_season(season: int) -> Expression:
    return Recurrence(Season(season))


@RULES.rule(
    "(every|each) {part}", examples={"every morning": "XXXX-XX-XXTMO"}, rejects=("every mourning", "every part")
)
def every_part(part: str) -> Expression:
    return Recurrence(DayPart(part))


@RULES.rule(
    "(every|each) weekend",
    "weekends",
    examples={"every weekend": "XXXX-WXX-WE", "weekends": "XXXX-WXX-WE"},
    rejects=("every weekender", "weekenders"),
)
def every_weekend() -> Expression:
    return Recurrence(Weekend())
