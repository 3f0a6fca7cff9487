"""Quarters of a business report, as tables: text of 2 November 2012 and the TIMEX3 value of each mention in order."""

from __future__ import annotations

import pytest

from timeline.extract.mentions import mentions
from timeline.language import pack
from timeline.model import edtf
from timeline.model.text import Dating, Document, Source
from timeline.normalise import resolve

ENGLISH = pack("en")
ON = Dating(edtf.parse("2012-11-02"), "given", True)


def values(text: str) -> list[str | None]:
    document = Document(Source("s", "a.txt", "a", "a", "", "text/plain", language="en"), text)
    return [item.value and item.value.timex for item in resolve(document, mentions(document, ENGLISH), ENGLISH, ON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year ago compares with the same quarter, and does not move on
        ("Third-quarter profit rose to $3 million from $2 million a year earlier. In the quarter, sales rose to "
         "$9 million from $8 million a year earlier.", ["2012-Q3", "2011-Q3", "2012-Q3", "2011-Q3"]),
        ("Third-quarter profit rose. It lost money a year ago.", ["2012-Q3", "2011-Q3"]),
        ("Net for the third quarter rose from the year-earlier period. The latest quarter held a gain.",
         ["2012-Q3", "2011-Q3", "2012-Q3"]),
        ("Third-quarter profit rose; in the 2011 period it fell.", ["2012-Q3", "2011-Q3"]),
        # a quarter that is not over is not the one reported
        ("Third-quarter profit fell. A charge comes in the fourth quarter. In the latest quarter sales rose.",
         ["2012-Q3", "2012-Q4", "2012-Q3"]),
        # after nine months, the year before is compared
        ("Third-quarter profit rose. In the first nine months, it rose to $9 million from $8 million a year earlier.",
         ["2012-Q3", "P9M", "2011"]),
        # far from any quarter, and without one, a year ago is a year
        ("Sales rose from $8 million a year ago.", ["2011"]),
        ("In the 2011 period it fell.", ["2011"]),
        # what a fiscal quarter spans is not told: it is not the one reported
        ("Third-quarter profit rose. The fiscal first quarter was weak. In the latest quarter it rose.",
         ["2012-Q3", "2012-Q1", "2012-Q3"]),
        ("In the year ended June 30, it lost money.", ["P1Y", "2012-06-30"]),
    ],
)  # fmt: skip
def test_quarters(text: str, expected: list[str]) -> None:
    assert values(text) == expected
