"""EDTF in and out; the `edtf` package is the oracle where it is right."""

from __future__ import annotations

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import EdtfError
from timeline.model import civil, edtf, period
from timeline.model.value import Mod, TimeValue


def days(value: TimeValue) -> tuple[str | None, str | None]:
    first = None if value.earliest is None else civil.iso(value.earliest // civil.DAY)
    last = None if value.latest is None else civil.iso((value.latest - 1) // civil.DAY)
    return first, last


@pytest.mark.parametrize(
    ("text", "timex", "granularity", "kind", "first", "last"),
    [
        ("2023-10-07", "2023-10-07", "day", "point", "2023-10-07", "2023-10-07"),
        ("2023-11", "2023-11", "month", "point", "2023-11-01", "2023-11-30"),
        ("2024", "2024", "year", "point", "2024-01-01", "2024-12-31"),
        ("199X", "199", "decade", "point", "1990-01-01", "1999-12-31"),
        ("18XX", "18", "century", "point", "1800-01-01", "1899-12-31"),
        ("XXXX-12-24", "XXXX-12-24", "day", "point", None, None),
        ("2000~", "2000", "year", "point", "2000-01-01", "2000-12-31"),
        ("1984?", "1984", "year", "point", "1984-01-01", "1984-12-31"),
        ("2022-02/..", "2022-02", "month", "since", "2022-02-01", None),
        ("../1945-05", "1945-05", "month", "until", None, "1945-05-31"),
        ("2004-05-03/2004-05-06", "2004-05-03/2004-05-06", "day", "span", "2004-05-03", "2004-05-06"),
        ("1962-21", "1962-SP", "season", "point", "1962-03-01", "1962-05-31"),
        ("1962-24", "1962-WI", "season", "point", "1962-12-01", "1963-02-28"),
        ("2024-35", "2024-Q3", "quarter", "point", "2024-07-01", "2024-09-30"),
        ("2024-41", "2024-H2", "half", "point", "2024-07-01", "2024-12-31"),
        ("-0043-03-15", "BC0044-03-15", "day", "point", "-0043-03-15", "-0043-03-15"),
        ("Y12345", "12345", "year", "point", "12345-01-01", "12345-12-31"),
        ("2023-10-07T06:30", "2023-10-07T06:30", "minute", "point", "2023-10-07", "2023-10-07"),
    ],
)
def test_reads(text: str, timex: str, granularity: str, kind: str, first: str | None, last: str | None) -> None:
    value = edtf.parse(text)
    assert value.edtf == text
    assert value.timex == timex
    assert value.granularity is not None
    assert (value.granularity.word, value.kind.value) == (granularity, kind)
    assert days(value) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-13-40", "month from 01 to 12"),
        ("2024-02-30", "a day that exists in 2024-02"),
        ("tomorrow", "a year of four digits"),
        ("2024-01-01x", "the end of the date"),
        ("../..", "at least one side"),
        ("2024/2023", "not before its start"),
        ("2024-01-01T25:00", "a time of day"),
        ("", "a year of four digits"),
    ],
)
def test_refuses_and_says_why(text: str, expected: str) -> None:
    with pytest.raises(EdtfError, match=expected):
        edtf.parse(text)


@given(st.dates())
def test_days_agree_with_the_oracle(day: object) -> None:
    text = str(day)
    told = oracle.parse_edtf(text)
    assert days(edtf.parse(text)) == (text, text)
    assert (told.year, told.month, told.day) == tuple(text.split("-"))


@given(st.integers(1000, 9999), st.integers(1, 12))
def test_months_and_seasons_end_where_the_oracle_ends(year: int, month: int) -> None:
    text = f"{year}-{month:02d}"
    last = oracle.parse_edtf(text).upper_strict()
    assert days(edtf.parse(text))[1] == f"{last.tm_year}-{last.tm_mon:02d}-{last.tm_mday:02d}"


@given(st.integers(-9999, 9999), st.integers(1, 12), st.sampled_from(list(Mod)))
def test_modifiers_never_widen_and_spell_what_can_be_read(year: int, month: int, mod: Mod) -> None:
    plain = period.month(year, month)
    bent = period.modified(plain, mod)
    assert bent.mod is mod
    assert bent.edtf is not None
    assert edtf.parse(bent.edtf).granularity is plain.granularity
    if mod in (Mod.START, Mod.MID, Mod.END):
        assert plain.earliest <= bent.earliest < bent.latest <= plain.latest


@given(st.integers(-9990, 9990))
def test_periods_hold_their_year(year: int) -> None:
    whole = period.year(year)
    decade = period.decade(year - year % 10) if year >= 0 else None
    century = period.century(year // 100 + 1) if year >= 0 else None
    for wider in (decade, century):
        if wider is not None:
            assert wider.earliest <= whole.earliest
            assert whole.latest <= wider.latest
