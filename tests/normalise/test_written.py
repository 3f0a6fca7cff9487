"""Between which days a text without a date of its own was written: what its dates tell, and what they do not."""

from __future__ import annotations

import pytest

from timeline.model.text import Document
from timeline.pipeline.document import Options, Resolved, resolved
from timeline.read import Blob, read_blob


def known(text: str, name: str = "a.txt") -> Resolved:
    (document,) = read_blob(Blob(name, text.encode()))
    assert isinstance(document, Document)
    return resolved(document, Options(language="en"))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The mill burned down on 12 March 1998. Nobody was hurt in the fire.", "1998-03-12~/.."),
        ("The mill burned down in March 1998 and was rebuilt in 2001.", "2001-01-01~/.."),
        ("The mill burned down in March 1998. It will open again in June 1999.", "1998-03-01~/1999-06-30~"),
        ("The mill will open again on 4 June 1999. Its owner is glad.", "../1999-06-04~"),
        ("From 1990 to 1995 the mill stood empty.", "1995-01-01~/.."),
        ("Ola Berg (1921-1995) had built the mill.", "1995-01-01~/.."),
        ("The mill burned down in 1998. The 2005-2009 plan was read aloud there.", "2005-01-01~/.."),
        ("The mill burned down in 1998. The new one, to be opened in 2001, is of brick.", "1998-01-01~/.."),
        ("The mill burned down in 1998. The town planned a vote of 3 May 2001 on it.", "1998-01-01~/2001-05-03~"),
        ("The mill burned down in 1998. The street will be closed for the next two weeks.", "1998-01-01~/.."),
        ("The mill burned down in 1998.\n\nAt 10:49 am on 2 May 2001, Lisa wrote: I was there.", "1998-01-01~/.."),
        ("The mill burned down in 1998.\n\n2 May 2001 - 23:07 I was there when it happened.", "1998-01-01~/.."),
        ("The mill burned down in 1998. It will look like 2001 Norwich, the owner said.", "1998-01-01~/.."),
        ("The mill burned down on 12 March 1998. The verdict was expected in late 1999.", "1998-03-12~/.."),
        ("The mill burned down in 1998, and the 2002 calendar still showed it.", "1998-01-01~/.."),
        ("The mill burned down in 2004. It will be cheaper than in 1999, the owner said.", "2004-01-01~/.."),
        ("The mill burned down yesterday. Its owner had bought it last year.", None),
        ("The mill burned down on 12 March. Its owner had bought it in May.", None),
        ("Nobody knows when the mill burned down.", None),
    ],
)  # fmt: skip
def test_bounds(text: str, bounds: str | None) -> None:
    found = known(text)
    assert found.dating is None
    assert (found.written and found.written.value.edtf) == bounds
    if found.written:
        assert found.written.value.approximate
        assert not found.written.stated
        assert found.written.steps[0] == "no date is stated"


@pytest.mark.parametrize(
    ("text", "bounds", "why"),
    [
        # Tuesday 12 March was in 1996 and 2002: the first is before, the second within five years.
        ("The mill burned down in May 1998. It was sold on Tuesday, 12 March, to a baker.", "2002-03-12~/2002-05-10~", "by its weekday"),
        ("The mill burned down in May 1998. It will be sold on Tuesday, 12 March, to a baker.", "2002-01-12~/2002-03-12~", "by its weekday"),
        ("The mill burned down in May 1998. It was sold on Tuesday, 12 March, and will open on Friday, 5 April.", "2002-03-12~/2002-04-05~", "as to come"),
        ("The mill burned down in 1998. It was sold on Tuesday, 12 March, to a baker.", "1998-01-01~/..", None),
        ("The mill burned down in May 1998. It was sold on 12 March to a baker.", "1998-05-01~/..", None),
        ("The mill burned down in May 1998. It will open in June 1999. It was sold on 12 March to a baker.", None, None),
        ("As of January 2008, the mill had nine hands. The figures were told on 3 April.", "2008-04-03~/2008-06-01~", "by its other dates"),
        ("As of 2008, the mill had nine hands. The figures were told on 3 April.", "2008-01-01~/..", None),
        ("The mill lost money in the quarter ended 30 June 2008.", "2008-06-30~/2008-08-28~", "told as the newest"),
        ("The mill lost money in the war that ended on 30 June 2008.", "2008-06-30~/..", None),
    ],
)  # fmt: skip
def test_what_is_near_closes_the_bounds(text: str, bounds: str | None, why: str | None) -> None:
    written = known(text).written
    assert written is not None
    assert bounds is None or written.value.edtf == bounds
    assert why is None or why in written.steps[-1]


def test_the_dates_of_other_stories_and_captions_bound_nothing() -> None:
    text = (
        "Mill burns down\n\nThe mill burned down in 1998, and nobody was hurt in the fire.\n\nThe mill in 2004. Photo: Ola Berg\n\n"
        "Its owner had bought it in May 1997 from the town.\n\nMore stories\n\nBakery in Norwich sold\n\nIt was sold on 2 May 2005 to a baker.\n"
        "\nSwans return to the lock\n\nThey had left it in 2004.\n"
    )
    written = known(text).written
    assert written is not None
    assert written.value.edtf == "1998-01-01~/.."


def test_a_last_change_bounds_it_from_above() -> None:
    page = "<html><head><meta property='article:modified_time' content='2003-05-06T10:00:00Z'></head><body><h1>The mill</h1><p>The mill burned down on 12 March 1998, and nobody was hurt in the fire that night.</p></body></html>"
    written = known(page, "a.html").written
    assert written is not None
    assert written.value.edtf == "1998-03-12~/2003-05-06~"
    assert "was last changed on that day" in written.steps[-1]


def test_a_dateline_without_a_year_names_the_day() -> None:
    text = "Mill burns down\n\nNORWICH, March 3 (North Light) - The mill burned down on Tuesday, and nobody was hurt.\n\nIts owner had bought it on 14 May 1997, the council said, and insured it twice."
    found = known(text)
    assert found.written is not None
    assert (found.written.value.edtf, found.written.origin) == ("1998-03-03~", "dateline")
    tuesday = next(one for one in found.resolutions if one.mention.text == "Tuesday")
    assert tuesday.value is not None
    assert tuesday.value.edtf == "1998-03-03"
    assert "dateline" in " ".join(tuesday.steps)


@pytest.mark.parametrize(
    ("text", "name", "day", "told"),
    [
        ("Date: 4 March 2016\n\n{}", "a.txt", "2016-03-04", True),
        ("Date: 4 March 2017\n\n{}", "a.txt", "2017-03-04", False),
        ("Date: 3 March 2017\n\n{}", "a.txt", "2017-03-03", False),
        ("{}", "2016-03-04.txt", None, True),
        ("{}", "2017-03-04.txt", "2017-03-04", False),
        ("Date: 4 March 2016\n\nThe gates are to open on 9 May 2018, the board said. They will be new.", "a.txt", "2016-03-04", False),
        ("Date: 4 March 2016\n\nThe opening was set for 9 May 2018. The gates failed on 3 March 2016.", "a.txt", "2016-03-04", False),
    ],
)  # fmt: skip
def test_a_stated_date_that_the_text_contradicts(text: str, name: str, day: str | None, told: bool) -> None:
    found = known(text.format("The gates failed on 4 March 2017, and nobody drowned in the lower town."), name)
    assert (found.dating and found.dating.value.edtf) == day
    assert found.written is not None
    assert any("as past" in step and step.startswith("but ") for step in found.written.steps) == told
    if told and found.dating:
        assert found.dating.confidence < 0.8


BARE = "The lock gates at Tarn Bridge failed on Friday and sent a wave of brown water into the lower town.\n\nNobody drowned, but eleven barges broke loose and one came to rest in the bakery.\n"


@pytest.mark.parametrize(
    ("text", "name", "bounds"),
    [
        (f"URL: https://tarn.example/2017/gates\n\n{BARE}", "a.txt", "2017-01-01~/2017-12-31~"),
        (f"{BARE}\n© 2017 The Tarn Herald\n", "a.txt", "../2017-12-31~"),
        (f"{BARE}\nCopyright 1999-2017 The Tarn Herald. All rights reserved.\n", "a.txt", "../2017-12-31~"),
        (f"URL: https://tarn.example/2017/gates\n\nTARN, March 3 (North Light) - {BARE}", "a.txt", "2017-03-03~"),
        (f"URL: https://tarn.example/2017/gates\n\n{BARE}\nIt was built in May 2019.\n", "a.txt", "2019-05-01~/.."),
    ],
)  # fmt: skip
def test_a_year_that_its_places_name(text: str, name: str, bounds: str) -> None:
    found = known(text, name)
    assert found.dating is None
    assert (found.written and found.written.value.edtf) == bounds
