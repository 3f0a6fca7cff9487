"""English dates that need an anchor: "yesterday", "3 months ago", "last May", "two days later", "that year"."""

from __future__ import annotations

from timeline.grammar.pattern import any_of
from timeline.grammar.rule import Rules
from timeline.language.en.context import AFTER_PART
from timeline.language.en.fields import FIELDS
from timeline.model.expression import (
    Base,
    Cycle,
    DayPart,
    Expression,
    Reference,
    Shift,
    Vague,
    Which,
)
from timeline.model.value import Granularity

RULES = Rules("en.relative", FIELDS)

DAY = Granularity.DAY
_IN_SMALLER = {
    (Granularity.YEAR, Granularity.MONTH): 12, (Granularity.WEEK, DAY): 7, (DAY, Granularity.HOUR): 24,
    (Granularity.HOUR, Granularity.MINUTE): 60, (Granularity.DECADE, Granularity.YEAR): 10,
}  # fmt: skip
_PERIOD = any_of("year month week quarter decade century season summer winter spring autumn")
_ABOUT = "(about|around|some|roughly|nearly|almost|more than|less than|over|just|only|at least|exactly) "


@RULES.rule(
    "today",
    "this very day",
    "the present day",
    examples={"today": "2013-02-12"},
    rejects=("USA Today reported", "on the Today programme"),
    unless_preceded=r"USA ",
    unless_followed=r"\w|(?<=Today) (?:program|programme|show|newspaper|magazine)\b",
)
def today() -> Expression:
    return Cycle(Which.THIS, DAY)


@RULES.rule("yesterday", examples={"yesterday": "2013-02-11"}, rejects=("yesterdays", "yester day"))
def yesterday() -> Expression:
    return Shift(-1, DAY)


@RULES.rule(
    "[the ]day before yesterday",
    examples={"the day before yesterday": "2013-02-10"},
    rejects=("the day before yesteryear", "the day before"),
)
def day_before_yesterday() -> Expression:
    return Shift(-2, DAY)


@RULES.rule("tomorrow", examples={"tomorrow": "2013-02-13"}, rejects=("tomorrows", "to morrow"))
def tomorrow() -> Expression:
    return Shift(1, DAY)


@RULES.rule(
    "[the ]day after tomorrow",
    examples={"the day after tomorrow": "2013-02-14"},
    rejects=("the day after tomorrows", "the day after"),
)
def day_after_tomorrow() -> Expression:
    return Shift(2, DAY)


@RULES.rule("tonight", "tonite", examples={"tonight": "2013-02-12TNI"}, rejects=("tonights", "to nightfall"))
def tonight() -> Expression:
    return DayPart("NI", Cycle(Which.THIS, DAY))


@RULES.rule(
    "last night", "last nite", examples={"last night": "2013-02-11TNI"}, rejects=("last nights", "last nightfall")
)
def last_night() -> Expression:
    return DayPart("NI", Shift(-1, DAY))


@RULES.rule(
    "this {part}",
    examples={"this morning": "2013-02-12TMO", "this afternoon": "2013-02-12TAF"},
    rejects=("this evening gown", "this morning paper", "this partner"),
    unless_followed=AFTER_PART,
)
def this_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.THIS, DAY))


@RULES.rule(
    f"[{_ABOUT}]{{number}} {{unit}}[ or so] ago",
    examples={"3 months ago": "2012-11", "a year ago": "2012", "two days ago": "2013-02-10", "ten years ago": "2003",
              "about a week ago": "2013-W06", "a couple of days ago": "2013-02-10"},
    rejects=("3 people ago",),
)  # fmt: skip
def ago(number: float, unit: Granularity) -> Expression:
    return Shift(-number, unit)


@RULES.rule(
    "{number} {unit}[,| and|, and] {more} {smaller} ago",
    examples={"2 weeks and 2 days ago": "2013-01-27", "a year and three months ago": "2011-11"},
    rejects=("three years and 2 hours ago",),
)
def ago_in_two(number: float, unit: Granularity, more: float, smaller: Granularity) -> Expression | None:
    return shift_in_two(-1, (number, unit), (more, smaller))


@RULES.rule(
    "{number} {unit}[,| and|, and] {more} {smaller} from now",
    "in {number} {unit}[,| and|, and] {more} {smaller}['s|'] time",
    examples={"2 weeks and 2 days from now": "2013-02-28"},
    rejects=("3 days and a year from now",),
)
def from_now_in_two(number: float, unit: Granularity, more: float, smaller: Granularity) -> Expression | None:
    return shift_in_two(1, (number, unit), (more, smaller))


@RULES.rule(
    "{number} {unit}[,| and|, and] {more} {smaller} (later|afterwards|after that)",
    examples={"a year and three months later": "2014-05"},
    rejects=("3 days and a year later",),
)
def later_in_two(number: float, unit: Granularity, more: float, smaller: Granularity) -> Expression | None:
    return shift_in_two(1, (number, unit), (more, smaller), Base.TOLD)


@RULES.rule(
    "{number} {unit}[,| and|, and] {more} {smaller} (earlier|before that)",
    examples={"a year and three months earlier": "2011-11"},
    rejects=("3 days and a year earlier",),
)
def earlier_in_two(number: float, unit: Granularity, more: float, smaller: Granularity) -> Expression | None:
    return shift_in_two(-1, (number, unit), (more, smaller), Base.TOLD)


def shift_in_two(
    sign: int, larger: tuple[float, Granularity], smaller: tuple[float, Granularity], base: Base = Base.WRITTEN
) -> Expression | None:
    """A shift told in two units, as one in the smaller; None where the larger is no whole number of those."""
    (number, unit), (more, told) = larger, smaller
    factor = _IN_SMALLER.get((unit, told))
    return None if factor is None else Shift(sign * (number * factor + more), told, base)


@RULES.rule(
    "{several} {unit} ago",
    "{unit} ago",
    "[not ]long ago",
    "some time ago",
    examples={"several years ago": "PAST_REF", "years ago": "PAST_REF", "a few days ago": "PAST_REF",
              "long ago": "PAST_REF"},
    rejects=("several men ago", "years agog"),
)  # fmt: skip
def vaguely_ago(several: object = None, unit: Granularity = DAY) -> Expression:
    return Vague(Reference.PAST)


@RULES.rule(
    "in {number} {unit}['s|'] time",
    "{number} {unit} from (now|today)",
    "{number} {unit} hence",
    examples={"two weeks from now": "2013-W09", "in three days' time": "2013-02-15"},
    rejects=("two weeks from nowhere", "two men from now"),
)
def from_now(number: float, unit: Granularity) -> Expression:
    return Shift(number, unit, future=True)


@RULES.rule(
    "{which_word} {period}",
    examples={"last year": "2012", "this week": "2013-W07", "next month": "2013-03", "this year": "2013",
              "next quarter": "2013-Q2"},
    rejects=("last days", "next yearly", "for the next decade"),
    unless_preceded=r"(?i:\bthe )",
)  # fmt: skip
def cycle(period: Granularity, which_word: Which) -> Expression | None:
    return None if period is DAY else Cycle(which_word, period)


@RULES.rule(
    "the (last|past) {period}",
    examples={"the past week": "2013-W06", "the last year": "2012"},
    rejects=("the last days", "the last month of the war", "the past year of Anne's reign"),
    unless_followed=rf"\w| of (?:the (?!{_PERIOD})|(?:an?|his|her|its|their|our|my) |World War|[A-Z]\w+['\u2019]s )",
)
def the_last(period: Granularity) -> Expression | None:
    return None if period is DAY else Cycle(Which.LAST, period)


@RULES.rule(
    "[the ]current[ fiscal| financial| calendar] {period}",
    examples={"the current year": "2013", "current century": "20", "the current fiscal year": "2013"},
    rejects=("the current yearbook", "the current monthly"),
)
def current(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period)


@RULES.rule(
    "the (last|latest|past) (fiscal|financial) {period}",
    examples={"the latest financial year": "2012", "the last fiscal quarter": "2012-Q4"},
    rejects=("the last financial yearbook",),
)
def fiscal_cycle(period: Granularity) -> Expression | None:
    return Cycle(Which.LAST, period) if period in (Granularity.QUARTER, Granularity.YEAR) else None


@RULES.rule(
    "(earlier|early) (this|in the) {period}",
    examples={"earlier this year": "2013", "earlier this month": "2013-02"},
    rejects=("earlier this man", "earlier thistle"),
)
def earlier_this(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, span=Which.LAST)


@RULES.rule(
    "later this {period}",
    examples={"later this year": "2013", "later this week": "2013-W07"},
    rejects=("later this man", "later thistle"),
)
def later_this(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, span=Which.NEXT)


@RULES.rule(
    "the next {period}",
    examples={"the next day": "2013-02-13", "the next year": "2014"},
    rejects=("for the next year",),
    unless_preceded=r"(?i:\b(?:over|during|for|throughout) )",
)
def the_next(period: Granularity) -> Expression:
    return Cycle(Which.NEXT, period, Base.TOLD)


@RULES.rule(
    "[the ](following|ensuing|succeeding) {period}",
    examples={"the following day": "2013-02-13", "the following year": "2014",
              "planned for [the following year]": "2014"},
    rejects=("following days",),
)  # fmt: skip
def following(period: Granularity) -> Expression:
    return Cycle(Which.NEXT, period, Base.TOLD)


@RULES.rule(
    "[the ](previous|preceding|prior) {period}",
    examples={"the previous day": "2013-02-11", "the previous year": "2012"},
    rejects=("the previous daylight", "the previous yearbook"),
)
def previous(period: Granularity) -> Expression:
    return Cycle(Which.LAST, period, Base.TOLD)


@RULES.rule(
    "(that|the same|that same|that very|the very same) {period}",
    examples={"that day": "2013-02-12", "the same year": "2013", "that same month": "2013-02"},
    rejects=("that days",),
    unless_preceded=r"(?i:\b(?:hoped|so|say|said|says|believes|believe) )",
)
def same(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.TOLD)


@RULES.rule(
    "earlier (that|the same) {period}",
    examples={"earlier that year": "2013", "earlier that day": "2013-02-12"},
    rejects=("earlier that man", "earlier than that"),
)
def earlier_that(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.TOLD, span=Which.LAST)


@RULES.rule(
    "later (that|the same|that same) {period}",
    examples={"later that year": "2013", "later that day": "2013-02-12"},
    rejects=("later that man", "later than that"),
)
def later_that(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.TOLD, span=Which.NEXT)


@RULES.rule(
    "later in the {period}",
    examples={"later in the year": "2013"},
    rejects=("later in the town", "later in the yearbook"),
)
def later_in(period: Granularity) -> Expression:
    return Cycle(Which.THIS, period, Base.NEAR, span=Which.NEXT)


@RULES.rule(
    "(that|the same|that same) {part}",
    examples={"that afternoon": "2013-02-12TAF", "the same night": "2013-02-12TNI"},
    rejects=("that morning paper", "the same night club", "that same nightfall"),
    unless_followed=AFTER_PART,
)
def that_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.THIS, DAY, Base.TOLD))


@RULES.rule(
    "[the ](next|following) {part}",
    examples={"the next morning": "2013-02-13TMO", "the following evening": "2013-02-13TEV"},
    rejects=("the next night club", "the following evening dress"),
    unless_followed=AFTER_PART,
)
def next_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.NEXT, DAY, Base.TOLD))


@RULES.rule(
    "[the ](previous|preceding) {part}",
    examples={"the previous night": "2013-02-11TNI"},
    rejects=("the previous night club", "the previous morning star"),
    unless_followed=AFTER_PART,
)
def previous_part(part: str) -> Expression:
    return DayPart(part, Cycle(Which.LAST, DAY, Base.TOLD))


@RULES.rule(
    f"[{_ABOUT}]{{number}} {{unit}} (later|afterwards|afterward|after that)",
    examples={"two days later": "2013-02-14", "a month later": "2013-03", "498 days later": "2014-06-25",
              "three years later": "2016"},
    rejects=("two men later", "a month late"),
)  # fmt: skip
def later(number: float, unit: Granularity) -> Expression:
    return Shift(number, unit, Base.TOLD)


@RULES.rule(
    f"[{_ABOUT}]{{number}} {{unit}} (earlier|before that|beforehand|previously)",
    examples={"two days earlier": "2013-02-10", "a year earlier": "2012"},
    rejects=("two men earlier", "a month early"),
)
def earlier(number: float, unit: Granularity) -> Expression:
    return Shift(-number, unit, Base.TOLD)


@RULES.rule(
    "{several} {unit} (later|afterwards)",
    "{unit} later",
    examples={"several days later": "FUTURE_REF", "months later": "FUTURE_REF"},
    rejects=("several men later", "months late"),
)
def vaguely_later(several: object = None, unit: Granularity = DAY) -> Expression:
    return Vague(Reference.FUTURE)


@RULES.rule(
    "{several} {unit} (earlier|previously)",
    "{unit} earlier",
    examples={"several years earlier": "PAST_REF"},
    rejects=("several men earlier", "months early"),
)
def vaguely_earlier(several: object = None, unit: Granularity = DAY) -> Expression:
    return Vague(Reference.PAST)
