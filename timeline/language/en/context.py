"""The words that tell a date from what only looks like one: what stands just before it, or just after it.

Patterns for the rules' `unless_preceded`, `unless_followed` and `only_preceded`; word lists are one string each.
"""

from __future__ import annotations

from timeline.grammar.pattern import any_of

NUMBERED = any_of(
    """
    page pages pp?\\. no\\. nos\\. number flight boeing airbus route highway room section sections article
    rule act bill chapter lot model line case order resolution channel area size top fortune s&p nasdaq id peugeot bmw
    code zip bus unit series windows office iso ieee rfc v version mig class box number_is code_is about_the
    some nearly almost than least
    most over only another other all these those extra further estimated roughly
    just
    """
)
"""What stands before a number that is no year."""

NUMBER_JOINED = r"[-/\u2010\u2011](?:\d+[-/]|\d{3,})| ?[-\u2013] ?\d\d\b"
"""What makes four digits the first of a number in pieces."""

COUNTED = (
    r"(?:,\d{3}\b|\.\d|%|[-\u2010\u2011]"
    + any_of("year mile metre meter strong man member seat foot page day odd acre ton word")
    + "| ?"
    + any_of(
        """
    percent per_cent metres meters miles feet km kilometres kilometers kg tonnes tons dollars euros pounds
    lbs million billion thousand hundred hours hrs h GMT UTC BST IST EST EDT CET local_time people men women
    children points degrees calories words votes cc hp rpm watts volts runs copies
    """
    )
    + r"\b)"
)
"""What stands after a number that counts something."""

ADDRESS = (
    r" [A-Z]\w+(?: [A-Z]\w+)? "
    + any_of("Street Avenue Road Lane Drive Boulevard Way Place Square Court Ave\\.? St\\.? Rd\\.? Blvd\\.?")
    + r"(?!\w)"
)
"""What makes a number one of a house."""
PHONE = r"\b0\d{2,4}[ -]\d{3,4}[ -]"
"""What makes four digits the last of a telephone number."""

HOUR_TOLD = r" (?:" + any_of("GMT UTC BST IST EST EDT CET hours hrs local_time") + r")\b"
"""What makes four digits an hour of the day ("1815 GMT")."""
BEFORE_PRICE = (
    r"(?i:\b"
    + any_of(
        """
    close closed stood stand stands trading traded trade priced valued settled ended estimated put quoted finished
    opened opening sold bought peaked capped fixed set up down remained stayed level index total arrived
    """
    )
    + r" )"
)
"""What makes four digits after "at" a price or a count, neither year nor hour."""

_VERBS_AND_COMPOUNDS = any_of(
    """
    was is has does saw its this as thus his towards besides afterwards onwards elections olympics games talks
    protests results accords riots revolutions uprisings rebellions revolts reforms treaties floods
    sanctions sales earnings levels prices rates values standards figures
    primaries presidential census always sometimes
    perhaps across unless plus versus less series
    """
)
PLURAL = rf"(?: |(?<=[05]0) [a-z]+ )(?!{_VERBS_AND_COMPOUNDS}\b)[a-z]{{2,}}(?<!s)s\b"
"""A plural noun after a number: it is counted ("2000 soldiers"), unless it goes with a year ("2000 elections")."""

AFTER_MONTH_DAY = (
    r"\d|,\d{3}|:\d\d|\.\d| ?%|[-/]\d{1,2}[-/]| "
    + any_of("percent per_cent million people points miles km seats men")
    + r"\b"
)
AFTER_MONTH = r"[-\u2010\u2011]?\w|['\u2019](?!s\b)\w|\.(?:com|org)"

BEFORE_NAME_MONTH = (
    r"(?i:\b"
    + any_of(
        """
    in of by on since until till til during from to last next this that early late mid and or between
    before after through throughout past around about for each every previous following month_of the a
    its his her their that
    """
    )
    + r"[ \n]+|\b(?:mid|late|early|pre|post)-|[-\u2013\u2014/(] ?|(?:January|February|March|April|June|July),? )"
)
"""What makes May, March, April, June and August months, not people or verbs."""

BEFORE_YEAR = (
    r"(?i:\b"
    + any_of(
        """
    in since until till until_at_least since_at_least through_at_least to_at_least during early late mid by summer
    spring autumn fall winter later_than earlier_than greater_than
    """
    )
    + r" |\b(?:mid|early|late|post|pre)-)"
)
"""What makes four digits a year even before a plural noun."""

BEFORE_SEASON = (
    r"(?i:\b"
    + any_of(
        "in by until since during this over through before after of late early mid for throughout all and to from spent"
        " spend passed whole entire"
    )
    + r"[ \n])"
)
AFTER_SEASON = (
    r"\w|[-'\u2019](?!s\b)\w| (?:"
    + any_of(
        """
    apart of in_love in_line in_her in_his from below short behind into back wheat water olympics games
    roll break training court palace solstice roll rolls onion onions coat coats dress dresses boots clothes
    tyres tires
    """
    )
    + "|[A-Z])"
)

BEFORE_AGE = (
    r"(?i:\b"
    + any_of(
        "his her their my our your its age aged low high upper lower someone's"
        " (?:temperatures?|highs|lows)(?:_was|_were|_are)?_in(?:_the)?"
    )
    + r" (?:early |mid[- ]|late )?)|[$£€\d]"
)
"""What makes "20s" an age or a temperature."""

AFTER_WEEKDAY = r"['\u2019]?(?!s\b)\w|s\b| (?:of|in) (?:every|each)\b| " + any_of(
    """
    Times Mirror Telegraph Mail Express Herald Independent Post Adams Addams Night_L School Review Tribune
    Morning_Post
    """
)
BEFORE_WEEKDAY = (
    any_of(
        """
    Patch Sheffield Super Bloody Black Cyber Good Ash Palm Holy Man Giving Casual Shrove Maundy Easter Whit Big Mad
    Blue
    Ruby Every every each Each
    """
    )
    + " |[#@]"
)
"""What makes a weekday a name of its own, or a repetition."""

AFTER_HOLIDAY = r"['\u2019]?\w| " + any_of(
    """
    Island Carol Parade tree trees card cards present presents gift gifts party lights eve
    """
)

BEFORE_A_GOAL = (
    r"[^.\n]{0,120}\b"
    + any_of("touchdown touchdowns yard yards field_goal quarterback three-pointer rebounds interception kickoff")
    + r"\b"
)
"""What makes a quarter a part of a game."""

BEFORE_RATIO = (
    r"\d[:.]|(?i:\b"
    + any_of(
        """
    psalm john genesis luke mark matthew ratio ratio_is ratio_of ratio_was score_of score_was verse chapter
    isaiah romans
    """
    )
    + " )"
)
"""What makes 10:30 a verse or a score."""

OF_SOMETHING = "| " + any_of("of_the of_his of_her of_their of_its of_my of_our in_question he she they we") + r"\b"
"""What tells the part of a day by what happened then: on which day is not told."""

AFTER_PART = (
    r"\w| "
    + any_of("club clubs gown gowns dress dresses paper newspaper sickness glory star owl owls watchman")
    + r"\b"
)
"""What makes a part of the day the first half of a compound: "night club", "evening gown"."""
AFTER_MIDNIGHT = r"\w| " + any_of("oil sun blue snack snacks Cowboy Express Run Rambler") + r"\b"

CENTURY_SCORED = "|".join(
    rf"(?<={verb} {runs})"
    for verb in ("scored", "scores", "hit", "made", "struck")
    for runs in ("a century", "a half-century", "a half century", "half a century")
)
"""What makes a century a hundred runs; asked at the match's end."""

AFTER_OVERNIGHT = r"\w| (?!" + any_of("on in and that by to as when after into from at with the a") + r"\b)[a-z]"

AFTER_VAGUE_PAST = (
    r"\w| (?:"
    + any_of(
        """
    days weeks months years decades centuries few two three four five six seven eight nine ten
    """
    )
    + r"|\d)"
)

COUNTED_AFTER_RANGE = (
    rf"{HOUR_TOLD}|\d|[-/]\d| (?:"
    + any_of(
        """
    percent people men women soldiers troops km miles metres meters feet seats
    """
    )
    + r"|[a-z]+(?:ers|ians|ists|ies)\b)"
)
