"""How English sets a scene with a date, or glances aside with one, as patterns. Goes out: `SCENE`."""

from __future__ import annotations

import re

from timeline.grammar.narration import Scene
from timeline.grammar.pattern import any_of

_FIRST = any_of(
    """
    but and then meanwhile later also finally however again only thus so already that beginning starting afterwards
    subsequently eventually soon
    """
)
_BEFORE_DATE = any_of(
    """
    in on at by during from after until through throughout toward towards around about between over for as within
    """
)
_PART = any_of("the early late mid about around beginning end start middle of in night morning evening afternoon")
_PLANNED = any_of(
    "planned promised scheduled set projected due slated expected proposed fixed postponed delayed announced intended"
)
_BINDING = any_of("that which who whom whose when where because after since if while whether it he she they we")

SCENE = Scene(
    opens=re.compile(
        r"(?:^|[.!?:;\u2022\u25aa]['\"\u201d)\]]* |\n)\W*"
        rf"(?i:(?:{_FIRST},? )*(?:{_BEFORE_DATE},? )?(?:{_PART},? ?)*)\Z"
    ),
    planned=re.compile(rf"(?i:\b{_PLANNED}(?: [a-z]+)? (?:for|in|by|until|to)(?: the| early| late| mid)? ?\Z)"),
    adverbial=(" on ", " by ", " in ", " during ", " over ", " through ", " throughout "),
    onward=re.compile(r"(?i:\b(?:by|until|till|to|through)(?: the| early| late| mid| end| start| of)* ?\Z)"),
    anterior=re.compile(
        r"(?i:\bhad\b[^.;!?]*\Z|\b(?:since|than in|that of|those of) \Z"
        r"|\b(?:followed|following|after) (?:the|an?|his|her|its|their) [^.,;!?]*\Z)"
    ),
    newest=re.compile(r"(?i:\bas (?:of|at) \Z)"),
    joined=re.compile(rf"(?i:(?:(?!\b{_BINDING}\b)[^,.;:!?()]){{0,70}},? (?:and|then|before|but) [^,.;:!?()]{{1,60}})"),
    lifelong=re.compile(r"(?i:\bborn\b)"),
    results=re.compile(r"(?i:\b(?:quarter|months?)\b(?: ?,)?(?: (?:which|that))? end(?:ed|ing)(?: on)? \Z)"),
)
