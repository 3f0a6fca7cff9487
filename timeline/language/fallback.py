"""Languages without a pack of their own: dateparser's locale data behind our finder.

Only what names a month or three numbers is read: days, months and their years, never a day that is not told.
The one importer of dateparser.
"""

from __future__ import annotations

from dataclasses import MISSING, fields

from timeline.grammar import iso
from timeline.grammar.narration import Narration
from timeline.grammar.pack import LanguagePack, language_pack
from timeline.grammar.pattern import Field, fold, lexical, numeric
from timeline.grammar.rule import Rules
from timeline.model import civil
from timeline.model.expression import CalendarDate, Expression

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3
"""Names of one or two letters are common words ("mo", "do") far more often than dates."""
_ORDINAL_ENDINGS = ("er", "re", "e", "ste", "de", "го")
_JOINTS = "(de |del |d'|di |den |of |ta' |a )"


def fallback_pack(code: str) -> LanguagePack | None:
    """A pack for any language dateparser has a locale for; None where it has none."""
    locale = _locale(code)
    if locale is None:
        return None
    months = _names(locale, _MONTHS)
    if not months:
        return None
    order = str(locale.get("date_order", "DMY"))
    rules = _rules(code, months, _names(locale, _WEEKDAYS), order)
    triggers = frozenset(word for field in rules.fields.values() if field.triggers for word in field.needs)
    day_first = {"D": True, "M": False}.get(order[:1])
    return language_pack(code, (iso.RULES, rules), (), triggers, _no_narration(code), day_first)


def _locale(code: str) -> dict[str, object] | None:
    from dateparser.languages.loader import default_loader

    try:
        info = default_loader.get_locale(code).info
    except (ValueError, AttributeError):
        return None
    return dict(info)


def _names(locale: dict[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    """Each spelling of a month or weekday to its place in the list; spellings that two share are left out."""
    table: dict[str, object] = {}
    shared: set[str] = set()
    for number, key in enumerate(keys):
        names = locale.get(key)
        for name in names if isinstance(names, list) else ():
            spelled = fold(str(name))
            if len(spelled) < _SHORTEST or any(character.isdigit() for character in spelled):
                continue
            if table.setdefault(spelled, number) != number:
                shared.add(spelled)
    return {name: number for name, number in table.items() if name not in shared}


def _day(text: str) -> int:
    return int("".join(character for character in text if character.isdigit()))


def _pieces(months: dict[str, object], weekdays: dict[str, object]) -> dict[str, Field]:
    return {
        "month": lexical({name: int(str(number)) + 1 for name, number in months.items()}),
        "weekday": lexical(weekdays or {"-": 0}, triggers=False),
        "day": numeric(
            r"(?:0?[1-9]|[12]\d|3[01])(?:\.º|\.|º|°|er|re|e|ième|-?го|ste|de)?",
            _day,
            ("er", "re", "e", "ste", "de", "го"),
        ),
        "year": numeric(r"(?:1\d|20)\d\d"),
    }


def _rules(code: str, months: dict[str, object], weekdays: dict[str, object], order: str) -> Rules:
    rules = Rules(f"{code}.fallback", _pieces(months, weekdays))
    month = max((name for name, number in months.items() if number == 9), key=len, default=next(iter(months)))
    number = int(str(months[month])) + 1

    @rules.rule(
        f"[{{weekday}}[,][ ]]{{day}}[ ][{_JOINTS}]{{month}}[.][,][ ][{_JOINTS}]{{year}}",
        "{day}-{month}-{year}",
        examples={f"7 {month} 2023": f"2023-{number:02d}-07"},
        unless_followed=r"\d",
    )
    def day_month_year(day: int, month: int, year: int, weekday: int | None = None) -> Expression | None:
        return CalendarDate(year, month, day, weekday) if civil.is_date(year, month, day) else None

    @rules.rule(
        "{month}[.] {day}[,] {year}",
        examples={f"{month} 7, 2023": f"2023-{number:02d}-07"},
        unless_followed=r"\d",
    )
    def month_day_year(day: int, month: int, year: int) -> Expression | None:
        return CalendarDate(year, month, day) if civil.is_date(year, month, day) else None

    @rules.rule(
        "{year}[.|,][ ]{month}[ ]{day}",
        examples={f"2023 {month} 7": f"2023-{number:02d}-07"},
        unless_followed=r"\d",
    )
    def year_month_day(day: int, month: int, year: int) -> Expression | None:
        return CalendarDate(year, month, day) if civil.is_date(year, month, day) else None

    @rules.rule(
        f"{{month}}[.][,][ ][{_JOINTS}]{{year}}",
        examples={f"{month} 2023": f"2023-{number:02d}"},
        unless_followed=r"\d",
    )
    def month_year(month: int, year: int) -> Expression:
        return CalendarDate(year, month)

    @rules.rule(
        f"[{{weekday}}[,][ ]]{{day}}[ ][{_JOINTS}]{{month}}",
        examples={f"7 {month}": f"2012-{number:02d}-07"},
        unless_followed=r"\d",
    )
    def day_month(day: int, month: int, weekday: int | None = None) -> Expression | None:
        return CalendarDate(None, month, day, weekday) if civil.is_date(2000, month, day) else None

    if order.startswith("M"):

        @rules.rule("{month}[.] {day}", examples={f"{month} 7": f"2012-{number:02d}-07"}, unless_followed=r"\d")
        def month_day(day: int, month: int) -> Expression | None:
            return CalendarDate(None, month, day) if civil.is_date(2000, month, day) else None

    return rules


def _no_narration(code: str) -> Narration:
    """A narration that knows no words: nothing is guessed about tense or happenings."""
    empty: dict[str, object] = {}
    for field in fields(Narration):
        if field.default is not MISSING:
            continue
        kind = str(field.type)
        empty[field.name] = code if field.name == "sentence_code" else _nothing(kind)
    return Narration(**empty)  # type: ignore[arg-type]


def _nothing(kind: str) -> object:
    if kind.startswith("Mapping"):
        return {}
    if kind.startswith("frozenset"):
        return frozenset()
    return () if kind.startswith("tuple") else ""
