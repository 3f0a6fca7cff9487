"""The arrow as a whole: order, copies, failures as values, and the same result however it is run."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.errors import InputError, UnknownLanguage
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.model.event import Factuality, Failure, Skipped
from timeline.model.text import DateCandidate, DateOrigin, Document, Source
from timeline.pipeline import Options, build, dates, document, worker

MILL = "The old mill in Harlow burned down on 3 May 2004. Two days later the council met. It reopened in 2011."
FLOOD = "The river Lea flooded Ware on 12 July 1968. The Harlow mill burned on 3 May 2004, officials said."
BRIDGE = "Work on the bridge began in March 1890 and lasted three years. On 4 October 1893 the mayor opened it."


def a_document(name: str, text: str, *, dated: str | None = None) -> Document:
    digest = sha256(text.encode()).hexdigest()
    candidates = (DateCandidate(dated, DateOrigin.RECORD),) if dated else ()
    return Document(Source(f"s{digest[:8]}", f"{name}.txt", name, name, digest, "text/plain"), text, (), candidates)


DOCUMENTS = (a_document("mill", MILL), a_document("flood", FLOOD), a_document("bridge", BRIDGE))


def as_bytes(made: timeline.Timeline) -> bytes:
    return json_bytes(publish(made))


def test_any_order_and_any_number_of_workers_give_the_same_bytes() -> None:
    once = as_bytes(build(DOCUMENTS))
    assert as_bytes(build(DOCUMENTS)) == once
    assert as_bytes(build(reversed(DOCUMENTS))) == once
    assert as_bytes(build(DOCUMENTS, Options(workers=2))) == once


def test_events_are_in_order_of_time() -> None:
    published = publish(build(DOCUMENTS))
    days = [event.date.start or event.date.end for event in published.events]
    assert days == sorted(days, key=str)
    assert {"1968-07-12", "2004-05-03", "1893-10-04"} <= set(days)


@pytest.mark.parametrize("top", [1, 2, 3, 50])
def test_of_the_top_the_most_important_are_kept_in_order_and_the_others_counted(top: int) -> None:
    every, kept = build(DOCUMENTS), build(DOCUMENTS, Options(top=top))
    assert len(kept.events) == min(top, len(every.events))
    assert kept.left_out == len(every.events) - len(kept.events)
    assert [event for event in every.events if event in kept.events] == list(kept.events)
    gone = [event.importance for event in every.events if event not in kept.events]
    assert min(event.importance for event in kept.events) >= max(gone, default=0.0)
    assert publish(kept).left_out == kept.left_out
    assert kept.sources == every.sources


def test_a_timeline_of_no_events_is_refused() -> None:
    with pytest.raises(InputError, match="give 1 or more"):
        build(DOCUMENTS, Options(top=0))


def test_every_mention_has_one_fate_and_the_counts_add_up() -> None:
    made = build(DOCUMENTS)
    for source in publish(made).sources:
        counts = source.dates.model_dump()
        assert counts.pop("mentions") == sum(counts.values()) > 0
    placed = sum(len(event.evidence) for event in made.events)
    counted = publish(made).sources
    assert placed == sum(source.dates.evidence for source in counted)
    assert len(made.undated) == sum(source.dates.undated for source in counted)
    assert len(made.set_aside) == sum(source.dates.set_aside for source in counted)


def test_identical_copies_are_one_source() -> None:
    copies = [a_document(name, MILL) for name in ("c", "a", "b", "a")]
    made = build(copies)
    assert [(report.source.uri, report.source.copies) for report in made.sources] == [("a.txt", ("b.txt", "c.txt"))]
    assert as_bytes(build(reversed(copies))) == as_bytes(made)


def test_of_copies_the_one_that_tells_its_date_is_kept() -> None:
    made = build([a_document("a", MILL), a_document("z", MILL, dated="2012-01-05")])
    (report,) = made.sources
    assert (report.source.uri, report.source.copies) == ("z.txt", ("a.txt",))
    assert report.source.published is not None
    assert report.source.published.value.edtf == "2012-01-05"


PIECES = [
    "On 3 May 2004",
    "in March",
    "two days later",
    "yesterday",
    "since October 7",
    "from 3 to 6 May",
    "the 1990s",
    "may",
    "44 BC",
    "10/7/2023",
    "last week",
    "early 2010",
    "at the turn of the century",
    "31 June 2001",
    "99999",
    "6 pm",
    "Monday",
    "the mill burned",
    "he said",
    "will open",
    ".",
    ",",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "“",
    "”",
    "\U0001f525",
    "\u202e",
    "É",
    "\0",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
@settings(max_examples=80, deadline=None)
def test_whatever_the_text_all_is_grounded_and_adds_up(text: str) -> None:
    made = build([a_document("any", text)])
    assert made.failures == ()
    published = publish(made)
    (source,) = published.sources
    counts = source.dates.model_dump()
    assert counts.pop("mentions") == sum(counts.values())
    placed = [piece for event in published.events for piece in event.evidence]
    assert (len(placed), len(published.undated)) == (counts["evidence"], counts["undated"])
    for piece in (*placed, *published.undated, *published.set_aside):
        for words, span in (
            (piece.quote, piece.quote_span), (piece.date_text, piece.date_span), (piece.head, piece.head_span),
        ):  # fmt: skip
            assert span is None or text[slice(*span)] == words
        assert piece.quote_span is not None
        assert piece.date_span is not None
        assert piece.quote_span[0] <= piece.date_span[0] < piece.date_span[1] <= piece.quote_span[1]


def test_failures_and_skipped_files_pass_through_in_order() -> None:
    lines = [Failure("b.jsonl", "read", "broken-json", f"b.jsonl:{number}: not JSON") for number in (2, 10)]
    failures = [Failure("z.pdf", "read", "unknown-format", "z"), *lines]
    made = build([*failures[:2], Skipped("x", "y"), *DOCUMENTS, failures[2], Skipped(".DS_Store", "a hidden file")])
    assert made.failures == (*lines, failures[0])
    assert build(reversed(failures)).failures == made.failures
    assert [skipped.uri for skipped in made.skipped] == [".DS_Store", "x"]
    assert len(made.sources) == 3


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (
            RuntimeError("boom"),
            "RuntimeError",
            "mill.txt: this document met an error in the program (RuntimeError: boom)",
        ),
        (RecursionError("deep"), "RecursionError", "deep"),
        (UnknownLanguage("no language pack for 'xx'"), "unknown-language", "no language pack for 'xx'"),
    ],
)
def test_one_bad_document_is_a_failure_and_no_end(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: str, told: str
) -> None:
    real = document.resolved

    def breaks_on_the_mill(subject: Document, options: Options) -> document.Resolved:
        if subject.text == MILL:
            raise error
        return real(subject, options)

    monkeypatch.setattr(worker, "resolved", breaks_on_the_mill)
    made = build(DOCUMENTS)
    (failure,) = made.failures
    assert (failure.uri, failure.stage, failure.code) == ("mill.txt", "extract", code)
    assert told in failure.message
    assert [report.source.uri for report in made.sources] == ["bridge.txt", "flood.txt"]


@pytest.mark.parametrize("code", ["hbo", "la", "zz", None])
def test_a_document_whose_language_has_no_pack_is_read_as_english(code: str | None) -> None:
    told = replace(DOCUMENTS[0], source=replace(DOCUMENTS[0].source, language=code))
    made = build([told])
    assert made.failures == ()
    assert "2004-05-03" in {event.when.edtf for event in made.events}


def test_a_language_that_the_user_gives_must_be_one() -> None:
    with pytest.raises(UnknownLanguage, match="no language 'hbo'"):
        build(DOCUMENTS, Options(language="hbo"))


def test_nothing_gives_an_empty_timeline() -> None:
    made = build([])
    assert (made.events, made.sources, made.failures) == ((), (), ())
    assert publish(made).events == ()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (Options(published="2024-13-40"), r"publication date: '2024-13-40' is not a date .*: .* such as 2024-03-15"),
        (Options(published="yesterday"), "is not a date"),
        (Options(published=""), "is not a date"),
        (Options(workers=0), "give 1 or more"),
    ],
)
def test_options_that_no_document_could_be_built_with(options: Options, told: str) -> None:
    with pytest.raises(InputError, match=told):
        build(DOCUMENTS, options)


@pytest.mark.parametrize(
    ("documents", "options", "title"),
    [
        (DOCUMENTS[:1], Options(), "mill"),
        (DOCUMENTS, Options(), "Timeline of 3 documents"),
        (DOCUMENTS, Options(title="Harlow"), "Harlow"),
    ],
)
def test_the_title(documents: tuple[Document, ...], options: Options, title: str) -> None:
    assert build(documents, options).title == title


def test_a_given_day_dates_all_documents() -> None:
    made = build([a_document("note", "The roof fell in yesterday.")], Options(published="2012-03-01"))
    assert [event.when.edtf for event in made.events] == ["2012-02-29"]


def test_progress_counts_up_to_the_number_of_documents() -> None:
    seen: list[tuple[int, int]] = []
    build([*DOCUMENTS, a_document("copy", MILL)], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("on", ["2024-03-22", datetime.date(2024, 3, 22), "2024-03-22T10:00"])
def test_dates_of_a_text(on: str | datetime.date) -> None:
    text = "It began yesterday and ends on 3 April 2024."
    found = dates(text, on=on)
    assert [(known.mention.text, known.value and known.value.edtf) for known in found] == [
        ("yesterday", "2024-03-21"), ("3 April 2024", "2024-04-03"),
    ]  # fmt: skip
    for known in found:
        assert text[known.mention.span.start : known.mention.span.end] == known.mention.text
        assert known.steps


def test_dates_of_a_text_without_dates() -> None:
    assert dates("No time is told here, and 36-year-olds may march.") == ()
    assert dates("") == ()


@pytest.mark.parametrize("on", ["22 March", "2024-02-30"])
def test_dates_counted_from_what_is_no_date(on: str) -> None:
    with pytest.raises(InputError, match="is not a date"):
        dates("yesterday", on=on)


def test_the_public_names_are_there_and_stay_functions() -> None:
    import timeline.export.publish
    import timeline.pipeline.originals
    import timeline.read.blob

    for name in timeline.__all__:
        assert getattr(timeline, name) is not None
    assert callable(timeline.read)
    assert callable(timeline.export)
    assert set(timeline.__all__) <= set(dir(timeline))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        timeline.nothing  # noqa: B018


def test_importing_the_package_is_quick_and_brings_no_library() -> None:
    heavy = ["plotly", "trafilatura", "pydantic", "typer", "rich", "dateparser", "lxml", "re2"]
    code = f"import sys, timeline; print([name for name in {heavy} if name in sys.modules])"
    started = time.perf_counter()
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    taken = time.perf_counter() - started
    assert shown.strip() == "[]"
    assert taken < 2, "a whole interpreter start, on a machine that is busy with other tests"


@pytest.mark.parametrize(
    ("day", "factuality"), [("8 October 2017", Factuality.PLANNED), ("8 October 2016", Factuality.HAPPENED)]
)
def test_what_lies_after_the_day_of_writing_has_not_happened(day: str, factuality: Factuality) -> None:
    made = build([a_document("gig", f"The concert took place in the mill on {day}.")], Options(published="2017-03-04"))
    assert [piece.factuality for event in made.events for piece in event.evidence] == [factuality]
