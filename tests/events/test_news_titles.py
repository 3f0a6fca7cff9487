"""Titles of scraped news: entries that run into one another, captions, speech. Each row: a text, its last date's title.

Rows that a rule must leave alone stand beside those that it is for.
"""

import pytest

from tests.events.passages import told

RUN_INS = [
    ("Ada Cole asks for the port's aid The Hull Board of Trade has met on [3 May 2011].", "The Hull Board of Trade has met"),
    ("Ada Cole plans to leave The Hague on [3 May 2011].", "Ada Cole plans to leave The Hague"),
    ("Many doctors are missing Doctors in Hull treated forty sailors on [3 May 2011].",
     "Doctors in Hull treated forty sailors"),
    ("The board of the port met Lords from the north on [3 May 2011].",
     "The board of the port met Lords from the north"),
    ("Thousands of guards are now in Hull A senior sailor has left the camp on [3 May 2011].",
     "A senior sailor has left the camp"),
    ("She starred in Raise The Roof on [3 May 2011].", "She starred in Raise The Roof"),
    ("[3 May 2011] The trial is delayed.", "The trial is delayed"),
    ("[3 May 2011] Guards closed the pier as some guards left.", "Guards closed the pier"),
    ("Ada Cole spoke. The fumes can lead to fits Cole, who had a bad leg, broke it on [3 May 2011].", "Cole broke it"),
    ("Ada Cole spoke. When the storm had passed the hills Cole was found on [3 May 2011].", "Cole was found"),
    ("Ada Cole spoke. The fair brought the port thousands of visitors Cole was found on [3 May 2011].", "Cole was found"),
    ("The road was closed to the north, harbour clerk Ada Cole told the court on [3 May 2011].",
     "Harbour clerk Ada Cole told the court the road was closed to the north"),
    ("“We used to let the boat out,” guitarist Ole Berg told the Courier in [2005].",
     "Guitarist Ole Berg told the Courier “We used to let the boat out”"),
    ("Ole Berg spoke. The port praised the singer Berg was seen with on [3 May 2011].", "The singer Berg was seen with"),
]  # fmt: skip
SAID = [
    ("On [3 May 2011] the port said the head of its northern mission, Ole Berg, was killed.",
     "The port said the head of its northern mission was killed"),
    ("The port says up to 200 of its guards, including sailors, left on [3 May 2011].",
     "Up to 200 of its guards left"),
    ("On [3 May 2011] the port's chief, Ole Berg, said a northern search and rescue team came.",
     "Ole Berg said a northern search and rescue team came"),
    ("The pier is shut, says Berg, and the mill burned on [3 May 2011].", "The mill burned"),
    ("On [3 May 2011] Ole Berg told the Courier storms and a want of boats are slowing the search down.",
     "Ole Berg told the Courier storms and a want of boats are slowing the search down"),
    ("[3 May 2011]: The Courier's Ole Berg at the camp of the port board in northern Norden says: The first pictures have come.",
     "The Courier's Ole Berg says: The first pictures have come"),
    ("On [3 May 2011] Ole Berg wrote of the port: the sea, the sand and the boats.", "Ole Berg wrote of the port"),
    ("On [3 May 2011] Ole Berg at the camp told the Fjord Courier: “A team of nine guards from three towns have arrived and left”.",
     "Ole Berg told the Fjord Courier: “A team of nine guards from three towns have arrived”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), [*RUN_INS, *SAID])
def test_titles(text: str, title: str) -> None:
    assert told(text)[-1].title == title
