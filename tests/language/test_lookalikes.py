"""What only looks like an English date: sentences in which nothing may be found."""

from __future__ import annotations

import pytest

from timeline.pipeline.tagging import timexes

LOOKALIKES = {
    "numbers that count": """
        The firm has 2018 employees in 12 offices.
        About 1900 soldiers crossed the river.
        Over 1900 people stood in line.
        Between 1500 and 2000 people came.
        It climbed from 1800 to 2000 feet.
        There were 1,200 guests and 2,000 chairs.
        The bag weighs 2008 pounds.
        He scored 2012 runs.
        They sold 1998 tickets.
        The engine has 1800 cc.
        A 2000-page report lay there, and it ran to 1,984 pages.
        Shares closed at 1,945 points.
        One in five, or two out of three, agreed.
        Three quarters of them and a third of us left.
        12 of 14 members agreed.
        It is a quarter to the left.
        """,
    "money and shares of a hundred": """
        The bag costs $1,999.
        He paid 1950 euros.
        It rose 19.5 percent, or 20.3%.
        It fell from 45 to 40 percent.
        A 50-50 split was agreed.
        The Dow lost 300 points.
        """,
    "scores, ratios, sizes": """
        The team won 21-19 in the last set.
        They lost 3-2 after extra time.
        The score was 10-7 at half-time.
        They voted 51-49 against it.
        The ratio is 10:30:40.
        See John 3:16 and Psalm 23:4.
        The shop is open 24/7.
        Mix 1/2 cup of flour and 3/4 cup of milk.
        He ran 5/8 of a mile.
        A size 12 dress, a 9-to-5 job, a 4-4-2 formation.
        Her IQ is 140 and she is 5'10".
        He made 16 of 20 shots and 5 of 6 free throws.
        The first half ended 1-0.
        He missed the third quarter of the game.
        The 400-metre race was won in 43.18.
        """,
    "numbers that name something": """
        Turn to page 1984 of the appendix.
        Call 555-2014 or 020 7946 1998 for details.
        Phone: (555) 201-1999.
        Flight 2001 was full.
        A Boeing 747 and an Airbus A350-1000 landed.
        The Peugeot 2008 and the BMW 2002 were parked outside.
        She bought an iPhone 12 and a Nokia 3310.
        Windows 95 ran on it.
        Version 2.0.17 of the program crashed; see v2019.3.1 for the fix.
        The room number is 1912.
        Room 1408 was locked.
        Send it to PO Box 1987.
        1600 Pennsylvania Avenue is a house, and so is 10 Downing Street.
        The 101st Airborne and the 7th Fleet moved.
        The 2nd Amendment and Article 50 were cited.
        Section 230 and Title 18 apply.
        Resolution 1441 was passed.
        Interstate 95 and Route 66 were closed, and so was Highway 1950.
        Area 51 is secret.
        Apollo 13 and Voyager 2 flew.
        Channel 4 and BBC 2 showed it.
        ISO 9001 and IEEE 1394 are standards.
        Port 8080 and error 404 were noted.
        The S&P 500 and the Fortune 500 rose.
        Lot 1999 was sold and bus 1930 is late.
        The code is 1945-A.
        Order No. 2013 arrived, and invoice 2017/334 was paid.
        Case 2012-0345 was closed.
        The address is 192.168.20.17, the place 40.71, -74.00.
        Isotopes such as U-235 and C-14 decay.
        Line 1984: syntax error.
        """,
    "words that are months, days and seasons too": """
        May the force be with you.
        You may go, but you may not stay.
        May I come in?
        She may be 20.
        They march on, and the march went on for miles.
        He will march with them.
        Theresa May and Augustus John met.
        April Jones and June Carter sang.
        Jan Smith and Mar Vista High School played.
        He is an august figure.
        The sun rose, and the Sun said so.
        She sat down and wed him.
        Mon ami, he said.
        Man Friday met Wednesday Addams.
        They fell in the fall from the roof.
        Prices fall and prices spring back.
        Spring water comes from a hot spring; a coiled spring broke.
        The winter coat and the summer dress were sold.
        He came second in the race, and the second man left.
        Wait a second, he said.
        Morning coffee and evening dress are sold.
        A night owl sleeps.
        The Daily Mail wrote of it.
        Now and then it rains.
        """,
    "ages, wars, people": """
        A 36-year-old man and a 5-year-old boy met.
        He is in his 40s and she is in her late 20s.
        Temperatures were in the 70s.
        A man in his mid-fifties came in.
        The Thirty Years' War and the Hundred Years' War.
        Louis XIV and Henry VIII reigned.
        He is the 44th president.
        """,
}
SENTENCES = [
    pytest.param(line.strip(), id=f"{kind}: {line.strip()}")
    for kind, lines in LOOKALIKES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found_where_there_is_no_date(sentence: str) -> None:
    assert timexes(sentence, "2018-05-16") == []
