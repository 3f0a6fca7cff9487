"""Layouts of other stories around one invented article: (name, text around it, what must be set aside, what must not).

`{a}` and `{b}` in a layout stand for the article's first and second half.
"""

from __future__ import annotations

FIRST = """The lock gates at Tarn Bridge failed on 3 March 2017 and sent a wave of brown water into the lower town. Nobody drowned, but eleven barges broke loose and one of them came to rest in the bakery.

Engineers had warned of the gates for years. A report of October 2014 called the hinges worn and asked the canal board to close the lock until they were renewed."""

SECOND = """The board kept the lock open. It said at the time that the barges brought bread and coal to the lower town, and that no other way was wide enough for them.

On March 9 the chairman of the canal board stepped down. His successor promised new hinges before the autumn, and a gate that closes by itself when the water rises."""

SET_ASIDE: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "a heading and bare headlines": (
        "{a}\n\n{b}\n\nRelated Articles\n\nSwan census finds fewer birds\nPostmaster retires after 41 years\n",
        ("Related Articles", "Swan census", "Postmaster retires"),
        (),
    ),
    "stories with first lines, no link to read on": (
        "{a}\n\n{b}\n\nMore stories\n\nChess club wins in Norwich\n\nThe club took all four boards on 2 June 2016.\n\n"
        "Frost ruins the plum harvest\n\nGrowers said that nine trees in ten were bare.\n",
        ("Chess club", "all four boards on 2 June 2016", "Frost ruins", "nine trees in ten"),
        (),
    ),
    "cards with a source and an age": (
        "{a}\n\n{b}\n\nRecommended Stories\n\nValley Post\n\nSinger cancels summer tour after fall\n\n"
        "The singer fell from a stage in Turin on 5 May and broke her wrist.\n\n3h ago\n\nThe Lamp\n\n"
        "Why owls are moving into barns again\n\nThey had left the county in 1988.\n\n1d ago\n",
        ("Valley Post", "Singer cancels", "Turin on 5 May", "Why owls", "county in 1988"),
        (),
    ),
    "headlines with their dates under them": (
        "{a}\n\n{b}\n\nMore on this story\n\nSwans killed by oil in the canal\n\n12 March 2016\n\n"
        "Old dredger goes to the museum\n\n4 May 2015\n\nRelated topics\n\nCanals\n",
        ("Swans killed", "12 March 2016", "Old dredger", "4 May 2015"),
        (),
    ),
    "a numbered list inside the article, told item by item": (
        "{a}\n\nKeep reading\n\nlist of 2 items\n\nlist 1 of 2\n\nTwo held after jewel raid in Antwerp\n\nlist 2 of 2\n\n"
        "Sailors find a bottle from 1911\n\nend of list\n\n{b}\n",
        ("Two held after jewel raid", "bottle from 1911"),
        (),
    ),
    "one other headline inside the article": (
        "{a}\n\nALSO READ\n\nSailors find a bottle from 1911 on a sandbank\n\n{b}\n",
        ("ALSO READ", "Sailors find a bottle"),
        (),
    ),
    "labels with a headline behind": (
        "{a}\n\nRead more: Sailors find a bottle from 1911\n\n{b}\n\nWATCH | Swans return to the upper lock\n",
        ("Sailors find a bottle", "Swans return"),
        (),
    ),
    "a kicker, a picture credit and a link to read on": (
        "{a}\n\n{b}\n\nCulture\nPicture: Ola Berg/North Light\n\nThe theatre that floats\n\nIt plays in eleven harbours until 9 August.\n\n"
        "Read full story\n\nFood\nPicture: Ida Krantz\n\nPickles from Riga\n\nA shop that opened in 1921 closes in May.\n\nRead full story\n",
        ("The theatre that floats", "until 9 August", "Pickles from Riga", "opened in 1921"),
        (),
    ),
    "one story cut short with dots": (
        "{a}\n\n{b}\n\nHat maker sells the last bowler in town\n\nMr Abel Finch sold it on 2 July to a man who would not ...\n\nContinue reading →\n",
        ("Hat maker sells", "2 July"),
        (),
    ),
    "headlines with a byline": (
        "{a}\n\n{b}\n\nHat maker sells the last bowler\nBy Una Price\n\nBees found in the town hall clock\nBy Ned Rowe and Una Price\n",
        ("Hat maker sells", "Bees found"),
        (),
    ),
    "page furniture before and behind": (
        "Skip to main content\nMenu\nSubscribe\n\nLock gates fail at Tarn Bridge\n\n{a}\n\nADVERTISEMENT\n\n{b}\n\n"
        "Sign up for our free daily newsletter\n\nYour email address\n\n12 comments\n\n© 2017 The Tarn Herald. All rights reserved.\nTerms of use | Privacy policy\n",
        ("Skip to main content", "ADVERTISEMENT", "Sign up for our free daily", "© 2017 The Tarn Herald", "Terms of use", "12 comments"),
        (),
    ),
    "most read, then the article again under its own heading": (
        "{a}\n\nMost popular\n1. Man walks backwards to York in April\n2. The price of eggs since 2009\n3. A tram named after nobody\n\n"
        "A change at the top\n\n{b}\n",
        ("Man walks backwards", "eggs since 2009"),
        ("A change at the top",),
    ),
    "a related story of the same topic with first lines": (
        "{a}\n\n{b}\n\nYou might also be interested in\n\nCanal board chairman to be paid until 2018\n\n"
        "The canal board said on 10 March that its former chairman keeps his pay.\n",
        ("Canal board chairman to be paid", "keeps his pay"),
        (),
    ),
    "section names and headlines in turns": (
        "{a}\n\n{b}\n\nTrending now\n\nSport\nSwimmer crosses the sound in nine hours\n\nMoney\nBank closes its last branch on 1 June\n\nHealth\nNurses to strike in June\n",
        ("Swimmer crosses", "last branch on 1 June", "Nurses to strike in June"),
        (),
    ),
    "picture credits and no other sign": (
        "{a}\n\n{b}\n\nCulture\nImage: Ola Berg/North Light\n\nThe theatre that floats\n\nIt plays in eleven harbours until 9 August and goes south.\n\n"
        "Food\nImage: Ida Krantz\n\nPickles from Riga\n\nA shop that opened in 1921 closes in May.\n",
        ("The theatre that floats", "until 9 August", "opened in 1921"),
        (),
    ),
    "the writer, the feed and the site": (
        "{a}\n\n217 shares\n\n{b}\n\nUna Price is a reporter at The Tarn Herald. She joined it in 2014.\n\n"
        "(This story has not been edited by Herald staff since 4 March 2017.)\n\nThe post Lock gates fail appeared first on The Tarn Herald.\n",
        ("217 shares", "She joined it in 2014", "This story has not been edited", "The post Lock gates"),
        (),
    ),
    "next and previous": (
        "{a}\n\n{b}\n\nPrevious article\nSwan census finds fewer birds\n\nNext article\nTen walks for a wet May\n",
        ("Swan census", "Ten walks for a wet May"),
        (),
    ),
}  # fmt: skip

ALL_BODY: dict[str, str] = {
    "section headings": "{a}\n\nMore on the hinges\n\n{b}\n",
    "a heading called latest": "{a}\n\nLatest figures\n\n{b}\n",
    "a story that merely ends": "{a}\n\n{b}\n",
    "a list that a line introduces": (
        "{a}\n\n{b}\n\nThe board named five locks that are to be closed:\n\n- Upper Tarn Lock, until May 2018\n"
        "- The Mill Lock at Easton\n- Three Maids Lock in the lower town\n- Coal Yard Lock near the station\n"
    ),
    "a chronology at the end": (
        "{a}\n\n{b}\n\nTimeline of the lock\n\n4 May 1884\nThe lock is opened by the mayor\n\n9 June 1931\nIron gates replace the oak\n\n"
        "2 October 2014\nEngineers warn of the hinges\n"
    ),
    "questions as headings": (
        "{a}\n\nWhy did nobody close the lock?\n\nThe board feared for the price of coal in the winter of 2014.\n\nWhat happens next?\n\n{b}\n"
    ),
    "a sentence that opens like a link": (
        "{a}\n\nRead more than once, the report of 2014 still does not say who was to pay for the hinges.\n\n"
        "Follow the canal for a mile and the marks of the wave of 3 March are on every wall.\n\n"
        "Share prices of the barge company fell on 6 March and have not come back since.\n\n{b}\n"
    ),
    "rules between sections": "{a}\n\n* * *\n\n{b}\n\n* * *\n\nThe inquiry opens on 2 May 2017 in the town hall.\n",
    "a poem and a quotation": (
        "{a}\n\nThe gate is old, the gate is sore,\nThe water knocks upon the door\n\n"
        "“We heard it before we saw it,” said Ina Holt, who keeps the bakery\n\n{b}\n"
    ),
    "one sentence to a line": "{a}\n{b}\n",
    "picture credits between its own sections": (
        "{a}\n\nPhoto: Ola Berg\n\nThe hinges\n\nThe hinges of the lock gates were cast in 1884, the board said, and the engineers found them worn.\n\n"
        "Photo: Ola Berg\n\nThe barges\n\n{b}\n"
    ),
    "somebody the article speaks of, at its end": "{a}\n\n{b}\n\nIna Holt is the third baker of her name. She took over the bakery in 1998.\n",
    "the paper's own next steps": (
        "{a}\n\nNext steps\n\n- The board meets on 4 April 2017.\n- The hinges are to be ordered in May 2017.\n"
        "- The lock stays closed until they are fitted.\n\n{b}\n"
    ),
}  # fmt: skip
