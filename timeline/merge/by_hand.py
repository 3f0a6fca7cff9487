"""Events that a person adds. In: the decision, the source's text. Out: evidence for an event of its own."""

from __future__ import annotations

from timeline.model.decision import Decision, value_of
from timeline.model.display import display
from timeline.model.event import BY_HAND, Evidence, Factuality, Fate, Role
from timeline.model.expression import Reference, Vague
from timeline.model.locator import NOWHERE, Locator
from timeline.model.text import Anchor, AnchorKind, Mention, MentionType, PartKind, Resolution, Span

RULE = "by hand"
_NOWHERE = Span(0, 0)


def id_of_added(decision: Decision) -> str:
    """The id of the passage that an addition makes."""
    return "a" + decision.id[1:]


def added(decision: Decision, source_id: str | None, text: str | None) -> Evidence | None:
    """The passage that a person marked in a text, or one without a source; None where the text holds it no more."""
    patch = decision.patch
    assert patch.edtf is not None and patch.title is not None
    value = value_of(patch)
    quote, date = _NOWHERE, _NOWHERE
    if source_id is not None and patch.quote:
        found = _placed(patch.quote, patch.quote_span, text)
        if found is None:
            return None
        quote = found
        date = _inside(quote, patch.quote, patch.date_text, patch.quote_span, patch.date_span)
    words = patch.date_text if date != _NOWHERE and patch.date_text else ""
    mention = Mention(source_id or BY_HAND, date, words, MentionType.DATE, Vague(Reference.UNTOLD), RULE, "und")
    steps = (f"added by {decision.reviewer}: {display(value)}",)
    return Evidence(
        id=id_of_added(decision),
        source_id=source_id or BY_HAND,
        fate=Fate.EVIDENCE,
        when=Resolution(mention, value, Anchor(AnchorKind.REVIEWER), steps),
        quote=quote,
        quote_text=patch.quote or "" if quote != _NOWHERE else "",
        head=None,
        head_text=None,
        title=patch.title,
        part=PartKind.BODY,
        role=Role.REPORTS,
        factuality=patch.factuality or Factuality.HAPPENED,
        participants=patch.participants or (),
        places=patch.places or (),
        locator=Locator(line=text.count("\n", 0, quote.start) + 1) if text and quote != _NOWHERE else NOWHERE,
    )


def _placed(words: str, span: Span | None, text: str | None) -> Span | None:
    """Where the words stand: where they were marked, else the nearest place that has them."""
    if text is None:
        return None
    start = span.start if span else 0
    if span is not None and text[span.start : span.end] == words:
        return span
    places = [at for at in (text.rfind(words, 0, start + len(words)), text.find(words, start)) if at >= 0]
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - start))
    return Span(at, at + len(words))


def _inside(quote: Span, words: str, date: str | None, marked: Span | None, span: Span | None) -> Span:
    """Where the date's words stand in a quote; nowhere where they do not."""
    if not date:
        return _NOWHERE
    offset = span.start - marked.start if span is not None and marked is not None else -1
    if offset < 0 or words[offset : offset + len(date)] != date:
        offset = words.find(date)
    return Span(quote.start + offset, quote.start + offset + len(date)) if offset >= 0 else _NOWHERE
