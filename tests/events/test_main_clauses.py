"""Titles of the clause that a date belongs to, in news and reports. Each row: a text, its last date's title.

Rows that a rule must leave alone stand beside those that it is for.
"""

import pytest

from tests.events.passages import told

REPORTED = [
    ("The port did well in [January 2011], the board reported on [3 May 2011], evidence that trade is back.",
     "The board reported the port did well"),
    ("Sales rose, the board said on [3 May 2011], a sign that the crisis is over.", "The board said sales rose"),
    ("The port has set aside funds, according to a note issued on [3 May 2011].", "The port has set aside funds"),
    ("Sales rose in [February 2011], according to figures released on [3 May 2011].", "Figures were released"),
    ("But the walls may have held, a guard said on [3 May 2011].", "A guard said the walls may have held"),
    ("Tired of waiting, harbour clerk Tom Berg is leaving for Hull, a guard said on [3 May 2011].",
     "A guard said harbour clerk Tom Berg is leaving for Hull"),
    ("The firm plans to cut jobs, its owner, Tom Rask, told reporters on [3 May 2011].",
     "Tom Rask told reporters the firm plans to cut jobs"),
    ("Under new terms of the accord, announced [Friday=2011-05-06], Lund holders would be paid.",
     "New terms of the accord were announced"),
    ("The party, led by Berg, announced on [3 May 2011], after long talks, that it would leave.",
     "The party announced it would leave"),
    ("The mill will close, said its owner on [3 May 2011].", "Its owner said the mill will close"),
    ("Lund would fight the rule, announced on [3 May 2011] by Ida Holm, that all must leave.",
     "The rule was announced by Ida Holm"),
    ("“We want it to serve as a ‘lamp’ for all,” Berg said on [3 May 2011].", "Berg said “We want it to serve as a ‘lamp’ for all”"),
    ("Norway had shown its interest in talks in remarks made [last month=2011-04] by a consul.",
     "Norway had shown its interest in talks in remarks made by a consul"),
    ("Rask was fined for comments made on [3 May 2011].", "Comments were made"),
    ("A group led by Lund Ltd. and its owner, Ole Berg, said on [3 May 2011] it bid for the mill.",
     "A group led by Lund Ltd. and Ole Berg said it bid for the mill"),
    ("The team won by a lap, and Hull lost on [3 May 2011].", "Hull lost"),
    ("The governors will vote on [3 May 2031] on whether a school now let to Lund can move to their county.",
     "The governors will vote on whether a school now let to Lund can move to their county"),
    ("The mayor, who met Berg, did not name Holm, but said on [3 May 2011] that team no. 225 had made two visits.",
     "The mayor said that team no. 225 had made two visits"),
]  # fmt: skip
SPANS = [
    ("Berg Boats said earnings for its [fourth quarter=2010-36] ended [Jan. 31 2011] fell 20 percent.",
     "Berg Boats said earnings fell 20 percent"),
    ("In the quarter ended [Dec. 31 2010], the firm lost $3 million.", "The firm lost $3 million"),
    ("The second quarter ended [June 30 2010].", "The second quarter ended"),
    ("[The day before last Tuesday=2011-05-02]'s vote, Ole Berg left.", "Ole Berg left"),
    ("[Last Tuesday=2011-05-03]'s vote was brief.", "The vote was brief"),
]  # fmt: skip
RELATIVES = [
    ("In [May 2010] the figures showed a growth in jobs that began in [June 2010].", "A growth in jobs began"),
    ("The figures extended a growth in jobs that began in [May 2010].", "A growth in jobs began"),
    ("Guards toured two mills that were hit in [May 2010].", "Two mills were hit"),
    ("It was the fall of the dam in [1994] which led the town to build a new one.",
     "The fall of the dam led the town to build a new one"),
    ("It was in [May 2009] that the mill closed.", "The mill closed"),
    ("The town paid for the raid that the rebels had led there in [1904].", "The rebels had led the raid there"),
    ("The sad things I saw in [1904] compel us to act.", "I saw the sad things"),
    ("A woman who was watching her clothes dry in a laundry was killed on [3 May 2011].",
     "A woman who was watching her clothes dry in a laundry was killed"),
    ("It will run beside the trial against Dr Rask, which began in [May 2011].", "The trial against Dr Rask began"),
    ("It will run beside the ship of Lund Inc., which began in [May 2011].", "Lund Inc. began"),
    ("Holm spoke of two men accused of robbing a bank in [1999].", "Two men accused of robbing a bank"),
    ("People paid tribute to the men who led the revolt [forty years ago=1971] on [3 May 2011].",
     "People paid tribute to the men"),
    ("People met the men who led the revolt on [3 May 2011].", "The men led the revolt"),
    ("Tom Rask, convicted of robbing a bank in [1999], fled.", "Tom Rask convicted of robbing a bank"),
    ("The Supreme Court left the rule of fairness it upheld in [May 2010] in a case on fees.",
     "The Supreme Court upheld the rule of fairness"),
]  # fmt: skip
INSERTED = [
    ("On [3 May 2011] Holm called the plan, which failed in April, a mistake.", "Holm called the plan a mistake"),
    ("The court found Berg, who fled in April, guilty of fraud on [3 May 2011].", "The court found Berg guilty of fraud"),
    ("The clerk Ole Berg, with a boat firmly set in his mind, left, and in [1985] became mayor.",
     "The clerk Ole Berg became mayor"),
    ("The vote, originally set for [May 3 2011], was put off.", "The vote was set"),
    ("However, cited by guards in [May 2011], Tom Berg was ordered home.", "Tom Berg was cited by guards"),
    ("Lund Inc., which offered $9 million, or $37 a share for Hull Co., said it would extend its bid to [3 May 2031].",
     "Lund Inc. would extend its bid"),
    ("Lund's stock closed at $117 in Hull Stock Exchange trading [yesterday=2011-05-05].",
     "Lund's stock closed at $117 in Hull Stock Exchange trading"),
    ("Meantime, the possibility of a sale emerged on [3 May 2011].", "The possibility of a sale emerged"),
    ("Poland, Hungary and the Czech Republic, which met in Hull, will join on [3 May 2031].",
     "Poland, Hungary and the Czech Republic will join"),
    ("Results for [May 2011] included a $30 million, or 40 cents a share, charge for the loss of a mill.",
     "Results included a $30 million charge for the loss of a mill"),
    ("Meanwhile, mayor Ida Holm, Rask and harbour clerk Tom Berg agreed on a sale on [3 May 2011].",
     "Mayor Ida Holm, Rask and harbour clerk Tom Berg agreed on a sale"),
    ("The mayor, Ida Holm, and her rival, Tom Rask, agreed on a sale on [3 May 2011].",
     "Ida Holm and Tom Rask agreed on a sale"),
    ("Ole Berg, a lawyer, and his wife, Ida Holm, left Hull on [3 May 2011].", "Ole Berg and Ida Holm left Hull"),
    ("After talks with Hull and its mayor, Ida Holm, Rask left on [3 May 2011].", "Rask left"),
    ("The guards in the Lund, Yorks., area said they had enough evidence on [3 May 2011].",
     "The guards in the Lund, Yorks., area had enough evidence"),
    ("[Today=2011-05-05], hundreds of people from Hull began to sing, including some Danes.",
     "Hundreds of people from Hull began to sing"),
    ("Ole Berg left on [3 May 2011] to seek, in vain, a seat.", "Ole Berg left"),
]  # fmt: skip
VERBS = [
    ("A march by troops on the rebel forces there was halted on [3 May 1904].",
     "A march by troops on the rebel forces there was halted"),
    ("The bill was passed by 60 votes to 40 on [3 May 2011].", "The bill was passed by 60 votes to 40"),
    ("Two men were hurt in the crash of a Pan Am jet in [1988].", "Two men were hurt in the crash of a Pan Am jet"),
    ("Survivors of [Tuesday=2011-05-03]'s quake need food.", "Quake"),
    ("Holders of its 6 1/4% bonds met on [3 May 2011].", "Holders of its 6 1/4% bonds met"),
    ("Lund's owner thought they would buy as soon as trading opened on [3 May 2011].", "Trading opened"),
    ("The firm said that severance payments to those not staying will reduce its gain in [2031].",
     "Severance payments to those not staying will reduce its gain"),
    ("Lund Boats Co.'s [third-quarter=2010-35] net income fell 22% to $18 million.",
     "Lund Boats Co.'s net income fell 22% to $18 million"),
    ("Two men who were hurt when a bus crashed on [3 May 2011] have died.", "A bus crashed"),
    ("Ole Berg got arrested on [3 May 2011].", "Ole Berg got arrested"),
    ("In [May 2010], the firm charged about $4 million against earnings, added $2 million to its fund and closed a mill in"
     " [June 2010].", "The firm closed a mill"),
    ("About $60 million streamed out [last month=2011-04] alone.", "About $60 million streamed out"),
    ("Use of the salt was put off by rain, thus increasing sales in [May 2011].", "Use of the salt increased sales"),
    ("The court will try the killing of two men [ten years ago=2001].", "Killing of two men"),
    ("The court will try two men [this year=2011].", "The court will try two men"),
    ("Tom Rask said he was in nearby Kansas City working with the guards in [1968].",
     "Tom Rask was in nearby Kansas City working with the guards"),
    ("That [1978] law asks for talks.", "That law asks for talks"),
    ("“That matter is under review,” Deputy Mayor Ole Berg said when asked [Thursday=2011-05-05] about the loss.",
     "Deputy Mayor Ole Berg was asked about the loss"),
    ("Two men were held until freed by a court on [3 May 2011].", "Two men were freed by a court"),
]  # fmt: skip
GAPPED = [
    ("The club has grown, adding Lund and Hull in [1952], York in [1955] and a town in Ulm.", "The club added York"),
    ("The club was enlarged to include Lund and Hull in [1952], York in [1955] and Ulm in [1982].",
     "The club was enlarged to include Ulm"),
    ("The club has grown, adding Lund and Hull in [1952].", "The club added Lund and Hull"),
]  # fmt: skip
PRONOUNS = [
    ("Until it was hit by the flood in [May 2011], the old hall was the finest house in Hull.",
     "The old hall was hit by the flood"),
    ("When he left in [1990], Ole Berg was the oldest judge in Hull.", "Ole Berg left"),
    ("When he left in [1990], Ole Berg took over.", "He left"),
    ("Cardinal Tom Rask called the murder wrong but he urged all to be calm on [3 May 2011].",
     "Cardinal Tom Rask urged all to be calm"),
    ("Hull governor George Holm toured two mills. He added one in [May 2011].", "George Holm added one"),
    ("Lund's port has changed since its founding in [1949].", "Lund's founding"),
    ("The council will not lift the ban put on Iraq after its [1990] invasion of Kuwait.", "Iraq’s invasion of Kuwait"),
    ("The council will not lift the ban put on Rask after its [1990] invasion of Kuwait.", "Its invasion of Kuwait"),
    ("It was the first time that Rask, who came to see, had been allowed to look since [Jan. 13 2011].",
     "Rask had been allowed to look"),
    ("Guards looked into a series of raids on mills in Hull dating to [1994].", "Raids on mills in Hull"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [*REPORTED, *SPANS, *RELATIVES, *INSERTED, *VERBS, *GAPPED, *PRONOUNS],
)
def test_main_clauses(text: str, title: str) -> None:
    assert told(text)[-1].title == title
