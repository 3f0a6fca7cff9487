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
    ("[3 January=2011-01-03] The trial is delayed.", "The trial is delayed"),
    ("The run of shows was about to start A 12-member jury was chosen on [3 May 2011].", "A 12-member jury was chosen"),
    ("Photo: a boat in Hull In the old port guards left on [3 May 2011].", "In the old port guards left"),
    ("Hit by a flood in [1993], the mill closed.", "The mill was hit by a flood"),
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
HEADINGS = [
    ("Haiti: Your stories Friday 6 May Up to 10,000 guards will be in Hull by [Monday=2011-05-09].",
     "Up to 10,000 guards will be in Hull"),
    ("He hoped to raise £500 A seven-year-old boy from Hull swam on [3 May 2011].", "A seven-year-old boy from Hull swam"),
    ("UK We left the camp on [3 May 2011].", "We left the camp"),
    ("ADA COLE, NORTHERN PORTS I left the camp on [3 May 2011].", "I left the camp"),
    ("UN guards left the camp on [3 May 2011].", "UN guards left the camp"),
    ("It was in the former mill Former mayor Ole Berg left on [3 May 2011].", "Former mayor Ole Berg left"),
]  # fmt: skip
SUBJECTS = [
    ("Founded in [1993] to honor the town's singers and teach them, the award comes with a purse.",
     "The award was founded to honor the town's singers"),
    ("The trial of the singer's keeper, Ole Berg, took place on the ninth floor in [May 2011].",
     "The trial of the singer's keeper took place on the ninth floor"),
    ("The keeper of the mill, Ole Berg, left in [May 2011].", "Ole Berg left"),
    ("The guards have used the Ibis boat, which is the port's trainer, since [1979].", "The guards have used the Ibis boat"),
    ("The guards have used the Ibis boat, which was built in [1979].", "The Ibis boat was built"),
    ("The port said it had two boats standing by to sail on [Saturday=2011-05-07].", "Two boats were standing by to sail"),
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
CLEFTS = [
    ("It was only in [May 2011] that the port paid its guards.", "The port paid its guards"),
    ("He was last seen on 3 May, [the day before=2011-05-02] guards issued a warrant.", "Guards issued a warrant"),
    ("It was late in [May 2011] when the boats of Hull left.", "The boats of Hull left"),
    ("It was not until [May 2011] that the port paid its guards.", "The port paid its guards"),
    ("It was in [May 2011] a mill.", "It was a mill"),
    ("This was in [May 2011], when the boats left.", "This was in May 2011"),
    ("In [May 2011], Ada Cole, Ole Berg and Ida Holm left.", "Ada Cole, Ole Berg and Ida Holm left"),
]  # fmt: skip
DASHES = [
    ("The quake - the town's worst in two centuries - struck in [2010].", "The quake struck"),
    ("This is how it went after the quake - with a magnitude of 7 - struck in [2010].", "The quake struck"),
    ("He said that the plan - a bad one - failed in [2010].", "The plan failed"),
    ("It shows a strong quake, the town's worst in two centuries, which struck in [2010].", "A strong quake struck"),
    ("It shows the mill, the town and the old pier, which burned in [2010].", "The old pier burned"),
]  # fmt: skip
DATES_WITHIN = [
    ("Ada Cole came to Lund [the day after=2011-05-04] the flood to help.", "Ada Cole came to Lund to help"),
    ("The port must be paid before [the spring=2011-03] sowing season begins.", "Sowing season"),
    ("The singer fell ill during [the summer=2011-06] rehearsals for the tour.", "Rehearsals for the tour"),
    ("In [the 1990s=1990] guards took the town.", "Guards took the town"),
    ("The port declared the search over at [1600 local time] in Hull.", "The port declared the search over in Hull"),
    ("Transmission time is [9:30 local time].", "Transmission time"),
    ("We are back [tomorrow=2011-05-04].", "We are back tomorrow"),
    ("The keeper's death was on [3 May 2011].", "The keeper's death"),
    ("Boats are as dear as it was in [May 2011].", "Boats are as dear as it was"),
]  # fmt: skip
WORDS = [
    ("The port pledged $ 100,000 to the fund in [2009] .", "The port pledged $100,000 to the fund"),
    ("The guards of the port who got there [last night=2011-05-06] are digging for boats.", "The guards of the port got there"),
    ("The group might come to the U.S. in [May 2031].", "The group might come to the U.S."),
    ("Ole Berg said on [3 May 2011] he had ``no qualms'' about the deal.", "Ole Berg said he had “no qualms” about the deal"),
    ("The share fell, closing unchanged on [Friday=2011-05-06] at $29.", "The share closed unchanged at $29"),
    ("In a long letter read on the air on [Thursday=2011-05-05], Ada Cole called Berg a liar.", "Letter was read on the air"),
    ("The song was a huge hit in [1993].", "The song was a huge hit"),
    ("The keeper was a man hit by a boat in [1993].", "A man was hit by a boat"),
    ("Ole Berg and Ada Cole have both filed a suit on [3 May 2011].", "Ole Berg and Ada Cole have both filed a suit"),
    ("The gig takes place at the pier on [3 May 2031].", "The gig takes place at the pier"),
    ("Lawyers say the clerk's errors in treating the singer for gout led to his death in [2009].",
     "The clerk's errors in treating the singer for gout led to his death"),
    ("Ole Berg said the clerk told him the keeper had left in [2009].", "The keeper had left"),
    ("It has become clear the [12 January 2010] flood is one of the worst.", "It has become clear the flood is one of the worst"),
    ("On [3 May 2011] Ada Cole, Ole Berg, Ida Holm, Jan Lund and Eva Rask have all passed through the doors of the port.",
     "Ada Cole, Ole Berg, Ida Holm, Jan Lund and Eva Rask have all passed through the doors of the port"),
    ("The flood left 45 ,000 people homeless in [2009] .", "The flood left 45,000 people homeless"),
    ("A magnitude-4 .5 quake struck in [2009] .", "A magnitude-4.5 quake struck"),
]  # fmt: skip
WHAT_IS_ASKED = [
    ("Ada Cole, of Hull, had hoped to raise a mark by cycling round the park on [Sunday=2011-05-01] for the port.",
     "Ada Cole had hoped to raise a mark by cycling round the park for the port"),
    ("We do not even know what [tomorrow=2011-05-02] will be like.", "We do not even know what tomorrow will be like"),
    ("Officials said [Thursday=2011-05-05] was the first day they had failed.",
     "Officials said Thursday was the first day they had failed"),
    ("Officials of the port [Thursday=2011-05-05] said it had failed.", "Officials of the port said it had failed"),
    ("[Yesterday=2011-05-05] there were none to speak of.", "There were none to speak of"),
    ("On [3 May 2011] Ada Cole of the Board of Ports urged those involved in the great work at the northern pier to plan very carefully.",
     "Ada Cole urged those involved in the great work at the northern pier to plan very carefully"),
    ("On [3 May 2011] the mill's clerk for the north Dr Ada Cole conceded during a hearing that Dr Berg deviated from standards.",
     "The mill's clerk for the north Dr Ada Cole conceded during a hearing that Dr Berg deviated"),
    ("On [3 May 2011] the Fjord Courier's clerk Ole Berg in Norden said: “The search for the mill's boats is now well under way.”",
     "Ole Berg said: “The search for the mill's boats is now well under way”"),
    ("On [3 May 2011] court documents revealed that boats were sold.", "Court documents revealed that boats were sold"),
    ("[3 May 2011] Court documents reveal that boats were sold.", "Court documents reveal that boats were sold"),
]  # fmt: skip
TAKEN_FOR = [
    ("Ida Holm in Hull, who has friends in Lund, told the Courier on [3 May 2011]: “We are worried because he is gone.”",
     "Ida Holm in Hull told the Courier: “We are worried”"),
    ("The port has described it on [3 May 2011] as the worst loss it has had to bear.",
     "The port has described it as the worst loss it has had to bear"),
    ("Ole Berg, the managing director of the Fund, said on [3 May 2011] as much as he knew.", "Ole Berg said as much as he knew"),
    ("The singers will appear in Hull as part of [Friday=2011-05-06]'s Norden Cup.",
     "The singers will appear in Hull as part of the Norden Cup"),
    ("In the late [1980's=1980] Acme built boats.", "Acme built boats"),
    ("Ole Berg, the managing director of the Fund, says $ 100m will be paid in [2031].", "$100m will be paid"),
    ("Songs were told on air and via social media Eighty-five guards died on [12 January 2010].", "Eighty-five guards died"),
    ("On [Friday=2011-05-06], respected sea journal The Lamp accused the port of a cover-up.",
     "Respected sea journal The Lamp accused the port of a cover-up"),
    ("Ole Berg said his team used a crane to pull a slab from a broken building on [Monday=2011-05-02].",
     "Ole Berg’s team used a crane to pull a slab from a broken building"),
    ("The firm kept building a pier on [Monday=2011-05-02].", "The firm kept building a pier"),
]  # fmt: skip
COMMAS = [
    ("The group said on [3 May 2011] it had a stake in the Hull, Yorks., lamp company and a mill.",
     "The group said it had a stake in the Hull lamp company and a mill"),
    ("The boat was found empty at the Hull, N.J., pier in [December 2010].", "The boat was found empty at the Hull pier"),
    ("Eric Rask has been on the run since the [January 1998] bombing of a Hull, Ala., clinic that killed a guard.",
     "Bombing of a Hull clinic"),
    ("The boat was found at the Hull, Lund and Norden clinics in [December 2010].",
     "The boat was found at the Hull, Lund and Norden clinics"),
    ("The gun was found during a search of a heavily wooded, four-acre area on [Thursday=2011-05-05].",
     "The gun was found during a search of a heavily wooded, four-acre area"),
    ("The gun was found near a house, neighbours said on [Thursday=2011-05-05].",
     "Neighbours said the gun was found near a house"),
    ("Shares rose, leaving the index within 70 points of its record high set on [Aug. 6 1997].", "Its record high was set"),
]  # fmt: skip
QUOTES = [
    ("“I told you when we started this I would do my best to keep the whole decision out of the courts,” Ole Berg told"
     " reporters on [3 May 2011].", "Ole Berg told reporters “I told you when we started this I would do my best”"),
    ("Ole Berg said on [3 May 2011] he was “ready for work, and glad”.", "Ole Berg said he was “ready for work”"),
    ("Ole Berg says one guard was saved. “It was a small wonder during [the night=2011-05-06],” he said.",
     "It was a small wonder"),
]  # fmt: skip
MOODS = [
    ("The firm said its board would recommend that its dividend be cut in [2031].",
     "The firm’s board would recommend that its dividend be cut"),
    ("Neither he nor Ida Holm could be found in [May 2011].", "Neither he nor Ida Holm could be found"),
    ("I think [tomorrow=2031-05-06] you will see a change.", "You will see a change"),
    ("He said [Tuesday=2011-05-03] you saw a change.", "He said you saw a change"),
]  # fmt: skip
BARE_NOUNS = [
    ("Hull is shut. Many left after Hull's terrible flood. Boats came after the devastating [1911] flood.", "Hull's flood"),
    ("Hull is shut. Many left after Hull's terrible flood. Lund had a devastating flood in [1911].", "Lund had a devastating flood"),
    ("Hull's flood is over. Many wept at the guard's [1911] death.", "The guard's death"),
    ("Acme won the prize for songs at [Wednesday=2011-05-04]'s awards ceremony.",
     "Acme won the prize for songs at the awards ceremony"),
    ("[Friday=2011-05-06]'s show, which was long, raised a million marks.", "The show raised a million marks"),
    ("Many of [the night=2011-05-06]'s guests used the time to raise marks.", "Many of the guests used the time to raise marks"),
    ("Friends of those held since the [October 7 2011] raids said the port was shut.", "Raids"),
    ("Some boats weakened by [Tuesday=2011-05-03]'s storm sank.", "Storm"),
    ("As soon as [Tuesday=2011-05-03]'s storm struck, guards left.", "As soon as the storm struck"),
]  # fmt: skip
PRONOUNS = [
    ("The keeper said the man had told him that others were there but that they had left in [May 2011].", "They had left"),
    ("Acme, with $5 million in assets, said the deal is off, and that it hopes to sell the mill in [2031].",
     "Acme hopes to sell the mill"),
    ("The Courier said on 3 May: The Supreme Court left the rule it upheld in [1996].",
     "The Supreme Court upheld the rule"),
    ("Ada Cole sings. It was in [May 2011].", "It was in May 2011"),
    ("Acme builds boats. The aid will reach those who need it when it comes to Hull, where it was due in [May 2031].",
     "The aid will reach those who need it when it comes to Hull, where it was due"),
    ("Ole Berg sings. Nobody can tell Ida Holm what he did in [May 2011]. Ida Holm left.",
     "Nobody can tell Ida Holm what he did"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        *RUN_INS,
        *HEADINGS,
        *SUBJECTS,
        *SAID,
        *CLEFTS,
        *DASHES,
        *DATES_WITHIN,
        *WORDS,
        *WHAT_IS_ASKED,
        *MOODS,
        *TAKEN_FOR,
        *COMMAS,
        *QUOTES,
        *BARE_NOUNS,
        *PRONOUNS,
    ],
)
def test_titles(text: str, title: str) -> None:
    assert told(text)[-1].title == title
