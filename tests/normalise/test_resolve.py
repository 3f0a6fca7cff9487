"""What dates mean, as tables: text, the document's date, and the EDTF (or TIMEX3) of each mention in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.mentions import mentions
from timeline.language import pack
from timeline.model import edtf
from timeline.model.text import AnchorKind, Dating, Document, Part, PartKind, Resolution, Source, Span
from timeline.normalise import resolve

ENGLISH = pack("en")


def read(text: str, on: str | None = None, parts: tuple[Part, ...] = ()) -> tuple[Resolution, ...]:
    document = Document(Source("s", "a.txt", "a", "a", "", "text/plain", language="en"), text, parts)
    dating = None if on is None else Dating(edtf.parse(on), "given", True)
    return resolve(document, mentions(document, ENGLISH), ENGLISH, dating)


def values(text: str, on: str | None = None) -> list[str | None]:
    return [item.value and (item.value.edtf or item.value.timex) for item in read(text, on)]


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        # a missing year, from the document's date and the tense
        ("On 24 December they talked.", "2024-01-05", ["2023-12-24"]),
        ("They will meet on 24 December.", "2023-10-05", ["2023-12-24"]),
        ("The council will vote on 3 January.", "2023-12-20", ["2024-01-03"]),
        ("He was freed in February.", "2025-04-16", ["2025-02"]),
        ("The trial is to begin in May, they said.", "2025-04-16", ["2025-05"]),
        # the same date told in full elsewhere
        ("The flood of 3 March 2011 is recalled. On 3 March the town stood still.", "2020-06-01", ["2011-03-03", "2011-03-03"]),
        # weekdays
        ("The court ruled on Monday.", "2013-02-12", ["2013-02-11"]),
        ("The court ruled on Tuesday.", "2013-02-12", ["2013-02-12"]),
        ("The court will rule on Friday.", "2013-02-12", ["2013-02-15"]),
        ("He left last Thursday and returns next Friday.", "2013-02-12", ["2013-02-07", "2013-02-22"]),
        # a weekday that settles the year
        ("It opened on Wednesday, 24 December.", "2013-02-12", ["2014-12-24"]),
        ("He will be in Rome on Friday and Saturday, and in Bonn on Sunday and Monday.", "2013-02-11",
         ["2013-02-15", "2013-02-16", "2013-02-17", "2013-02-18"]),
        # quarters told as past, and as to come
        ("The second-quarter loss was large.", "2013-03-21", ["2012-34"]),
        ("Third-quarter results will be told in October.", "2013-03-21", ["2013-35", "2013-10"]),
        # counting from the document's date
        ("yesterday, three weeks ago, last year, next month", "2013-02-12", ["2013-02-11", "2013-01-21/2013-01-27", "2012", "2013-03"]),
        ("Restored earlier this year.", "2023-12-28", ["2023"]),
        # counting from what was told
        ("He arrived on 3 May 1940. Two days later he left. The following day it rained.", "2009-12-19",
         ["1940-05-03", "1940-05-05", "1940-05-06"]),
        ("Founded in 1890; five years later it closed, and that year burned down.", "2009-12-19", ["1890", "1895", "1895"]),
        # a time of day goes with the day told just before, hour after hour
        ("On 3 May 2004 he rose at 8 a.m. and left at 9 a.m.", "2009-12-19",
         ["2004-05-03", "2004-05-03T08:00", "2004-05-03T09:00"]),
        # what is told as past cannot have come after the day of writing
        ("The flood was in 1999. Three years later they rebuilt it.", "2009-12-19", ["1999", "2002"]),
        ("He spoke today. Three years later he left.", "2009-12-19", ["2009-12-19", None]),
        # never more precise than the base: nothing counts from a day that only a year or a month tells
        ("He arrived in 1999. Two hours later he left, on Tuesday at noon.", None, ["1999", None, None]),
        ("Signed in May 2004. On Tuesday he left.", None, ["2004-05", None]),
        ("In May 1940 they landed. Two days later they marched.", "1990-01-01", ["1940-05", "1940-05-03/1940-06-02"]),
        # what happened tells which day: the date told before, never the day of writing
        ("The mill opened on 3 May 2004. The day after the feast, it burned.", "2004-08-01", ["2004-05-03", "2004-05-04"]),
        ("He left the day after the vote. The year before she died, it rained.", "2004-08-01", [None, None]),
        ("The day after Christmas 2003 he left.", "2004-08-01", ["2003-12-26"]),
        # what is so "since" or "as of" a month, in the present, began in the one that was
        ("The mine employs 40 people since February. It has, as of March, two shafts.", "2011-08-25",
         ["2011-02/..", "2011-03/.."]),
        # a verb of the past tells of what has been, one of the future of what is to come, however near the other year is
        ("He resigned in October.", "2011-08-25", ["2010-10"]),
        ("On 3 September he left the port.", "2011-08-25", ["2010-09-03"]),
        ("The fair will be held in July.", "2011-08-25", ["2012-07"]),
        ("The fair will be held by 20 August.", "2011-08-25", ["2011-08-20"]),
        ("He resigned at Christmas.", "2011-11-25", ["2010-12-25"]),
        ("The pier, shut since the flood in September, will open.", "2011-08-25", ["2010-09"]),
        # a day behind a bracket is that of the times before it
        ("It fell at 4:53 p.m. (2153 GMT) on Tuesday.", "2011-08-25",
         ["2011-08-23T16:53", "2011-08-23T21:53Z", "2011-08-23"]),
        ("It fell at 4:53 p.m. (2153 GMT). On Tuesday it rained.", "2011-08-25",
         ["2011-08-25T16:53", "2011-08-25T21:53Z", "2011-08-23"]),
        ("They signed a deal in Oslo on 3 September.", "2011-08-25", ["2010-09-03"]),
        ("In October, a bombing at the fair killed a guard.", "2011-08-25", ["2010-10"]),
        ("They called a strike in Oslo on 3 September.", "2011-08-25", ["2011-09-03"]),
        ("The mill had been closed since October.", "2011-08-25", ["2010-10/.."]),
        # but what was planned, and what belongs to a noun, is the nearer one
        ("The deadline was set for 16 September.", "2011-08-25", ["2011-09-16"]),
        ("She invited the mayors to a ceremony in Lund on 3 September.", "2011-08-25", ["2011-09-03"]),
        ("They had been talking about the visit of the mayor in September.", "2011-08-25", ["2011-09"]),
        ("The court ordered him to appear on 3 September.", "2011-08-25", ["2011-09-03"]),
        # news that goes on from a full date of long ago, or leads to one, within a sentence
        ("They landed in January 1945 and took Manila in March.", "2011-08-25", ["1945-01", "1945-03"]),
        ("He resigned in March 2009, and in June he was arrested.", "2011-08-25", ["2009-03", "2009-06"]),
        ("He was arrested on 3 May 1998, tried in November and freed in June 1999.", "2011-08-25",
         ["1998-05-03", "1998-11", "1999-06"]),
        ("He was tried in November and freed in June 1999.", "2011-08-25", ["1998-11", "1999-06"]),
        ("The mill opened in May 2005 but will close in October.", "2011-08-25", ["2005-05", "2011-10"]),
        ("Berg, who came to Lund in May 2005, resigned in June.", "2011-08-25", ["2005-05", "2011-06"]),
        ("He was born on 3 May 1948 and died in June.", "2011-08-25", ["1948-05-03", "2011-06"]),
        ("The firm said in June it was bought and sold in May 1998.", "2011-08-25", ["2011-06", "1998-05"]),
        ("It was sold in May 2011 and shut in June.", "2011-08-25", ["2011-05", "2011-06"]),
        # open ends and ranges
        ("since October 7, 2023", None, ["2023-10-07/.."]),
        ("until May 1945", None, ["../1945-05"]),
        ("from 1939 until early 1941", None, ["1939/1941"]),
        ("between 28 December 2010 and 3 January 2011", None, ["2010-12-28/2011-01-03"]),
        ("between late May and early June 1940", None, ["1940-05/1940-06"]),
        ("all through the winter of 1812-13, before 1914, soon after 1918", None, ["1812-24", "../1914", "1918/.."]),
        # numeric dates: by a sibling, else both readings
        ("Signed 25/12/2019, filed 3/4/2020.", None, ["2019-12-25", "2020-04-03"]),
        ("Signed 12/25/2019, filed 3/4/2020.", None, ["2019-12-25", "2020-03-04"]),
        # not dates, but mentions for a tagger
        ("It lasted 498 days, every year, until now.", "2020-01-01", ["P498D", "P1Y", "PRESENT_REF"]),
        # approximate
        ("at the turn of the century", "2023-12-28", ["2000~"]),
        ("about 1850, circa 44 BC", None, ["1850~", "-0043~"]),
        # short messages, and what is typed without capitals: soon rather than long ago, and one day goes with another
        ("class on 27 march (fri) #yoga", "2015-03-02", ["2015-03-27", "2015-03-27"]),
        ("away from 17 may to 17 june, then 21 june :)", "2013-03-20", ["2013-05-17/2013-06-17", "2013-06-21"]),
        ("see u this fri, sat @joe", "2014-05-14", ["2014-05-16", "2014-05-17"]),
        ("they may march on in may", "2014-05-14", ["2014-05"]),
        ("lost 1500, left at 1015 #sad", "2014-05-14", ["2014-05-14T10:15"]),
        # a range that is going on
        ("It will be open from May to September.", "2018-08-07", ["2018-05/2018-09"]),
        # history: a date without a year goes with what was told last
        ("In 1939 war came. In 1940 France fell. In June 1941 it went east. By December the front stood. In January 1942 snow fell.",
         "2009-12-19", ["1939", "1940", "1941-06", "1941-12", "1942-01"]),
    ],
)  # fmt: skip
def test_values(text: str, on: str | None, expected: list[str]) -> None:
    assert values(text, on) == expected


@pytest.mark.parametrize(
    ("text", "expected", "anchor"),
    [
        # news of a full day: what names no year is older
        (
            "The minister met the families on April 16, 2025. They were freed in February after months of talks.",
            "2025-02",
            1,
        ),
        # background in full, the news without a year: completed forward
        ("The two fell out after the war began in October 2023. On December 24 they spoke at last.", "2023-12-24", 1),
        (
            "Relations soured in the autumn of 2019 and in November 2019. On January 8 the envoy returned.",
            "2020-01-08",
            2,
        ),
    ],
)
def test_without_a_stated_date_the_latest_past_date_serves(text: str, expected: str, anchor: int) -> None:
    told = read(text)[anchor]
    assert told.value is not None
    assert told.value.edtf == expected
    assert told.confidence < 0.8
    assert any("no date of its own" in step or "same date in full" in step for step in told.steps)


def test_nothing_to_go_by_stays_undated() -> None:
    (told,) = read("They met on 24 December and talked.")
    assert told.value is not None
    assert told.value.edtf == "XXXX-12-24"
    assert told.value.earliest is None
    assert told.reason is not None
    assert told.yearless
    (yesterday,) = read("They met yesterday.")
    assert yesterday.value is None
    assert yesterday.reason is not None


def test_teasers_and_captions_never_date_the_article() -> None:
    body = "War began in October 2023. On December 24 they spoke.\n"
    caption = "The two in January 2025.\n"
    teaser = "Summit set for March 2026\n"
    text = body + caption + teaser
    parts = (
        Part(PartKind.CAPTION, Span(len(body), len(body + caption))),
        Part(PartKind.TEASER, Span(len(body + caption), len(text))),
    )
    assert [item.value and item.value.edtf for item in read(text, parts=parts)][:2] == ["2023-10", "2023-12-24"]


def test_ambiguous_numbers_keep_both_readings() -> None:
    (told,) = read("Filed 10/7/2023.")
    assert told.value is not None
    assert (told.value.edtf, [other.edtf for other in told.alternatives]) == ("2023-10-07", ["2023-07-10"])
    assert told.confidence <= 0.5


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("They met on March 3. Filed 10/7/2023.", "2023-10-07", "(\u201cMarch 3\u201d)"),
        ("They met on 3 March. Filed 10/7/2023.", "2023-07-10", "(\u201c3 March\u201d)"),
        ("They met on the 3rd of March. Filed 10/7/2023.", "2023-07-10", "dates in words"),
        ("They met on 3 March and on April 5. Filed 10/7/2023.", "2023-10-07", "nothing in the document tells"),
        ("They met on 3 March, on 10/13/2023. Filed 10/7/2023.", "2023-10-07", "other dates of the document"),
        ("They met on 13/10/2023. Filed 10/7/2023.", "2023-07-10", "other dates of the document"),
        ("They met on 13/10/2023 and 10/13/2023. Filed 10/7/2023.", "2023-10-07", "nothing in the document tells"),
    ],
)
def test_the_order_of_numbers_is_that_of_the_document(text: str, value: str, told: str) -> None:
    filed = read(text)[-1]
    assert filed.value is not None
    assert filed.value.edtf == value
    assert told in " ".join(filed.steps)
    assert filed.alternatives


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The firm filed on 29 February 2023.", "there is no 29 Feb 2023"),
        ("The firm filed on April 31, 2020.", "there is no 31 Apr 2020"),
        ("The firm filed on September 31.", "there is no 31 Sep in any year"),
    ],
)
def test_a_day_that_no_calendar_has_is_told_and_not_moved(text: str, reason: str) -> None:
    (filed,) = read(text)
    assert (filed.value, filed.reason) == (None, reason)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He came in March 2015, and two years later, in June, he quit.", ["2015-03", "2017", "2017-06"]),
        ("She left in 1998, on 5 May.", ["1998", "1998-05-05"]),
        ("She left in 1998. In June it rained.", ["1998", "2023-06"]),
        ("He served from May 2010 to July 2016 and was succeeded two months later.", ["2010-05/2016-07", "2016-09"]),
        ("The war (1939-45) ended on V-E Day.", ["1939/1945", "2023-05-08"]),
        ("The fiscal year 2023/24 had begun.", ["2023/2024"]),
        ("Can we move Thursday's call?", ["2024-01-11"]),
    ],
)
def test_what_a_first_reader_found(text: str, values: list[str]) -> None:
    assert [item.value and item.value.edtf for item in read(text, "2024-01-09")] == values


def test_a_weekday_that_disagrees_is_doubted() -> None:
    (told,) = read("It opened on Monday, 7 October 2023.")
    assert told.value is not None
    assert told.value.edtf == "2023-10-07"
    assert told.confidence <= 0.6
    assert "Saturday" in told.steps[-1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("7 October 2023", AnchorKind.EXPLICIT), ("yesterday", AnchorKind.DCT)],
)
def test_names_its_anchor(text: str, kind: AnchorKind) -> None:
    assert read(text, "2023-10-08")[0].anchor.kind is kind


@given(st.lists(st.sampled_from([
    "yesterday", "May", "24 December", "two days later", "in 1998", "from May to June", "10/7/2023", "last Monday", "that year",
    "the following spring", "44 BC", "since then", "at noon", "early 2010", "Easter", "the 1990s", "3 years before May 2001",
]), max_size=8), st.sampled_from([None, "2020-02-29", "0001-01-01", "9999-12-31", "-0043-03-15"]))  # fmt: skip
def test_every_mention_gets_one_honest_answer(pieces: list[str], on: str | None) -> None:
    text = ". Then ".join(pieces)
    found = read(text, on)
    for item in found:
        assert text[item.mention.span.start : item.mention.span.end] == item.mention.text
        assert 0 < item.confidence <= 1
        assert (item.value is not None and bool(item.steps)) or item.reason
        value = item.value
        if value is not None and value.earliest is not None and value.latest is not None:
            assert value.earliest < value.latest
        if value is not None and value.edtf is not None:
            edtf.parse(value.edtf)


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("The dam broke on November 3, 2019. A memorial will be unveiled on November 3.", "2021-03-14",
         ["2019-11-03", "2021-11-03"]),
        ("It was the pride of the 1990s. Five days later it fell.", "2021-03-14", ["199X", None]),
        ("It struck on the eve of Christmas 2014.", None, ["2014-12-24"]),
        ("It was launched in 2016/17.", None, ["2016/2017"]),
    ],
)  # fmt: skip
def test_what_a_reviewer_found(text: str, on: str | None, expected: list[str | None]) -> None:
    assert values(text, on) == expected


def test_the_serving_date_does_not_count_from_itself() -> None:
    told = read("The two fell out after the war began in October 2023. On December 24 they spoke at last.")[1]
    assert told.steps[:2] == (
        "names no year; the latest date that the text tells in full is Oct 2023",
        "completed forward from there it is 24 Dec 2023",
    )
