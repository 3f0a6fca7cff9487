"""The one mapping from the program's own data to the published types: `Timeline` in, `schema.Timeline` out.

Nothing is computed here but how a value is written down (full ISO days, spans as pairs, rounded confidences), and how
many tell an event, which decisions may have changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from timeline.export import schema
from timeline.export.lazy import by_key, mapped
from timeline.merge.disagreement import who_says
from timeline.merge.tally import tally
from timeline.model.civil import DAY, iso
from timeline.model.display import display
from timeline.model.event import Conflict, Event, Evidence, Failure, Fate, Review, SourceReport, Timeline
from timeline.model.locator import Locator
from timeline.model.text import Resolution, Source, Span
from timeline.model.value import Granularity, TimeValue


def publish(timeline: Timeline) -> schema.Timeline:
    """A timeline as its published type; order is kept. What is no tuple is made item by item, as it is read."""
    sources = by_key(lambda source: source.id, mapped(lambda report: report.source, timeline.sources))
    # Why without validation: it would read all there is, and each part is validated when it is made.
    return schema.Timeline.model_construct(
        title=timeline.title,
        sources=mapped(_source, timeline.sources),
        events=mapped(partial(_event, sources=sources), timeline.events),
        undated=mapped(_unplaced, timeline.undated),
        set_aside=mapped(_unplaced, timeline.set_aside),
        failures=tuple(map(_failure, timeline.failures)),
        left_out=timeline.left_out,
    )


def publish_date(value: TimeValue | None) -> schema.Date | None:
    """A date object; None for what has no place on a calendar (no value, durations, vague references)."""
    if value is None or value.edtf is None:
        return None
    return _date(value, value.edtf)


def _date(value: TimeValue, edtf: str) -> schema.Date:
    return schema.Date.model_validate(
        {
            "edtf": edtf,
            "timex": value.timex,
            "start": None if value.earliest is None else iso(value.earliest // DAY),
            "end": None if value.latest is None else iso((value.latest - 1) // DAY),
            "kind": value.kind.value,
            "precision": (value.granularity or Granularity.DAY).word,
            "mod": value.mod.value if value.mod else None,
            "calendar": value.calendar.value,
            "display": display(value),
            "approximate": value.approximate,
            "uncertain": value.uncertain,
        }
    )


def _source(report: SourceReport) -> schema.Source:
    source = report.source
    counts = dict(report.fates)
    return schema.Source(
        id=source.id,
        key=source.key,
        uri=source.uri,
        address=source.address,
        label=source.label,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=publish_date(source.published.value) if source.published else None,
        published_from=source.published.origin if source.published else None,
        published_why=source.published.steps if source.published else (),
        updated=publish_date(source.updated.value) if source.updated else None,
        language=source.language,
        media_type=source.media_type,
        text_sha256=source.text_sha256,
        copies=source.copies,
        copy_of=source.copy_of,
        calendar=source.calendar.value if source.calendar else None,
        date_order=None if source.day_first is None else "day first" if source.day_first else "month first",
        words=report.words,
        dates=schema.DateFates(
            mentions=sum(counts.values()),
            evidence=counts.get(Fate.EVIDENCE, 0),
            undated=counts.get(Fate.UNDATED, 0),
            set_aside=counts.get(Fate.SET_ASIDE, 0),
            duration=counts.get(Fate.DURATION, 0),
            set=counts.get(Fate.SET, 0),
            vague=counts.get(Fate.VAGUE, 0),
        ),
    )


def _event(event: Event, sources: Mapping[str, Source]) -> schema.Event:
    if event.when.edtf is None:
        raise ValueError(f"event {event.id} has no date")
    return schema.Event(
        id=event.id,
        title=event.title,
        date=_date(event.when, event.when.edtf),
        confidence=_rounded(event.confidence),
        status=event.status.value,
        edited=event.edited,
        participants=event.participants,
        places=event.places,
        tags=event.tags,
        factuality=event.factuality.value,
        importance=_rounded(event.importance),
        conflicts=tuple(_conflict(conflict, event, sources) for conflict in event.conflicts),
        evidence=tuple(map(_evidence, event.evidence)),
        counts=schema.Counts.model_validate(tally(event.evidence, sources)._asdict()),
        correction=event.correction,
        maybe_same=event.maybe_same,
        review=_review(event.review, event),
    )


def _review(review: Review | None, event: Event | None = None) -> schema.Review | None:
    if review is None:
        return None
    was = None
    if event is not None and (review.title is not None or review.date is not None):
        date = publish_date(event.when if review.date is None else review.date)
        title = event.title if review.title is None else review.title
        was = schema.Was(title=title, date=date) if date is not None else None
    return schema.Review(
        by=review.by,
        at=review.at,
        was=was,
        note=review.note,
        changed=review.changed,
        dissent=tuple(schema.Opinion(by=by, says=says) for by, says in review.dissent),
    )


def _conflict(conflict: Conflict, event: Event, sources: Mapping[str, Source]) -> schema.Conflict:
    if conflict.date.edtf is None:
        raise ValueError(f"a conflict of {', '.join(conflict.evidence)} has no date")
    return schema.Conflict(
        date=_date(conflict.date, conflict.date.edtf),
        evidence=conflict.evidence,
        note=who_says(conflict, event, sources),
    )


def _evidence(evidence: Evidence) -> schema.Evidence:
    return schema.Evidence.model_validate(_evidence_fields(evidence))


def _unplaced(evidence: Evidence) -> schema.Unplaced:
    reason = evidence.reason or evidence.when.reason or ""
    decided = {"status": evidence.status.value, "review": _review(evidence.review)}
    return schema.Unplaced.model_validate({**_evidence_fields(evidence), "reason": reason, **decided})


def _evidence_fields(evidence: Evidence) -> dict[str, object]:
    when, mention = evidence.when, evidence.when.mention
    return {
        "id": evidence.id,
        "source": evidence.source_id or None,
        "quote": evidence.quote_text or None,
        "quote_span": _span(evidence.quote),
        "date_text": mention.text or None,
        "date_span": _span(mention.span),
        "head": evidence.head_text,
        "head_span": _span(evidence.head),
        "date": publish_date(when.value),
        "basis": when.anchor.kind.value,
        "why": when.steps,
        "alternatives": _alternatives(when),
        "confidence": _rounded(evidence.confidence),
        "part": evidence.part.value,
        "lead": evidence.lead,
        "role": evidence.role.value,
        "factuality": evidence.factuality.value,
        "attributed_to": evidence.attributed_to,
        "locator": _locator(evidence.locator),
        "joined": evidence.joined,
    }


def _alternatives(when: Resolution) -> tuple[schema.Date, ...]:
    dates = map(publish_date, when.alternatives)
    return tuple(date for date in dates if date is not None)


def _locator(locator: Locator) -> schema.Locator:
    return schema.Locator.model_validate({slot: getattr(locator, slot) for slot in Locator.__slots__})


def _failure(failure: Failure) -> schema.Failure:
    return schema.Failure(uri=failure.uri, stage=failure.stage, code=failure.code, message=failure.message)


def _span(span: Span | None) -> tuple[int, int] | None:
    """A span that holds something; what was added by hand may point nowhere."""
    return (span.start, span.end) if span is not None and span.start < span.end else None


def _rounded(share: float) -> float:
    """A share between 0 and 1 in three decimals: more would be noise in every diff."""
    return round(min(max(share, 0.0), 1.0), 3)
