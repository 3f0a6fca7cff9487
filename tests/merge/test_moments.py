"""How much is made of a day: by whom, where, and how long after it."""

import pytest

from timeline.merge.moments import LONG_AGO, Told, moment_of, weights
from timeline.model import edtf, period
from timeline.model.value import TimeValue

DAY = period.day(2010, 5, 3)
FIRST = moment_of(DAY)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DAY, "2010-05-03"),
        (edtf.parse("2010-05-03T14:30"), "2010-05-03"),
        (period.month(2010, 5), "2010-05"),
        (period.year(2010), "2010"),
        (period.year(-43), "-0043"),
        (edtf.parse("2010-05-03/2010-05-06"), None),
        (period.since(DAY), None),
        (edtf.parse("201X"), None),
        (None, None),
    ],
)
def test_days_months_and_years_are_moments(value: TimeValue | None, text: str | None) -> None:
    moment = moment_of(value)
    assert (moment.text if moment else None) == text


@pytest.mark.parametrize(
    ("moment", "last"),
    [("2010-05-03", "2010-05-03"), ("2010-02", "2010-02-28"), ("2010-12", "2010-12-31"), ("2012", "2012-12-31")],
)
def test_a_moment_has_a_last_day(moment: str, last: str) -> None:
    found, end = moment_of(edtf.parse(moment)), moment_of(edtf.parse(last))
    assert found is not None
    assert end is not None
    assert found.last == end.first


def told(source: str = "a", after: int | None = 0, *, lead: bool = False) -> Told:
    assert FIRST is not None
    return Told(source, None if after is None else FIRST.first + after, FIRST, lead)


MORE = [
    ((told("a"), told("b")), (told("a"),)),
    ((told("a", lead=True),), (told("a"),)),
    ((told("a", 30),), (told("a", 1),)),
    ((told("a", 1),), (told("a", 0),)),
    ((told("a", 400), told("b", 400)), (told("a", 0, lead=True), told("b", 0))),
]
"""What is told first makes more of the day than what is told second."""
EQUAL = [
    ((told("a"), told("a")), (told("a"),)),
    ((told("a"), told("copy")), (told("a"),)),
    ((told("a", -5),), (told("a", 0),)),
    ((told("a", None),), (told("a", 0),)),
    ((told("a", LONG_AGO),), (told("a", 10 * LONG_AGO),)),
]


def made(*some: Told) -> float:
    assert FIRST is not None
    return weights(some, {"copy": "a"})[FIRST]


@pytest.mark.parametrize(("more", "less"), MORE)
def test_makes_more(more: tuple[Told, ...], less: tuple[Told, ...]) -> None:
    assert made(*more) > made(*less)


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_makes_as_much(one: tuple[Told, ...], other: tuple[Told, ...]) -> None:
    assert made(*one) == made(*other)


def test_the_order_of_what_is_told_changes_nothing() -> None:
    some = [told(name, after) for name in "abc" for after in (0, 3, 50)]
    assert weights(some, {}) == weights(reversed(some), {})
