"""How titles are put: whole clauses, names for pronouns, nouns with what they are of. Each row: a text, its title.

The title is that of the last date in [brackets]. Rows that a rule must leave alone stand beside those that it is for.
"""

import pytest

from tests.events.passages import told
from timeline.events.fit import LONGEST

WHAT_IS_SAID = [
    ("The court ruled on [3 May 2011] that only the keeper may speak.", "The court ruled that only the keeper may speak"),
    ("The board will vote on [3 May 2031] on whether the pier is to close.",
     "The board will vote on whether the pier is to close"),
    ("A hearing has opened in Hull on [3 May 2011] to settle whether the doctor who treated the great singer Ada Cole"
     " in her last days should stand trial.", "A hearing has opened in Hull"),
    ("The port announced on [3 May 2011] that the ferry to Bonn, which is old, will carry mail.",
     "The port announced that the ferry to Bonn will carry mail"),
]  # fmt: skip
SMALL_WORDS = [
    ("He took six months off in [2003] to write.", "He took six months off to write"),
    ("Lund filed on [3 May 2011] a suit that calls the old charter of the harbour board of the northern district void"
     " ahead of the vote.", "Lund filed a suit"),
    ("More than 40 guards left the camp on [3 May 2011].", "More than 40 guards left the camp"),
    ("As many as 40 guards left the camp on [3 May 2011].", "As many as 40 guards left the camp"),
    ("As 40 guards left the camp on [3 May 2011], it rained.", "40 guards left the camp"),
    ("The keeper has since [3 May 2011] left.", "The keeper has left"),
    ("The song was a [1993] hit for Lund.", "The song was a hit for Lund"),
    ("Boats brought water to victims of [Tuesday=2011-05-03] 's devastating flood in Hull .",
     "Devastating flood in Hull"),
    ("Lund posted a [third-quarter=2011-07] loss of C$2.6 million.", "Lund posted a loss of C$2.6 million"),
]  # fmt: skip
GERUNDS = [
    ("A bomb exploded in a market, killing 12 people on [3 May 2011].", "A bomb killed 12 people"),
    ("Lund won the race by leaving the harbour on [3 May 2011].", "Lund left the harbour"),
    ("The keeper heard guards demanding the keys on [3 May 2011].", "Guards were demanding the keys"),
    ("The firm hopes to sell the mill, ending its loss by [2031].", "The firm hopes to sell the mill, ending its loss"),
    ("The firm hopes to sell the mill and close the pier by [2031].", "The firm hopes to sell the mill and close the pier"),
]  # fmt: skip
PRONOUNS = [
    ("Ole Berg has been here since he was found on a raft off Hull on [3 May 2011].", "Ole Berg was found on a raft off Hull"),
    ("Ole Berg has known Ada Cole since he was found on a raft off Hull on [3 May 2011].", "He was found on a raft off Hull"),
    ("The guards of the mill were praised when they left the camp on [3 May 2011].",
     "The guards of the mill left the camp"),
    ("The offer is good, and it is due to end by [2031].", "The offer is due to end"),
    ("Ada Cole, 33, of Hull, Yorks., is a nurse. She left the camp on [3 May 2011].", "Ada Cole left the camp"),
    ("Ada Cole met Ole Berg's aunt. They left the camp on [3 May 2011].", "They left the camp"),
    ("Rebels burned the mill. They left the camp on [3 May 2011].", "Rebels left the camp"),
    ("Ole Berg is a keeper. I left the camp on [3 May 2011].", "I left the camp"),
    ("Berg's guards met Ole Berg on the night he died in [2011].", "He died"),
]  # fmt: skip
CONTACT = [
    ("The rules we put in place in [1998] are old.", "We put the rules in place"),
    (
        "The guards went on with the hunt they began after the robbery in [1998].",
        "The guards began the hunt after the robbery",
    ),
]
BARE_NOUNS = [
    ("Lund fell in the invasion of Norden. Few had left before the [1911] invasion.", "Invasion of Norden"),
    ("Lund fell in the invasion of Norden and the invasion of Hull. Few left before the [1911] invasion.", "Invasion"),
    ("Few had left since the [1911] flood that killed 40 people.", "Flood that killed 40 people"),
    ("The port was closed by the [1911] accord reached between the two towns.",
     "Accord reached between the two towns"),
    ("Three men were held in connection with the [1911] robbery.", "Robbery"),
]  # fmt: skip
HEADLINES = [
    ("Guards dig with bare hands , looking for food and water The town has asked for help on [3 May 2011] .",
     "The town has asked for help"),
    ("He moved to The Hague in [1998].", "He moved to The Hague"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [*WHAT_IS_SAID, *SMALL_WORDS, *GERUNDS, *PRONOUNS, *CONTACT, *BARE_NOUNS, *HEADLINES],
)
def test_wording(text: str, title: str) -> None:
    piece = told(text)[-1]
    assert piece.title == title
    assert len(piece.title) <= LONGEST


NAMES = [
    ("The ferry came to the United States, Canada and Mexico on [3 May 2011].", (), ("United States", "Canada", "Mexico")),
    ("Poland, Hungary and the Czech Republic joined the pact in [1999].", ("Poland", "Hungary", "Czech Republic"), ()),
    ("Rain fell in Port-Lund. The quake struck south of Port-Lund on [3 May 2011].", (), ("Port-Lund",)),
    ("The quake struck south of the capital Lund on [3 May 2011].", (), ("Lund",)),
    ("The firm sold its stake in Acme on [3 May 2011].", ("Acme",), ()),
    ("The firm praised the US troops on [3 May 2011].", (), ()),
    ("The office of the Democratic National Committee 's head closed on [3 May 2011] .",
     ("Democratic National Committee",), ()),
    ("The firm praised Acme Inc. chief Ada Cole on [3 May 2011].", ("Acme Inc.", "Ada Cole"), ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "places"), NAMES)
def test_names(text: str, people: tuple[str, ...], places: tuple[str, ...]) -> None:
    piece = told(text)[-1]
    assert (piece.participants, piece.places) == (people, places)
