"""Titles: a readable clause in the text's own words. Each row: a text with its dates in [brackets], and the first one's title.

Rows stand under what they are examples of; those that a rule must leave alone stand beside those that it is for.
"""

import pytest

from tests.events.passages import told
from timeline.events.fit import LONGEST

CUT_OFF_MARKS = [
    ("Norwich 's mayor opened the new quay on [3 May 2011] .", "Norwich's mayor opened the new quay"),
    ("The sailors ' union called off its strike on [3 May 2011] .", "The sailors' union called off its strike"),
    ("The firm paid $ 40,000 , a tenth of the fine , on [3 May 2011] .", "The firm paid $40,000"),
    ("He said it 's closed from [3 May 2011] .", "It's closed"),
    ("The band released `` Low Tide '' on [3 May 2011] .", "The band released “Low Tide”"),
    ("The keeper 's lamp , lit in [1911] , is lost .", "The keeper's lamp was lit"),
]
NAMES_THAT_BEGIN_SMALL = [
    ("eQuay was launched on [3 May 2011].", "eQuay was launched"),
    ("The bridge was opened on [3 May 2011].", "The bridge was opened"),
]
BRACKETS = [
    ("The Harbour Safety Board (HSB) closed the pier on [3 May 2011].", "The Harbour Safety Board closed the pier"),
    ("The quake -LRB- 6.1 -RRB- struck the coast on [3 May 2011].", "The quake struck the coast"),
    ("The mill (built in [1911]) burned down.", "The mill was built"),
]
ADVERBS = [
    ("The bridge had not been significantly repaired since [2008].", "The bridge had not been significantly repaired"),
    ("Mercifully, the dam held on [3 May 2011].", "The dam held"),
    ("Beverly Shaw opened the fair on [3 May 2011].", "Beverly Shaw opened the fair"),
]
LEFT_OUT = [
    ("The bridge, opened in [1911], carries the trams.", "The bridge was opened"),
    ("Two letters written in [1911] were sold.", "Two letters were written"),
    ("The council voted in [1911].", "The council voted"),
    ("In [1911] the port handed over Ole Berg, who carries two passports.", "The port handed over Ole Berg"),
    ("Keys handed over on [3 May 2011] were lost.", "Keys were handed over"),
    ("According to figures released on [3 May 2011] by the port, trade fell.", "Figures were released by the port"),
    ("In Jutland farmers sold their herds in [1911].", "In Jutland farmers sold their herds"),
]
SUBJECTS = [
    ("The mill was sold in 1976, and hired sixty weavers in [1979].", "The mill hired sixty weavers"),
    ("The town was founded in 1624 and named Norden in [1664].", "The town was named Norden"),
    ("Prices doubled early, tripled in [2006] and fell.", "Prices tripled"),
    ("Officers who watch the strait said on [3 May 2011] that fog was thick.",
     "Officers who watch the strait said that fog was thick"),
    ("The flood, the valley's worst in a century, struck on [3 May 2011].", "The flood struck"),
    ("Ann Lee, 49, head of the port, resigned on [3 May 2011].", "Ann Lee resigned"),
    ("In June, a week after the fair, a fire in Hull, Yorks., killed a guard on [3 May 2011].",
     "A fire in Hull killed a guard"),
    ("Shots at guards who left the camp on [3 May 2011] were heard.", "Guards left the camp"),
    ("They like the update that was shown as a trial for makers and is due for release in [June 2011].",
     "The update is due for release"),
    ("Cole bought Lund Mill, whose looms began weaving in [1911].", "Lund Mill’s looms began weaving"),
    ("The quarter, which ended on [3 May 2011], was good.", "The quarter ended"),
    ("A photograph of Hull, England taken on [3 May 2011] was sold.", "A photograph of Hull, England was taken"),
    ("The mill, she said, would close on [3 May 2011].", "The mill would close"),
]  # fmt: skip
OWN_VERBS = [
    ("Lund checked himself in on [3 May 2011].", "Lund checked himself in"),
    ("The bank – founded in [1911] – will close.", "The bank was founded"),
    ("Lund has left, the keeper's clerk confirmed to the Hull papers on [3 May 2011].",
     "The keeper's clerk confirmed Lund has left"),
    ("Looms that will be eligible for aid totaled 40 in [1988].", "Looms that will be eligible for aid totaled 40"),
    ("Lund, which has three mills in Hull, presented claims for damages on [3 May 2011].",
     "Lund presented claims for damages"),
    ("Lund, praised in the Hull papers, sold a mill in [1988].", "Lund sold a mill"),
    ("The deal announced on [3 May 2011] was signed.", "The deal was announced"),
    ("The port reported a loss for the quarter ended [30 September 2011].", "The port reported a loss for the quarter"),
    ("The port set a fee of four marks to be paid in [June 2011].", "A fee of four marks is to be paid"),
    ("Brandt resigned as keeper in [1988] to seek, in vain, a seat.", "Brandt resigned as keeper"),
]  # fmt: skip
SECOND_VERBS = [
    ("In [April 2011], Lund sold the mill and left.", "Lund sold the mill"),
    ("In [April 2011], Lund shot and killed a wolf.", "Lund shot and killed a wolf"),
    ("Lund sold the mill in [April 2011] and left in May.", "Lund sold the mill"),
    ("In [1984] she sold the mill and in [1990] she left.", "She sold the mill"),
]
REPORTS = [
    ("The harbour will close within a year, the port announced on [3 May 2011].",
     "The port announced the harbour will close within a year"),
    ("“The harbour is safe,” said the keeper on [3 May 2011].", "The keeper said “The harbour is safe”"),
    ("Police confirmed on [3 May 2011] that the body found along a lane in the hills ten miles south of Lund belonged"
     " to a keeper.", "Police confirmed that the body belonged to a keeper"),
    ("The board said on [3 May 2011] that once the ice breaks it will open the lock.",
     "The board said that it will open the lock"),
    ("The court said the mayor's son met with the smugglers on [3 May 2011].",
     "The mayor's son met with the smugglers"),
    ("The court said a strike planned for [3 May 2011] would go ahead.", "A strike was planned"),
    ("The port added sixty berths on [3 May 2011], far above the ten forecast by experts.",
     "The port added sixty berths"),
]  # fmt: skip
SCENES = [
    ("In an interview on [3 May 2011], Cole said that the mill would close.", "Cole said that the mill would close"),
    ("In a [May 3] interview, Cole said that the mill would close.", "Cole said that the mill would close"),
    ("In the [May 3] attack, rebels burned the mill.", "Rebels burned the mill in the attack"),
    ("After the vote on [3 May 2011], Cole resigned.", "Cole resigned after the vote"),
]
SHARED_DATES = [
    (
        "Cole visited the mill in [March 2011] and [June 2011] to open the looms.",
        "Cole visited the mill to open the looms",
    ),
    ("Cole sang in Rome in [March 2011] and in Bonn in [June 2011].", "Cole sang in Rome"),
]
LONG_ONES = [
    ("The port has filed a suit against grain and timber merchant Olaf Brandt in a court of the northern district on"
     " [3 May 2011].", "The port has filed a suit against grain and timber merchant Olaf Brandt"),
    ("The port said on [3 May 2011] that it will give all the owners of its newest berths a free berth in response to"
     " complaints.", "The port said that it will give all the owners of its newest berths a free berth"),
    ("The keeper promised the harbour board on [3 May 2011] to come back at daybreak and pick up the lantern, the oil"
     " and the wick.", "The keeper promised the harbour board to come back at daybreak"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        *CUT_OFF_MARKS,
        *NAMES_THAT_BEGIN_SMALL,
        *BRACKETS,
        *ADVERBS,
        *LEFT_OUT,
        *SUBJECTS,
        *OWN_VERBS,
        *SECOND_VERBS,
        *REPORTS,
        *SCENES,
        *SHARED_DATES,
        *LONG_ONES,
    ],
)
def test_titles(text: str, title: str) -> None:
    piece = told(text)[0]
    assert piece.title == title
    assert len(piece.title) <= LONGEST
