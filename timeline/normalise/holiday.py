"""The day of a holiday in a year, by its key.

Fixed days and the nth weekday of a month are plain tables; Easter is python-dateutil's; the feasts of lunar and
lunisolar calendars are those that the `holidays` package gives, which for most years are estimates.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from timeline.model import civil

FIXED = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1),
    "new-year-eve": (12, 31), "epiphany": (1, 6), "candlemas": (2, 2), "lady-day": (3, 25), "midsummer": (6, 24),
    "lammas": (8, 1), "assumption": (8, 15), "michaelmas": (9, 29), "all-saints": (11, 1), "all-souls": (11, 2),
    "martinmas": (11, 11), "st-nicholas": (12, 6), "immaculate-conception": (12, 8), "twelfth-night": (1, 5),
    "st-bartholomew": (8, 24), "st-crispin": (10, 25), "innocents": (12, 28),
    "st-david": (3, 1), "st-george": (4, 23), "st-andrew": (11, 30), "orthodox-christmas": (1, 7),
    "valentine": (2, 14), "st-patrick": (3, 17), "april-fools": (4, 1), "halloween": (10, 31), "may-day": (5, 1),
    "us-independence": (7, 4), "bastille": (7, 14), "us-veterans": (11, 11), "us-juneteenth": (6, 19),
    "us-flag": (6, 14), "us-lincoln": (2, 12), "us-groundhog": (2, 2), "us-pearl-harbor": (12, 7),
    "ve-day": (5, 8), "vj-day": (8, 15), "d-day": (6, 6), "victory-day": (5, 9), "cinco-de-mayo": (5, 5),
    "guy-fawkes": (11, 5), "burns-night": (1, 25), "canada-day": (7, 1), "anzac-day": (4, 25), "waitangi-day": (2, 6),
    "australia-day": (1, 26), "in-republic": (1, 26), "in-independence": (8, 15), "gandhi-jayanti": (10, 2),
    "women-day": (3, 8), "earth-day": (4, 22), "pi-day": (3, 14), "workers-day": (5, 1), "holocaust-day": (1, 27),
    "world-aids-day": (12, 1), "human-rights-day": (12, 10), "world-environment-day": (6, 5), "un-day": (10, 24),
    "earth-hour": (3, 28), "valentine-white": (3, 14), "kwanzaa": (12, 26), "singles-day": (11, 11),
    "kr-liberation": (8, 15), "cn-national": (10, 1), "de-unity": (10, 3), "st-lucia": (12, 13),
    "ie-bloomsday": (6, 16),
    "tagore-jayanti": (5, 9), "parsi-new-year": (8, 16), "africa-day": (5, 25), "bodhi-day": (12, 8),
}  # fmt: skip
FIRST = {"ve-day": 1945, "vj-day": 1945, "d-day": 1944, "victory-day": 1945, "earth-day": 1970, "anzac-day": 1915}
"""The year that a day is named after, or was first kept in: before it there is none."""
NTH_WEEKDAY = {
    "us-thanksgiving": (11, 3, 4), "us-labor": (9, 0, 1), "us-memorial": (5, 0, -1), "us-columbus": (10, 0, 2),
    "us-mlk": (1, 0, 3), "us-mother": (5, 6, 2), "us-father": (6, 6, 3), "us-presidents": (2, 0, 3),
    "us-grandparents": (9, 6, 2), "us-election": (11, 1, 1), "ca-family": (2, 0, 3), "us-patriots": (4, 0, 3),
    "us-armed-forces": (5, 5, 3), "uk-early-may": (5, 0, 1), "uk-spring": (5, 0, -1), "uk-late-summer": (8, 0, -1),
    "remembrance-sunday": (11, 6, 2), "us-arbor": (4, 4, -1),
}  # fmt: skip
"""(month, weekday from Monday 0, which one; -1 is the last)."""
FROM_EASTER = {
    "easter": 0, "easter-monday": 1, "good-friday": -2, "palm-sunday": -7, "ash-wednesday": -46, "pentecost": 49,
    "maundy-thursday": -3, "holy-saturday": -1, "shrove-tuesday": -47, "lent": -46, "uk-mothering": -21,
    "low-sunday": 7, "hocktide": 15, "rogation-sunday": 35, "ascension": 39, "whit-monday": 50, "trinity-sunday": 56,
    "corpus-christi": 60,
}  # fmt: skip
FROM_ORTHODOX_EASTER = {
    "orthodox-easter": 0, "orthodox-good-friday": -2, "orthodox-palm-sunday": -7, "orthodox-easter-monday": 1,
    "orthodox-pentecost": 49, "orthodox-ash-monday": -48, "orthodox-ascension": 39, "orthodox-holy-saturday": -1,
}  # fmt: skip
FROM_HOLIDAY = {
    "black-friday": ("us-thanksgiving", 1), "cyber-monday": ("us-thanksgiving", 4), "advent": ("christmas-sunday", -21),
    "giving-tuesday": ("us-thanksgiving", 5), "passover-eve": ("passover", -1), "simchat-torah": ("sukkot", 8),
    "shemini-atzeret": ("sukkot", 7), "yom-haatzmaut-eve": ("yom-haatzmaut", -1), "holika": ("holi", -1),
    "bhai-dooj": ("diwali", 2), "dhanteras": ("diwali", -2), "mattu-pongal": ("pongal", 1),
    "admin-professionals": ("april-end", -3), "ca-victoria": ("ca-victoria-limit", 0),
}  # fmt: skip
"""So many days after another."""
LUNAR = {
    "eid-al-fitr": ("_IslamicLunar", "eid_al_fitr_dates"), "eid-al-adha": ("_IslamicLunar", "eid_al_adha_dates"),
    "ashura": ("_IslamicLunar", "ashura_dates"), "islamic-new-year": ("_IslamicLunar", "hijri_new_year_dates"),
    "mawlid": ("_IslamicLunar", "mawlid_dates"), "laylat-al-qadr": ("_IslamicLunar", "laylat_al_qadr_dates"),
    "isra-and-miraj": ("_IslamicLunar", "isra_and_miraj_dates"), "arbaeen": ("_IslamicLunar", "arbaeen_dates"),
    "jumuatul-wida": ("_IslamicLunar", "jumuatul_wida_dates"), "ali-birthday": ("_IslamicLunar", "ali_birthday_dates"),
    "ramadan-begin": ("_IslamicLunar", "ramadan_beginning_dates"),
    "rosh-hashanah": ("_HebrewLunisolar", "rosh_hashanah_date"), "yom-kippur": ("_HebrewLunisolar", "yom_kippur_date"),
    "passover": ("_HebrewLunisolar", "passover_date"), "purim": ("_HebrewLunisolar", "purim_date"),
    "hanukkah": ("_HebrewLunisolar", "hanukkah_date"), "sukkot": ("_HebrewLunisolar", "sukkot_date"),
    "shavuot": ("_HebrewLunisolar", "shavuot_date"), "tisha-bav": ("_HebrewLunisolar", "tisha_bav_date"),
    "lag-baomer": ("_HebrewLunisolar", "lag_baomer_date"),
    "yom-haatzmaut": ("_HebrewLunisolar", "israel_independence_date"),
    "lunar-new-year": ("_ChineseLunisolar", "lunar_new_year_date"),
    "mid-autumn": ("_ChineseLunisolar", "mid_autumn_date"), "dragon-boat": ("_ChineseLunisolar", "dragon_boat_date"),
    "qingming": ("_ChineseLunisolar", "qingming_date"), "double-ninth": ("_ChineseLunisolar", "double_ninth_date"),
    "nowruz": ("_Persian", "new_year_date"), "vesak": ("_BuddhistLunisolar", "vesak_date"),
    "diwali": ("_HinduLunisolar", "diwali_india_date"), "dussehra": ("_HinduLunisolar", "dussehra_date"),
    "holi": ("_HinduLunisolar", "holi_date"), "karva-chauth": ("_HinduLunisolar", "karwa_chauth_date"),
    "maha-shivaratri": ("_HinduLunisolar", "maha_shivaratri_date"), "onam": ("_HinduLunisolar", "onam_date"),
    "ganesh-chaturthi": ("_HinduLunisolar", "ganesh_chaturthi_date"),
    "rama-navami": ("_HinduLunisolar", "ram_navami_date"), "pongal": ("_HinduLunisolar", "pongal_date"),
    "makar-sankranti": ("_HinduLunisolar", "makar_sankranti_date"), "vaisakhi": ("_HinduLunisolar", "vaisakhi_date"),
    "raksha-bandhan": ("_HinduLunisolar", "raksha_bandhan_date"), "chhath": ("_HinduLunisolar", "chhath_puja_date"),
    "janmashtami": ("_HinduLunisolar", "janmashtami_date"), "ugadi": ("_HinduLunisolar", "gudi_padwa_date"),
    "govardhan-puja": ("_HinduLunisolar", "govardhan_puja_date"), "thaipusam": ("_HinduLunisolar", "thaipusam_date"),
    "guru-ravidas": ("_HinduLunisolar", "guru_ravidas_jayanti_date"),
    "guru-nanak": ("_HinduLunisolar", "guru_nanak_jayanti_date"),
    "guru-gobind-singh": ("_HinduLunisolar", "guru_gobind_singh_jayanti_date"),
    "valmiki-jayanti": ("_HinduLunisolar", "maharshi_valmiki_jayanti_date"),
    "basant-panchami": ("_HinduLunisolar", "basant_panchami_date"),
    "mahavir-jayanti": ("_HinduLunisolar", "mahavir_jayanti_date"),
    "hanuman-jayanti": ("_HinduLunisolar", "hanuman_jayanti_date"),
    "navaratri": ("_HinduLunisolar", "sharad_navratri_date"), "vishu": ("_HinduLunisolar", "vishu_date"),
    "ratha-yatra": ("_HinduLunisolar", "rath_yatra_date"), "maha-navami": ("_HinduLunisolar", "maha_navami_date"),
    "maha-ashtami": ("_HinduLunisolar", "maha_ashtami_date"), "guru-purnima": ("_HinduLunisolar", "guru_purnima_date"),
    "pohela-boishakh": ("_HinduLunisolar", "pohela_boishakh_date"),
    "naraka-chaturdashi": ("_HinduLunisolar", "naraka_chaturdashi_date"),
    "dayanand-jayanti": ("_HinduLunisolar", "swami_dayanand_saraswati_jayanti_date"),
}  # fmt: skip
"""The calendar class of the `holidays` package and its method; those in the plural may have two days in a year."""
SUPER_TUESDAY = {
    1988: (3, 8), 1992: (3, 10), 1996: (3, 12), 2000: (3, 7), 2004: (3, 2), 2008: (2, 5), 2012: (3, 6), 2016: (3, 1),
    2020: (3, 3), 2024: (3, 5),
}  # fmt: skip


SPANS = {
    "ramadan": ("ramadan-begin", 0, "eid-al-fitr", -1), "lent-season": ("ash-wednesday", 0, "easter", -1),
    "orthodox-lent": ("orthodox-ash-monday", 0, "orthodox-easter", -9), "hanukkah-days": ("hanukkah", 0, "hanukkah", 7),
    "passover-days": ("passover", 0, "passover", 7), "holy-week": ("palm-sunday", 0, "easter", -1),
    "navaratri-days": ("navaratri", 0, "dussehra", -1),
}  # fmt: skip
"""Feasts of several days: the first and the last, each so many days after a day."""


def feast(key: str, year: int) -> tuple[int, int] | None:
    """The first and last day number of a holiday; most have one day."""
    if year < FIRST.get(key, year):
        return None
    if key not in SPANS:
        day = holiday(key, year)
        return None if day is None else (day, day)
    first, after_first, last, after_last = SPANS[key]
    start, end = holiday(first, year), holiday(last, year)
    return None if start is None or end is None else (start + after_first, end + after_last)


def holiday(key: str, year: int) -> int | None:
    """The day number of a holiday, None where the year has none or nobody has reckoned it."""
    if key in FIXED:
        return civil.day_number(year, *FIXED[key])
    if key in FROM_HOLIDAY:
        other, days = FROM_HOLIDAY[key]
        base = holiday(other, year)
        return None if base is None else base + days
    if key in NTH_WEEKDAY:
        return _nth_weekday(year, *NTH_WEEKDAY[key])
    if key in FROM_EASTER:
        return _after_easter(year, FROM_EASTER[key], orthodox=False)
    if key in FROM_ORTHODOX_EASTER:
        return _after_easter(year, FROM_ORTHODOX_EASTER[key], orthodox=True)
    if key in LUNAR:
        return _lunar(year, *LUNAR[key])
    if key in _OWN_RULE:
        return _OWN_RULE[key](year)
    return None


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> int:
    if which < 0:
        last = civil.day_number(year, month, civil.month_length(year, month))
        return last - (civil.weekday(last) - weekday) % 7
    first = civil.day_number(year, month)
    return first + (weekday - civil.weekday(first)) % 7 + 7 * (which - 1)


def _after_easter(year: int, days: int, *, orthodox: bool) -> int | None:
    if not 326 <= year <= 4099:
        return None
    from dateutil import easter

    if year < 1583:
        julian = easter.easter(year, easter.EASTER_JULIAN)
        return civil.from_julian(julian.year, julian.month, julian.day) + days
    sunday = easter.easter(year, easter.EASTER_ORTHODOX if orthodox else easter.EASTER_WESTERN)
    return civil.day_number(sunday.year, sunday.month, sunday.day) + days


def _lunar(year: int, calendar: str, method: str) -> int | None:
    """The day that the `holidays` package gives; its answers are a day, a day with a flag, or several of these."""
    from holidays import calendars

    told = getattr(getattr(calendars, calendar)(), method)(year)
    days = sorted(day for day in _days(told) if day.year == year)
    return civil.day_number(days[0].year, days[0].month, days[0].day) if days else None


def _days(told: object) -> Iterable[datetime.date]:
    if isinstance(told, datetime.date):
        yield told
    elif isinstance(told, Iterable):
        for item in told:
            yield from _days(item)


def _christmas_sunday(year: int) -> int:
    """The last Sunday before Christmas: the fourth of Advent."""
    eve = civil.day_number(year, 12, 24)
    return eve - (civil.weekday(eve) - 6) % 7


def _april_end(year: int) -> int:
    """The Saturday of the last full week of April."""
    last = civil.day_number(year, 4, 30)
    return last - (civil.weekday(last) - 5) % 7


def _victoria_day(year: int) -> int:
    """The Monday before 25 May."""
    eve = civil.day_number(year, 5, 24)
    return eve - civil.weekday(eve)


def _emancipation_day(year: int) -> int:
    """16 April in Washington, kept on a working day."""
    return _kept_on_workday(civil.day_number(year, 4, 16))


def _tax_day(year: int) -> int:
    """15 April, or the first working day from then that is no holiday in Washington (so since 1955)."""
    day = civil.day_number(year, 4, 15)
    while civil.weekday(day) >= 5 or (year >= 2007 and day == _emancipation_day(year)):
        day += 1
    return day


def _kept_on_workday(day: int) -> int:
    return day - 1 if civil.weekday(day) == 5 else day + 1 if civil.weekday(day) == 6 else day


def _boss_day(year: int) -> int:
    return _kept_on_workday(civil.day_number(year, 10, 16))


def _kings_day(year: int) -> int:
    """The Dutch King's or Queen's Day, a day before where it falls on a Sunday."""
    day = civil.day_number(year, 4, 27 if year >= 2014 else 30)
    return day - 1 if civil.weekday(day) == 6 else day


def _super_tuesday(year: int) -> int | None:
    told = SUPER_TUESDAY.get(year)
    return None if told is None else civil.day_number(year, *told)


_OWN_RULE = {
    "christmas-sunday": _christmas_sunday, "april-end": _april_end, "ca-victoria-limit": _victoria_day,
    "us-emancipation": _emancipation_day, "us-tax": _tax_day, "boss-day": _boss_day, "nl-kings-day": _kings_day,
    "super-tuesday": _super_tuesday,
}  # fmt: skip
