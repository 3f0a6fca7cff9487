"""Titles that say all their clause says, of whom it says it. Each row: a text, the title of its last date in [brackets].

Rows that a rule must leave alone stand beside those that it is for.
"""

import pytest

from tests.events.passages import told
from timeline.events.fit import FAR, WHOLE

A_LITTLE_LONG = [
    ("In Hull on [3 May 2011], the northern district's clerk Ada Cole said the board's position was that sailors were exhausted.",
     "Ada Cole said the board's position was that sailors were exhausted"),
    ("The harbour board says the old pier of the northern district has been the likely source of the leak in [1860].",
     "The old pier of the northern district has been the likely source of the leak"),
    ("The port board of the northern district has been the first and likely source of the many rumours in [1860].",
     "The port board has been the first and likely source of the many rumours"),
    ("In Hull on [3 May 2011], the harbour board's lawyer Ada Cole said the port's position was that the mill was closed"
     " to the sailors.", "The harbour board's lawyer Ada Cole said the port's position was that the mill was closed"),
]  # fmt: skip
DONE_SO = [
    ("The port did not pay the guards, and has not done so since [3 May 2011].",
     "The port did not pay the guards, and has not done so"),
    ("The port paid the guards on [3 May 2011], so they left.", "The port paid the guards"),
]  # fmt: skip
INSERTIONS = [
    ("Searches at the mill and another site rented by Cole in Hull, Yorks, were carried out on [3 May 2011].",
     "Searches at the mill and another site rented by Cole in Hull, Yorks, were carried out"),
    ("The league of harbours, including Hull, Bonn, Lund and Norden, called on others to follow on [3 May 2011].",
     "The league of harbours called on others to follow"),
    ("Cole, Berg and Lund left the camp on [3 May 2011].", "Cole, Berg and Lund left the camp"),
    ("He said Acme - which has mills in two towns - was sending a team to Hull on [3 May 2011].",
     "Acme was sending a team to Hull"),
    ("By the time she was found, unharmed, on [3 May 2011], it had rained.", "She was found"),
    ("The firm released its new lamp on [3 May 2011] - the Low Tide.", "The firm released its new lamp"),
]  # fmt: skip
WHO_SAYS = [
    ("The deal could be worth much if the mill is sold, the Fjord Courier reported on [3 May 2011], citing two clerks.",
     "The Fjord Courier reported the deal could be worth much if the mill is sold"),
    ("A note from President Ole Berg on [3 May 2011] said the port was closed.",
     "A note from President Ole Berg said the port was closed"),
    ("A note from President Ole Berg on [3 May 2011] was lost.", "A note from President Ole Berg was lost"),
    ("Port clerks have said more than once in [2011] that they expected more of a town with which they trade.",
     "Port clerks have said they expected more of a town with which they trade"),
    ("That suit was settled in [1991].", "That suit was settled"),
]  # fmt: skip
GERUNDS = [
    ("Hull was used to storms, having had four floods in [2008], she said.", "Hull had four floods"),
    ("Ole Berg said he felt joy after being pulled from the harbour on [3 May 2011].",
     "Ole Berg was pulled from the harbour"),
    ("Announcing the fair on [3 May 2011], Ole Berg, chief of the port, which owns it, said it would be good.",
     "Ole Berg announced the fair"),
    ("The port is counting on having forty guards by [2031].", "The port is counting on having forty guards"),
    ("The port opened a pier, prompting Acme to file suit in [1989].", "The port prompted Acme to file suit"),
    ("On [3 May 2011], guards managed to save two sailors trapped under the hull of a boat.",
     "Guards managed to save two sailors trapped under the hull of a boat"),
]  # fmt: skip
SPEECH = [
    ("He said '' it was so . '' `` Then one day about [2007] , I got a call from him . ''", "“I got a call from him”"),
    ("Ole Berg of the port told the Courier on [3 May 2011]: “People are calm, I have to say.”",
     "Ole Berg of the port told the Courier: “People are calm”"),
    ("On [3 May 2011] Berg told the Courier: \"It is all hands on deck.\"", 'Berg told the Courier: "It is all hands on deck"'),
    ("On [3 May 2011] Berg sold the Courier: “It is all hands on deck.”", "Berg sold the Courier"),
    ("“We are going to sell the mill in [2031],” said Ole Berg.", "Ole Berg: “We are going to sell the mill”"),
    ("“My brother found me in [2011],” she said.", "“My brother found me”"),
    ("`` I am here [today=2010-01-28] because of her , '' Ole Berg said .", "Ole Berg: “I am here”"),
    ("“The mill was sold in [2011],” said Ole Berg.", "The mill was sold"),
    ("I left the camp in [2011].", "I left the camp"),
]  # fmt: skip
PERSONS = [
    ("Lamps light Hull's main street, which is old, and its old house, which was sold on [3 May 2011].",
     "Its old house was sold"),
    ("Ole Berg sings. Berg dances. It is not the first time Berg has helped out. In [2005], he sent food to Hull.",
     "Ole Berg sent food to Hull"),
    ("Ole Berg and Ada Cole sing. Berg and Cole dance. The news about Berg and Ada Cole was good. In [2005], he sent food to Hull.",
     "He sent food to Hull"),
    ("Ole Berg sings. Berg, 48, of Hull, was taken to the Fjord Clinic. He was in court on [3 May 2011].",
     "Ole Berg was in court"),
]  # fmt: skip
RUN_INS = [
    ("We have to get out so that others can go in The nine sailors picked their way over the pier on [3 May 2011] .",
     "The nine sailors picked their way over the pier"),
    ("We could not get into all the areas Thousands of sailors gathered in the port on [3 May 2011] , too scared to sleep .",
     "Thousands of sailors gathered in the port"),
    ("Berg died from a fall in his rented home Ole Berg's death was on [3 May 2011] .", "Ole Berg's death"),
    ("By Ada Cole Fjord News, London Ole Berg died in [June 2009].", "Ole Berg died"),
    ("The day Berg was pulled from the harbour Sailor Ole Berg, 24, was found on [3 May 2011].",
     "Sailor Ole Berg was found"),
    ("ADA COLE, MAYOR OF NORDEN Ada Cole was found in the harbour on [3 May 2011].", "Ada Cole was found in the harbour"),
    ("She came home without a scratch Also on [3 May 2011], crews found the mayor.", "Crews found the mayor"),
    ("The Hull storm still fills front pages The port's keeper resigned on [3 May 2011].", "The port's keeper resigned"),
    ("He went to see The Hague in [May 2011].", "He went to see The Hague"),
    ("The mayor met singer Ada Cole in [May 2011].", "The mayor met singer Ada Cole"),
]  # fmt: skip
SUBJECTS = [
    ("The clinic said five planes with a total of 77 tonnes of medical and relief goods have been lost in [May 2011].",
     "Five planes with a total of 77 tonnes of medical and relief goods have been lost"),
    ("Berg said so and Lund left on [3 May 2011].", "Lund left"),
    ("Ada Cole , Ole Berg and Lund all sang on [3 May 2011] , while it rained .", "Ada Cole, Ole Berg and Lund all sang"),
    ("Elsewhere , crews from around the world , including guards from Hull and Bonn , came to Norden on [3 May 2011] .",
     "Crews from around the world came to Norden"),
    ("The telethon and gig, which took place in [May 2011], raised a lot.", "The telethon and gig took place"),
    ("[2007] was the year of the iron lamp.", "2007 was the year of the iron lamp"),
    ("In [October 2010], the sailor from Hull appeared to swear after the race.",
     "The sailor from Hull appeared to swear after the race"),
    ("The rules that Berg praised are good, as are the plans we have in place for [2031].", "We have the plans in place"),
    ("Mr Berg was an officer at the port, for which he had worked before moving to Hull in [2007].",
     "Mr Berg moved to Hull"),
    ("Mr Berg was with the singer on the night he died in [2007].", "He died"),
    ("A clerk for Dr Berg said Dr Berg sings. A clerk for Dr Berg said he had left on [3 May 2011].", "Dr Berg had left"),
]  # fmt: skip
COMPLEMENTS = [
    ("A Hull judge barred him from working until [April 2009].", "A Hull judge barred him from working"),
    ("The port expects to resolve problems with bringing in oil in [May 2031].",
     "The port expects to resolve problems with bringing in oil"),
    ("On [3 May 2011] the port pledged more than 400m marks in aid for Hull, where damage is great.",
     "The port pledged more than 400m marks in aid for Hull"),
    ("The shop passed Ham - Mart on [3 May 2011] to become the first.", "The shop passed Ham - Mart to become the first"),
    ("The clerk said on [3 May 2011] that when Berg left, he ordered a guard to collect the keys and all the other things"
     " of the port before dawn.", "The clerk said that he ordered a guard to collect the keys"),
    ("The clerk testified on [3 May 2011] that as the singer lay in bed, Frank Dahl told the guards that he was ill.",
     "The clerk testified that Frank Dahl told the guards that he was ill"),
    ("It was late when Berg left home on [3 May 2011] he told us.", "Berg left home"),
    ("The court has given lawyers [the weekend=2011-10-22] to read the notes.",
     "The court has given lawyers the weekend to read the notes"),
    ("All the clerks will spend [the week=2011-10-22] in Hull.", "All the clerks will spend the week in Hull"),
    ("She gave evidence [Tuesday=2010-05-04] to the court.", "She gave evidence to the court"),
    ("The song was sung to mark the [1996] Hull flood.", "Hull flood"),
    ("Sailors have seen more storms in [2010] than most keepers will ever see.",
     "Sailors have seen more storms than most keepers will ever see"),
    ("The keeper is expected to continue testifying on [3 May 2031].", "The keeper is expected to continue testifying"),
    ("The clerk told the guards so, according to a note made public on [3 May 2011].", "A note was made public"),
    ("At the age of 50, Ole Berg of Hull died on [3 May 2011].", "Ole Berg of Hull died"),
    ("The port has installed four tanks capable of holding much water since [May 2010].",
     "The port has installed four tanks capable of holding much water"),
    ("Forty men may have died as a result of the quake that struck Hull in [May 2010].", "The quake struck Hull"),
    ("The clerks say that tickets for the fair, which are dear, will go on sale in [2031].",
     "Tickets for the fair will go on sale"),
    ("The clerks said buyers should try again [tomorrow=2010-06-17].", "Buyers should try again"),
    ("Ole Berg sings. Berg dances. His song was sold on [3 May 2011].", "Ole Berg’s song was sold"),
    ("Ole Berg sings. Berg dances. Ada Cole came in after his song on [3 May 2011].", "Ada Cole came in after his song"),
    ("Photo: Martin Hare A strong wind at dawn on [3 May 2011] broke the pier.", "A strong wind at dawn broke the pier"),
    ("The note of [3 May 2011] marked the third time that Cole, aged 55, has left.",
     "The note marked the third time that Cole has left"),
    ("The keeper disclosed in [August 2010] that the rope and the old tar were the cause.",
     "The keeper disclosed that the rope and the old tar were the cause"),
    ("Norden's Foreign Minister Ada Cole of the old party welcomed the northern offer to host an international"
     " league of harbours in [March 2010].",
     "Ada Cole welcomed the northern offer to host an international league of harbours"),
    ("He said that if it rained he would still be here [today=2010-01-01].", "He would still be here"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [*SUBJECTS, *COMPLEMENTS, *A_LITTLE_LONG, *DONE_SO, *INSERTIONS, *WHO_SAYS, *GERUNDS, *SPEECH, *PERSONS, *RUN_INS],
)
def test_whole_titles(text: str, title: str) -> None:
    piece = told(text)[-1]
    assert piece.title == title
    assert len(piece.title) <= WHOLE


def test_a_title_that_can_be_cut_nowhere_is_longer_rather_than_broken_off() -> None:
    (piece,) = told("On [3 May 2011], Ole Berg said he would recommend that the northern council boost harbour guards and"
                    " keepers of the lights in Hull by 3,500.")  # fmt: skip
    assert piece.title.startswith("Ole Berg said he would recommend that the northern council boost harbour guards")
    assert WHOLE < len(piece.title) <= FAR
