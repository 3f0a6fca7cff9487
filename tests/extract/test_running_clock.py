"""Four digits before each entry of a running report are times of day; in a list of years they are years."""

import pytest

import timeline

ENTRIES = ("The council has met.", "Rain begins.", "The pier is shut.", "Boats return.", "All is calm.", "Night falls.")


def read(numbers: str, gap: str = " ") -> list[str]:
    entries = zip(numbers.split(), ENTRIES, strict=False)
    text = "\n\n".join(f"{number}{gap}{entry}" for number, entry in entries)
    return [str(found.value.edtf) for found in timeline.dates(text, on="2010-01-20") if found.value]


@pytest.mark.parametrize(
    ("numbers", "clock"),
    [
        ("2120 2110 1901 1858 1849", True),
        ("2120 2110 2115 1901 1858 1849", False),
        ("0815 0930 1245 1849 2130", True),
        ("2015 2014 2012 2010 2009 2008", False),
        ("1901 1914 1918 1933 1945 1959", False),
        ("2120 2110 1901 1858", False),
        ("1985 1974 1960 1958 1949", False),
    ],
)
def test_a_column_of_times_is_a_clock(numbers: str, clock: bool) -> None:
    told = read(numbers)
    times = [f"2010-01-20T{number[:2]}:{number[2:]}" for number in numbers.split()]
    assert (told == times) is clock
    assert clock or not any("T" in value for value in told)


def test_other_dates_stay() -> None:
    text = "2120 Rain.\n2110 Wind, as in May 2009.\n1901 Calm.\n1858 Fog.\n1849 Dawn."
    told = [found.mention.text for found in timeline.dates(text, on="2010-01-20")]
    assert told == ["2120", "2110", "May 2009", "1901", "1858", "1849"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2110 The pier is shut 1930 Ole Berg waits.", ["2120", "2110", "1930", "1901", "1858", "1849"]),
        ("2110 The pier is shut 1800 Ole Berg waits.", ["2120", "2110", "1901", "1858", "1849"]),
        ("2110 They met at the 2004 Games.", ["2120", "2110", "2004", "1901", "1858", "1849"]),
    ],
    ids=["in order", "out of order", "a year"],
)
def test_a_stamp_within_a_line(line: str, found: list[str]) -> None:
    text = f"2120 Rain.\n{line}\n1901 Calm.\n1858 Fog.\n1849 Dawn."
    told = [
        (one.mention.text, "T" in str(one.value.edtf)) for one in timeline.dates(text, on="2010-01-20") if one.value
    ]
    stamps = [words for words, clock in told if clock]
    assert stamps == [words for words in found if words != "2004"]
