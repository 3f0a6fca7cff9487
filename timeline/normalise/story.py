"""Where a story stands: the last date told, without side glances at other times. Text and told dates in, in order.

"In June 1941 ... (he had left in March 1939) ... By December": December is that of 1941. What sets a scene moves the
story: a date that opens a sentence or a heading, or goes on from where it stood. What steps back or leaps ahead in
the middle of a sentence, counts backwards or stands in brackets only glances aside, unless the next date stays there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.extract.history import dates_in
from timeline.grammar.narration import Scene
from timeline.model import civil, period
from timeline.model.expression import Cycle, Expression, Modified, Nearest, Shift, Which
from timeline.model.text import Mention, Span
from timeline.model.value import Granularity, TimeValue
from timeline.normalise.frame import day_number, last_day

YEARS_ON = 5
"""Years by which a bare year amid a sentence may move a story on."""
DAYS_ON, DAYS_BACK = 400, 400
"""Days by which a finer date amid a sentence may move a story on, or back."""
NEARBY = 370
"""Days from one glance to the next date that make both the story."""
SAME_SENTENCE = 120
"""Code points from a date without a year to a full one that tells its year."""
HEADING = 90
"""Code points that a heading has at most."""
PARAGRAPH = 2_000
"""Code points that are searched for the quotation mark which a paragraph has opened."""
_CLOSES = re.compile(r"[.;:!?]|\s*(?:\n|\Z)")
_IN_A_NAME = re.compile(r" [a-z]{3,}\b")
"""What comes after a date that only names something: "the May 2007 high"."""
_YEAR = re.compile(r"\d{3}")
_NOT_TOGETHER = re.compile(r"[.;:!?()\n]|\b(?:since|than|like)\b|\bthe \Z")
"""What parts two dates of a text: the end of a sentence, a comparison."""


@dataclass(slots=True)
class Story:
    """Goes through a document from date to date."""

    scene: Scene
    stands: TimeValue | None = None
    _glance: TimeValue | None = None

    def tell(self, text: str, lead: str, mention: Mention, value: TimeValue) -> None:
        """Take a told date in, with what stands just before it: the story moves to it, or has only glanced at it."""
        if self.stands is None or self._moves(text, lead, mention, value):
            self.stands, self._glance = value, None
        else:
            self._glance = value

    def _moves(self, text: str, lead: str, mention: Mention, value: TimeValue) -> bool:
        first, known = day_number(value), day_number(self.stands)
        if first is None or known is None or self.stands is None or _counts_back(mention.expression):
            return False
        years_on = civil.civil(first)[0] - civil.civil(known)[0]
        is_coarse = value.granularity is not None and value.granularity >= Granularity.HALF
        if is_coarse and years_on == 0:
            return False
        if _is_heading(text, mention.span):
            return True
        if _in_brackets(lead) or self.scene.planned.search(lead):
            return False
        if lead.endswith(" the ") and _IN_A_NAME.match(text, mention.span.end):
            return False
        if first < known and self.scene.anterior.search(lead):
            return False
        if self.scene.opens.search(lead):
            return True
        # Why: "grew to a thousand by December", with no year named, looks ahead; the story goes on before it.
        if self.scene.onward.search(lead) and not _YEAR.search(mention.text):
            return False
        if _CLOSES.match(text, mention.span.end):
            return True
        glanced = day_number(self._glance)
        if glanced is not None and 0 <= first - glanced <= NEARBY:
            return True
        if is_coarse:
            return 0 < years_on <= YEARS_ON
        return known - DAYS_BACK <= first <= (last_day(self.stands) or known) + DAYS_ON


def _counts_back(expression: Expression) -> bool:
    """Whether it counts backwards from what was told: "two years earlier", "the previous year"."""
    match expression:
        case Shift(float() | int() as amount):
            return amount < 0
        case Cycle(Which.LAST) | Nearest(Which.LAST):
            return True
        case Modified(_, of):
            return _counts_back(of)
    return False


def _is_heading(text: str, span: Span) -> bool:
    """Whether a date stands in a short line without a full stop."""
    # Why within bounds: a text of one endless line is not searched to its ends for each date.
    reach, limit = max(0, span.start - HEADING - 1), span.end + HEADING + 1
    start, end = text.rfind("\n", reach, span.start) + 1, text.find("\n", span.end, limit)
    if (start == 0 < reach) or (end < 0 and limit < len(text)):
        return False
    line = text[start : len(text) if end < 0 else end].strip()
    return len(line) <= HEADING and not line.endswith((".", "!", "?", ":", ";", ",", '"')) and len(text) > len(line)


def _in_brackets(lead: str) -> bool:
    return lead.rfind("(") > lead.rfind(")")


def is_quoted(text: str, at: int) -> bool:
    """Whether a quotation that its paragraph has opened is still open."""
    reach = max(0, at - PARAGRAPH)
    before = text[max(reach, text.rfind("\n", reach, at) + 1) : at]
    return before.count('"') % 2 == 1 or before.rfind("\u201c") > before.rfind("\u201d")


def following_date(text: str, mention: Mention, after: Mention | None) -> TimeValue | None:
    """The full date that the same sentence goes on to: "in May and in September 1943"."""
    if after is None or after.span.start - mention.span.end > SAME_SENTENCE:
        return None
    between = text[mention.span.end : after.span.start]
    if _NOT_TOGETHER.search(between):
        return None
    date = next(iter(dates_in(after.expression)), None)
    if date is None or date.year is None or date.two_digit:
        return None
    return period.year(date.year) if date.month is None else period.month(date.year, date.month)
