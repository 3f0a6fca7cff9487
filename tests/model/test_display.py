"""Dates in words for people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import edtf, period
from timeline.model.display import display
from timeline.model.value import Calendar, Mod, TimeValue


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-12-24", "24 Dec 2023"),
        ("2023-11", "Nov 2023"),
        ("2023", "2023"),
        ("2000~", "c. 2000"),
        ("2000?", "perhaps 2000"),
        ("2000%", "perhaps c. 2000"),
        ("1962-21", "spring 1962"),
        ("1962-24", "winter 1962"),
        ("2024-35", "Q3 2024"),
        ("2024-40", "first half of 2024"),
        ("2024-41", "second half of 2024"),
        ("199X", "1990s"),
        ("18XX", "19th century"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("10XX", "11th century"),
        ("1XXX", "2nd millennium"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("0079-08-24", "24 Aug AD 79"),
        ("Y-12000", "12001 BC"),
        ("XXXX-12-24", "24 Dec (no year)"),
        ("XXXX-12", "Dec (no year)"),
        ("2004-05-03/2004-05-06", "3–6 May 2004"),
        ("2004-05-30/2004-06-02", "30 May – 2 Jun 2004"),
        ("2004-12-30/2005-01-02", "30 Dec 2004 – 2 Jan 2005"),
        ("2004-05/2004-07", "May–Jul 2004"),
        ("2004-05/2005-07", "May 2004 – Jul 2005"),
        ("1914/1918", "1914–1918"),
        ("-0217/-0200", "218–201 BC"),
        ("-0026/0014", "27 BC – AD 14"),
        ("1914~/1918~", "c. 1914–1918"),
        ("199X/200X", "1990s – 2000s"),
        ("1999-22/2000-23", "summer 1999 – autumn 2000"),
        ("2022-02/..", "from Feb 2022"),
        ("../1945-05", "until May 1945"),
        ("2023-10-07T06:30", "7 Oct 2023, 06:30"),
        ("2023-10-07T06:30:15", "7 Oct 2023, 06:30:15"),
        ("2023-10-07T06", "7 Oct 2023, 6 am"),
        ("2023-10-07T12", "7 Oct 2023, 12 pm"),
        ("2023-10-07T06:30Z", "7 Oct 2023, 06:30 UTC"),
        ("2023-10-07T06:30+02:00", "7 Oct 2023, 06:30 UTC+02:00"),
        ("2023-10-07T06:30/2023-10-07T08:00", "7 Oct 2023, 06:30–08:00"),
    ],
)
def test_an_edtf_date_in_words(text: str, words: str) -> None:
    assert display(edtf.parse(text)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (period.modified(period.year(2010), Mod.START), "early 2010"),
        (period.modified(period.decade(1990), Mod.MID), "mid-1990s"),
        (period.modified(period.century(19), Mod.END), "late 19th century"),
        (period.modified(period.month(2024, 5), Mod.END), "late May 2024"),
        (period.modified(period.year(1945), Mod.BEFORE), "before 1945"),
        (period.modified(period.day(1945, 5, 8), Mod.AFTER), "after 8 May 1945"),
        (period.modified(period.year(1945), Mod.ON_OR_BEFORE), "by 1945"),
        (period.modified(period.year(1945), Mod.ON_OR_AFTER), "from 1945"),
        (period.approximately(period.year(1850)), "c. 1850"),
        (period.century(-5), "5th century BC"),
        (period.century(-1), "1st century BC"),
        (period.decade(-50), "50s BC"),
        (period.millennium(-2), "2nd millennium BC"),
        (period.week(2013, 20), "week of 13 May 2013"),
        (period.weekend_of(period.week(2013, 20).earliest // 86_400), "weekend of 18 May 2013"),
        (period.day_part(period.day(2023, 10, 7), "MO"), "7 Oct 2023, morning"),
        (period.day(1731, 2, 11, Calendar.JULIAN), "11 Feb 1731 (Julian)"),
        (period.day(1700, 2, 29, Calendar.JULIAN), "29 Feb 1700 (Julian)"),
        (period.day(-43, 3, 15, Calendar.JULIAN), "15 Mar 44 BC (Julian)"),
    ],
)
def test_a_bent_or_named_period_in_words(value: TimeValue, words: str) -> None:
    assert display(value) == words


@pytest.mark.parametrize(
    ("timex", "words"),
    [
        ("P498D", "498 days"),
        ("P1Y", "1 year"),
        ("P1Y6M", "1 year 6 months"),
        ("PT1H", "1 hour"),
        ("PT30M", "30 minutes"),
        ("P3M", "3 months"),
        ("PXM", "several months"),
        ("P2CE", "2 centuries"),
        ("PAST_REF", "in the past"),
        ("XXXX-WXX-1", "every Monday"),
        ("XXXX-WXX-5TEV", "every Friday evening"),
        ("XXXX-WXX-WE", "every weekend"),
        ("XXXX-05", "every May"),
        ("XXXX-05-03", "every 3 May"),
        ("XXXX-SU", "every summer"),
        ("XXXX-XX-XXTNI", "every night"),
        ("XXXX-WXX-9", "XXXX-WXX-9"),
        ("P", "P"),
    ],
)
def test_what_no_calendar_holds(timex: str, words: str) -> None:
    assert display(TimeValue(None, timex, None, None, None)) == words


@pytest.mark.parametrize("text", ["2004-06-XX", "1560-XX-25", "15X2", "2001-21^southern", "{1667,1668}", ""])
def test_a_form_without_words_is_shown_and_never_lost(text: str) -> None:
    value = replace(period.year(2004), edtf=text)
    assert isinstance(display(value), str)
    assert "20040" not in display(value)


@given(st.dates())
def test_every_day_names_its_day_month_and_year(day) -> None:  # type: ignore[no-untyped-def]
    words = display(period.day(day.year, day.month, day.day)).split()
    assert words[0] == str(day.day)
    assert words[-1] == str(day.year)
    assert words[1] == day.strftime("%b")


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_a_julian_day_is_shown_as_it_was_told(year: int, month: int, number: int) -> None:
    told = display(replace(period.day(year, month, number), calendar=Calendar.GREGORIAN))
    assert display(period.day(year, month, number, Calendar.JULIAN)) == f"{told} (Julian)"
