"""Titles that need the whole sentence: relative clauses, verbs left out, what is to be done.

Each row: a text, the title of its last date in [brackets]. Rows that a rule must leave alone stand beside those that it is
for.
"""

import pytest

from tests.events.passages import told

RELATIVES = [
    ("The house in which he lived was sold in [May 2003].", "The house in which he lived was sold"),
    ("The plan that he presented was rejected on [3 May 2003].", "The plan that he presented was rejected"),
    ("The man who drowned was found on [3 May 2003].", "The man was found"),
    ("The bridge that the flood destroyed on [3 May 2003] was built again.", "The flood destroyed the bridge"),
    ("The bridge that the flood destroyed was built again in [2005].", "The bridge that the flood destroyed was built again"),
    ("She rebuilt the bridge that the flood destroyed on [3 May 2003].", "The flood destroyed the bridge"),
    ("The man whom the police arrested on [3 May 2003] has died.", "The police arrested the man"),
    ("The mayor said that the plan that he had presented in [May 2003] was rejected.", "The mayor had presented the plan"),
    ("The statue that fell on [3 May 2003] was sold.", "The statue fell"),
    ("The news that Berg had resigned in [May 2003] was denied.", "Berg had resigned"),
    ("The claim that the man arrested on [3 May 2003] was innocent was denied.", "The man was arrested"),
    ("He repeated the claim that the man arrested on [3 May 2003] was innocent.", "The man was arrested"),
    ("The day that he died in [May 2003] was cold.", "He died"),
]  # fmt: skip
LEFT_OUT = [
    ("The bank sold the mill in [1911], in [1912] the pier.", "The bank sold the pier"),
    ("In [1998] the bank opened the mill, in [2001] the pier and [the following year] the fair was held.", "The fair was held"),
    ("She moved to Rome in [1911], in [1912] the family followed.", "The family followed"),
]  # fmt: skip
TO_BE_DONE = [
    ("The council announced another special meeting to be held on [12 October 2031].", "Another special meeting is to be held"),
    ("The show had a preview of the bank's new payment system, to be released in [2031].",
     "The bank's new payment system is to be released"),
    ("The fair to be held on [3 May 2031] was cancelled by the council.",
     "The fair to be held was cancelled by the council"),
]  # fmt: skip
SECOND_OF_TWO = [
    ("On [24 June 2011], the port told captains to either hold the ship outside the harbour, or to use the north lock.",
     "The port told captains to either hold the ship outside the harbour, or to use the north lock"),
    ("On [24 June 2011], the port told captains to hold the ship, and the lock was closed.",
     "The port told captains to hold the ship"),
]  # fmt: skip
OBJECTS = [
    ("Ole Holm left the bank, and the council thanked him on [3 May 2003].", "The council thanked Ole Holm"),
    ("Ole Holm met Ada Berg, and the council thanked him on [3 May 2003].", "The council thanked him"),
    ("Ole Holm said on [3 May 2003] that he had seen it.", "Ole Holm said that he had seen it"),
    ("The ferry sank, and the port raised it on [3 May 2003].", "The port raised it"),
]  # fmt: skip
OTHERS = [
    ("Talks on feeding the town during a meeting on [16 April 2011] failed.",
     "Talks on feeding the town during a meeting"),
    ("Holt went on though the council had been aware of problems resulting from the culvert as early as [2003].",
     "The council had been aware of problems resulting from the culvert"),
    ("The note marked the third time in [the past decade=2011] that Cole has left.",
     "The note marked the third time that Cole has left"),
    ("Unfortunately, [that day=2011-06-24] has come.", "That day has come"),
    ("During [the first quarter=2031] of the financial year Holm Bank sold more than 21 million shares.",
     "Holm Bank sold more than 21 million shares"),
    ("On [3 May 2011] of all days the mill closed.", "Of all days the mill closed"),
    ("Under the deal, parts of old mills such as Hull House and Tarn Mill will be sold in [May 2031].",
     "Parts of old mills such as Hull House and Tarn Mill will be sold"),
    ("Shares of Holm Bank fell, after a week of having risen 23 percent in [2011].", "Shares of Holm Bank rose 23 percent"),
]  # fmt: skip
VERBS = [
    ("The group said that the mine accounts for 70 percent of all coal since [May 2010].",
     "The mine accounts for 70 percent of all coal"),
    ("Two Swiss accounts for the mill were opened in [May 2010].", "Two Swiss accounts for the mill were opened"),
    ("He said that the plan relies on the port since [May 2010].", "The plan relies on the port"),
    ("The fair takes place at Lund Hall on [3 May 2031].", "The fair takes place at Lund Hall"),
    ("Farmers need seed before [the spring=2031-21] planting season begins in [May 2031].", "The planting season begins"),
    ("Women planting trees were seen on [3 May 2010].", "Women planting trees were seen"),
    ("Adopted in [May 2010], the law sends women to other jails.", "The law was adopted"),
    ("Founded in [1911] by Ida Holm, the mill employs 40 people.", "The mill was founded by Ida Holm"),
]  # fmt: skip
WHOLE_HAPPENINGS = [
    ("The mark was made when the firm bought Lundberg Tools, which took place in [1996].", "The firm bought Lundberg Tools"),
    ("Holm opened the fair, which took place in [1996].", "The fair took place"),
    ("A judge barred the firm from selling oil on [3 May 2010].", "A judge barred the firm from selling oil"),
    ("The founder and chief executive of Acme Inc. Ada Cole died on [3 May 2010].", "Ada Cole died"),
    ("Acme Inc. Ltd sold the mill on [3 May 2010].", "Acme Inc. Ltd sold the mill"),
    ("Ida Holm's son goes on trial Ida Holm's son has gone on trial in Lund on [3 May 2010].",
     "Ida Holm's son has gone on trial in Lund"),
]  # fmt: skip
CUT = [
    ("American officials became more open on [3 May 2010] in declaring that by destroying the mill they hope to save it all.",
     "American officials became more open"),
    ("The number of the people in the old town of Lund by the sea began to settle with the coming to power of Ky in [1967].",
     "The number of the people began to settle with the coming to power of Ky"),
    ("In [early 2007=2007], British Prime Minister Blair announced that following the storm British troops would leave Basra for good.",
     "Blair announced that following the storm British troops would leave Basra for good"),
]  # fmt: skip
INSERTED = [
    ("In [May 2010] officials confirmed reports that a ship -- the Ida Holm -- and its boats could head for the east.",
     "Officials confirmed reports that a ship and its boats could head for the east"),
    ("The port -- the oldest of the coast -- was closed on [3 May 2010].", "The port was closed"),
    ("The invasion which, combined with a flood, ended the rule of Berg in [May 2010].", "The invasion ended the rule of Berg"),
    ("He said so because Vicksburg, Mississippi, the key to the river, fell in [May 2010].", "Vicksburg, Mississippi fell"),
]  # fmt: skip
PARTS = [
    ("Six people were killed and at least 58 injured in an attack on [3 May 2010].", "At least 58 were injured in an attack"),
    ("According to a note, Norway had been shelling PEJAK positions since [16 August 2010].",
     "Norway had been shelling PEJAK positions"),
    ("Lund began a tour of the coast, freeing Tarn in July, and making an entry into Hull in [August 2010].",
     "Lund made an entry into Hull"),
    ("The man who hurled a stone seconds before the bomb exploded was identified on [3 May 2010].", "The man was identified"),
    ("The first ship to leave on [3 May 2010] was the Ida.", "The first ship to leave was the Ida"),
    ("The count was reduced, with a deadline to remove another 45,000 men by [May 2012].",
     "A deadline to remove another 45,000 men"),
    ("Berg welcomed the Tarn Status of Forces Agreement which was signed in [2008].",
     "The Tarn Status of Forces Agreement was signed"),
    ("The Lund fair is on [3 May 2012].", "The Lund fair"),
    ("It launched a [May 2010] offensive against the militias.", "It launched an offensive against the militias"),
    ("Trà asked for an offensive in the [1975-1976] dry season.", "Trà asked for an offensive in the dry season"),
    ("Although Berg lost, the [November 1972] election did return a majority.", "The election did return a majority"),
]  # fmt: skip
OTHERS_VERB = [
    ("The Tarn Naturalization Service said that once Holm arrives it will take Elian Berg from the men who have kept him since "
     "he was saved in [May 2010].", "He was saved"),
    ("In May, Lund put its plan into action but the Danes, having broken the code in [April 2010], knew it.",
     "The Danes broke the code"),
    ("In [May 2010], Lund put its plan into action but the Danes, having broken the code, knew it.",
     "Lund put its plan into action"),
    ("The boy was placed in a home after being found clinging to a tyre in [May 2010].",
     "The boy was found clinging to a tyre"),
    ("The car was sold, and was found abandoned at the port in [May 2010].", "The car was found abandoned at the port"),
    ("A note declassified in [2005], however, revealed that there was no attack.", "A note was declassified"),
    ("In northern Serbia, the Red Army, with some help from Bulgarian forces, assisted the town on [3 May 1944].",
     "The Red Army assisted the town"),
    ("He was arrested in [May 2010], tried in [June 2010] and freed.", "He was tried"),
    ("He was born in Lund and died in [June 2010].", "He died"),
    ("This humiliating treaty, which undid the gains of [1911], was signed.", "This humiliating treaty undid the gains"),
]  # fmt: skip
SCENES_AND_DATES = [
    ("In a speech made to the council on [3 May 2010], Berg foresaw the sale.", "Berg foresaw the sale"),
    ("In a mill built in [1911], a fire broke out.", "A mill was built"),
    ("They said so, hoping for peace: the First Battle of Tarn in [April 2004].", "Battle of Tarn"),
    ("Ada Holm was tried in Lund, charged with fraud on [3 May 2011].", "Ada Holm was charged with fraud"),
    ("As a result of good [Christmas=2010] sales, the shop doubled its profit.", "Good sales"),
]  # fmt: skip
PRONOUNS = [
    ("The bridge was opened by Ida Holm. It collapsed in [May 2010].", "The bridge collapsed"),
    ("The ferry sank. It was raised in [May 2010].", "The ferry was raised"),
    ("The council approved the bridge. It collapsed in [May 2010].", "It collapsed"),
    ("The ferry sank. It was the storm of [May 2010] that broke it.", "The storm broke it"),
]  # fmt: skip
LEFT_OUT_AGAIN = [
    ("He met Ida Holm, a dual citizen freed in [May 2010].", "Ida Holm was freed"),
    ("He met Ida Holm and Tom Rask, both released in [May 2010].", "Ida Holm and Tom Rask were released"),
    ("Oman, to which Iran turned, instead of Russia, to mend its ties in [2010], said nothing.",
     "Iran turned, instead of Russia, to mend its ties"),
    ("Holm has angered many by urging them to leave, calling it kind during a meeting on [3 May 2010].",
     "Holm called it kind during a meeting"),
    ("The mill is expected to grow when it is sold, expected in [May 2031].", "The mill is expected"),
    ("Sites suggest waiting for the release before jumping in, which is expected in [May 2031].", "The release is expected"),
    ("He spoke of the term, which ends on [3 May 2031].", "The term ends"),
    ("The report, in which attacks on the town were told on [3 May 2010], was lost.", "Attacks on the town were told"),
]  # fmt: skip
INDEFINITE = [
    ("A memo shows, according to an [April 2010] report in the Gazette, that sales fell.", "A report in the Gazette"),
    ("They have been silent since the [May 2010] attack on the mill.", "Attack on the mill"),
]  # fmt: skip
TIMES_THAT_STAY = [
    ("Acme posted a 20% gain in [third-quarter=2011-35] net income.", "Acme posted a 20% gain in net income"),
    ("General Berg picked [Saturday=2011] as the best time to start.", "General Berg picked Saturday as the best time to start"),
    ("The offices were raided [last month=2011] as part of a hunt.", "The offices were raided as part of a hunt"),
    ("Ole Berg, a Miami baker who spent part of [Sunday=2011] with the men, left.", "Ole Berg spent part of Sunday with the men"),
    ("The plan was tested by the [Easter=2011] Offensive of [1972].", "The plan was tested by the Easter Offensive"),
    ("The North could launch an invasion of the South, projected for [May 2031].", "An invasion of the South was projected"),
]  # fmt: skip
CUT_INTO_WORDS = [
    ('Sites wait for the first " point " release before jumping in , which is expected in [May 2031] .',
     'The first "point" release is expected'),
    ("This 'switch ' would happen in [May 2031] .", "This 'switch' would happen"),
    ("In [May 2010] , the shop passed Lund - Berg .", "The shop passed Lund-Berg"),
    ("In [May 2010] , the shop passed Ida - AFP .", "The shop passed Ida - AFP"),
]  # fmt: skip
SEASONS = [
    ("He was ill during the [summer 2010] tour of the coast.", "Tour of the coast"),
    ("Ida Holm, who won the Tarn Book of the Year Prize on [3 May 2010], left.", "Ida Holm won the Tarn Book of the Year Prize"),
    ("Over [the weekend=2011] Ida Holm and Ada Cole passed through Lund.", "Ida Holm and Ada Cole passed through Lund"),
    ("[The next day=2011-05-04] troops entered Lund.", "Troops entered Lund"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They thanked the men who launched the party in [1960] in a rally on [3 May 2010].", "The men launched the party"),
        ("Holm was indicted in [1999] in the [1998] death of a guard.", "Holm was indicted in the death of a guard"),
        ("The town said on [3 May 2010] that a small and old mill burned down in [April 2010].",
         "The town said that a small and old mill burned down"),
    ],
)  # fmt: skip
def test_a_second_date_has_its_own_part(text: str, title: str) -> None:
    assert told(text)[0].title == title


def test_the_first_date_has_the_verb_s_own_object() -> None:
    pieces = told("The bank sold the mill in [1911], in [1912] the pier.")
    assert [piece.title for piece in pieces] == ["The bank sold the mill", "The bank sold the pier"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        *RELATIVES,
        *LEFT_OUT,
        *TO_BE_DONE,
        *SECOND_OF_TWO,
        *OBJECTS,
        *OTHERS,
        *VERBS,
        *WHOLE_HAPPENINGS,
        *CUT,
        *INSERTED,
        *PARTS,
        *OTHERS_VERB,
        *SCENES_AND_DATES,
        *PRONOUNS,
        *LEFT_OUT_AGAIN,
        *INDEFINITE,
        *TIMES_THAT_STAY,
        *CUT_INTO_WORDS,
        *SEASONS,
    ],
)
def test_whole_clauses(text: str, title: str) -> None:
    assert told(text)[-1].title == title
