"""The calendar as integers, held against the standard library where that reaches."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import civil

EPOCH = datetime.date(1970, 1, 1)


@given(st.dates())
def test_agrees_with_the_standard_library(day: datetime.date) -> None:
    number = civil.day_number(day.year, day.month, day.day)
    assert number == (day - EPOCH).days
    assert civil.civil(number) == (day.year, day.month, day.day)
    assert civil.weekday(number) == day.weekday()
    assert civil.iso_week(number) == tuple(day.isocalendar())[:2]
    assert civil.week_start(*civil.iso_week(number)) == number - day.weekday()


@given(st.integers(-10_000_000, 10_000_000))
def test_every_day_number_has_one_date(number: int) -> None:
    year, month, day = civil.civil(number)
    assert civil.is_date(year, month, day)
    assert civil.day_number(year, month, day) == number


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 4), "1582-10-14"),
        ((1917, 10, 25), "1917-11-07"),
        ((1700, 2, 29), "1700-03-11"),
        ((-43, 3, 15), "-0043-03-13"),
    ],
)
def test_julian_dates(julian: tuple[int, int, int], gregorian: str) -> None:
    assert civil.iso(civil.from_julian(*julian)) == gregorian


@given(st.integers(-3000, 12_000), st.integers(1, 12), st.integers(-5000, 5000))
def test_months_add_up(year: int, month: int, amount: int) -> None:
    there = civil.add_months(year, month, amount)
    assert civil.add_months(*there, -amount) == (year, month)
