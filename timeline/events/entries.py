"""Where entries begin within a line. Comes in: a text, its mentions. Goes out: places, in order.

A running report and a list of dated entries that have lost their line breaks go on in one line: "... in Lund 2050 The
mayor ...", "... the trial 29 May 2011 A guard ...".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.running_clock import RULE
from timeline.grammar.narration import Narration
from timeline.model.expression import CalendarDate
from timeline.model.text import Mention

SEVERAL = 3
"""Lines from which on that begin with a date and a capital word a text is a list of entries."""
_BEFORE = 24
_OPENS = re.compile(r":?[ \t]+[A-Z]")
_PLAIN = re.compile(r"[a-z]{2,}|\W*[”\"’']")


def entries(text: str, mentions: Sequence[Mention], n: Narration) -> list[int]:
    """The places at which entries of a running report or a chronology begin, sorted."""
    clock = [mention.span.start for mention in mentions if mention.rule == RULE]
    full = [mention.span for mention in mentions if _is_full(mention)]
    dated = [span.start for span in full if _OPENS.match(text, span.end)]
    opening = [at for at in dated if not text[text.rfind("\n", 0, at) + 1 : at].strip()]
    if len(opening) >= SEVERAL:
        clock += [at for at in dated if at in opening or _follows(text, at, n)]
    return sorted(clock)


def _is_full(mention: Mention) -> bool:
    """Whether a date is told with its month and year."""
    told = mention.expression
    return isinstance(told, CalendarDate) and told.year is not None and told.month is not None


def _follows(text: str, at: int, n: Narration) -> bool:
    """Whether a date stands behind a word that leads to none ("in Lund | 29 May 2011 A guard")."""
    before = text[max(0, at - _BEFORE) : at].split()
    leads = n.date_prepositions | n.determiners | n.date_leads
    return bool(before) and _PLAIN.fullmatch(before[-1]) is not None and before[-1] not in leads
