"""The English words of time: plain data, lower case, straight apostrophes."""

from __future__ import annotations

from timeline.model.value import Granularity

_MONTH_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTHS_IN_FULL = tuple(names[0] for names in _MONTH_NAMES)
MONTHS: dict[str, object] = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
MONTHS |= {f"{short}.": number for number, (_, *shorts) in enumerate(_MONTH_NAMES, 1) for short in shorts}

_WEEKDAY_NAMES = (
    ("monday", "mon"), ("tuesday", "tues", "tue"), ("wednesday", "weds", "wed"), ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"),
)  # fmt: skip
WEEKDAYS: dict[str, object] = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names}
WEEKDAYS |= {f"{name}.": number for name, number in WEEKDAYS.items() if len(name) < 6}

_DIVIDED_TOO = """
    yesterday tomorrow morning afternoon evening midnight tonight century centuries decade decades autumn summer winter
    weekend fortnight christmas easter eighteenth nineteenth twentieth seventeenth
"""
DIVIDED = frozenset((*MONTHS_IN_FULL, *(names[0] for names in _WEEKDAY_NAMES), *_DIVIDED_TOO.split()))
"""Words that a line's end may divide."""

SEASONS: dict[str, object] = {
    "spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24,
    "wintertime": 24,
}  # fmt: skip

UNITS: dict[str, object] = {
    "second": Granularity.SECOND, "seconds": Granularity.SECOND, "sec": Granularity.SECOND, "secs": Granularity.SECOND,
    "minute": Granularity.MINUTE, "minutes": Granularity.MINUTE, "min": Granularity.MINUTE, "mins": Granularity.MINUTE,
    "hour": Granularity.HOUR, "hours": Granularity.HOUR, "hr": Granularity.HOUR, "hrs": Granularity.HOUR,
    "day": Granularity.DAY, "days": Granularity.DAY,
    "week": Granularity.WEEK, "weeks": Granularity.WEEK, "wk": Granularity.WEEK, "wks": Granularity.WEEK,
    "month": Granularity.MONTH, "months": Granularity.MONTH,
    "quarter": Granularity.QUARTER, "quarters": Granularity.QUARTER,
    "year": Granularity.YEAR, "years": Granularity.YEAR, "yr": Granularity.YEAR, "yrs": Granularity.YEAR,
    "decade": Granularity.DECADE, "decades": Granularity.DECADE,
    "century": Granularity.CENTURY, "centuries": Granularity.CENTURY,
    "millennium": Granularity.MILLENNIUM, "millennia": Granularity.MILLENNIUM,
}  # fmt: skip
PLURAL_UNITS = ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "millennia")
SINGULAR_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
PERIODS: dict[str, object] = {
    name: UNITS[name] for name in ("day", "week", "month", "quarter", "year", "decade", "century", "millennium", "yr")
} | {"qtr": Granularity.QUARTER}

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS: dict[str, object] = {word: number for number, word in enumerate(_ONES) if number}
CARDINALS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
CARDINALS |= {
    f"{tens}{joint}{ones}": 10 * number + one
    for number, tens in enumerate(_TENS, 2)
    for one, ones in enumerate(_ONES[1:10], 1)
    for joint in ("-", " ")
}
SMALL_NUMBERS: dict[str, object] = CARDINALS | {
    "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple of": 2, "couple": 2, "a dozen": 12,
    "half a dozen": 6, "two dozen": 24,
    "a hundred": 100, "one hundred": 100, "a thousand": 1000, "half a": 0.5, "half an": 0.5,
    "a half": 0.5, "one and a half": 1.5,
    "one and half": 1.5, "one and a quarter": 1.25, "two and half": 2.5, "two and a half": 2.5, "three and a half": 3.5,
}  # fmt: skip
SEVERAL: dict[str, object] = dict.fromkeys(("several", "some", "many", "a few", "few", "a number of", "recent"), True)

_ORDINAL_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                 "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                 "eighteenth", "nineteenth")  # fmt: skip
ORDINALS: dict[str, object] = {word: number for number, word in enumerate(_ORDINAL_ONES, 1)}
ORDINALS |= {"twentieth": 20, "thirtieth": 30}
ORDINALS |= {
    f"{tens}{joint}{ones}": 10 * number + one
    for number, tens in ((2, "twenty"), (3, "thirty"))
    for one, ones in enumerate(_ORDINAL_ONES[:9], 1)
    for joint in ("-", " ")
}

DECADES: dict[str, object] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

EARLY = ("early", "the beginning of", "the start of", "beginning of", "start of", "the first part of",
"the early part of",
         "the early days of", "the opening days of", "the early")  # fmt: skip
MIDDLE = ("mid", "mid-", "middle of", "the middle of", "the mid", "the mid-")
LATE = ("late", "the end of", "end of", "the late", "the close of", "the latter part of", "the last days of")
ABOUT = ("about", "around", "circa", "approximately", "roughly", "c.", "ca.", "ca", "some time around",
         "sometime around", "sometime in", "some time in", "nearly", "almost")  # fmt: skip

DAY_PARTS: dict[str, object] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF", "afternoons": "AF",
    "evening": "EV", "evenings": "EV", "dusk": "EV", "night": "NI", "nights": "NI", "overnight": "NI",
}  # fmt: skip

LOCAL = "local"
"""A zone whose distance from UTC hangs on the place or the season."""
_CITIES = (
    "moscow", "london", "paris", "berlin", "brussels", "rome", "madrid", "athens", "kiev", "kyiv", "istanbul", "cairo",
    "jerusalem", "beirut", "baghdad", "tehran", "kabul", "delhi", "beijing", "hong kong", "tokyo", "seoul", "singapore",
    "sydney", "washington", "new york", "chicago", "los angeles", "houston", "nairobi", "lagos", "geneva", "vienna",
)  # fmt: skip
ZONES: dict[str, object] = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "msk": 180, "ist": LOCAL,
    "est": -300, "edt": -240, "et": LOCAL, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "pt": LOCAL, "ct": LOCAL, "local time": LOCAL, "eastern time": LOCAL, "central time": LOCAL,
    "mountain time": LOCAL, "pacific time": LOCAL, "greenwich mean time": 0, "eastern standard time": -300,
    "eastern daylight time": -240, "pacific standard time": -480, "pacific daylight time": -420,
    **{f"{city} time": LOCAL for city in _CITIES},
}  # fmt: skip
