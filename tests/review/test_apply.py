"""What decisions make of a timeline, and what becomes of them when the next build tells something else."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.review.decided import BRIDGE, INQUIRY, UNDATED, Reviewer, built, decided, documents, find, passage
from timeline.export.publish import publish
from timeline.model.decision import Action, Decision
from timeline.model.event import Event, Fate, Status, Timeline
from timeline.model.text import AnchorKind, Span
from timeline.pipeline import build_reviewed


@pytest.fixture(scope="module")
def bridge() -> Timeline:
    return built(bridge=BRIDGE, inquiry=INQUIRY)


@pytest.fixture(scope="module")
def letter() -> Timeline:
    return built(letter=UNDATED)


def accept(timeline: Timeline, event: Event, reviewer: Reviewer | None = None) -> Decision:
    return (reviewer or Reviewer()).decide(Action.ACCEPT, timeline, event=event)


def test_without_decisions_the_timeline_is_the_very_same(bridge: Timeline) -> None:
    assert decided(bridge).timeline is bridge


def test_what_nobody_decided_on_stays_the_very_same(bridge: Timeline) -> None:
    after = decided(bridge, accept(bridge, find(bridge, "met the engineers"))).timeline
    kept = [event for event in after.events if event in bridge.events]
    assert len(kept) == len(bridge.events) - 1
    assert all(any(event is before for before in bridge.events) for event in kept)


def test_accepting(bridge: Timeline) -> None:
    event = find(bridge, "met the engineers")
    after = find(decided(bridge, accept(bridge, event)).timeline, "met the engineers")
    assert (after.status, after.confidence, after.edited) == (Status.ACCEPTED, 1.0, False)
    assert after.review is not None
    assert (after.review.by, after.review.changed, after.review.title) == ("Ada", False, None)


def test_rejecting_keeps_the_event(bridge: Timeline) -> None:
    event = find(bridge, "ship had hit")
    reject = Reviewer().decide(Action.REJECT, bridge, event=event, note="another bridge")
    after = find(decided(bridge, reject).timeline, "ship had hit")
    assert (after.status, after.evidence) == (Status.REJECTED, event.evidence)
    assert after.review is not None and after.review.note == "another bridge"


def test_the_last_word_holds(bridge: Timeline) -> None:
    ada, event = Reviewer(), find(bridge, "ship had hit")
    made = [ada.decide(action, bridge, event=event) for action in (Action.REJECT, Action.ACCEPT, Action.NOTE)]
    for order in permutations(made):
        assert find(decided(bridge, *order).timeline, "ship had hit").status is Status.ACCEPTED


def test_editing_changes_what_is_named_and_tells_what_was(bridge: Timeline) -> None:
    event = find(bridge, "ship had hit")
    edit = Reviewer().decide(
        Action.EDIT, bridge, event=event, title="A barge hit the pier", edtf="2023-11-16", tags=("ship",)
    )
    after = find(decided(bridge, edit).timeline, "ship had hit")
    assert (after.title, after.when.edtf, after.tags) == ("A barge hit the pier", "2023-11-16", ("ship",))
    assert (after.participants, after.places, after.factuality) == (event.participants, event.places, event.factuality)
    assert (after.edited, after.status, after.confidence) == (True, Status.CANDIDATE, 1.0)
    told = publish(decided(bridge, edit).timeline)
    review = next(one.review for one in told.events if one.id == after.id)
    assert review is not None and review.was is not None and review.was.date is not None
    assert (review.was.title, review.was.date.edtf) == (event.title, "2023-11-17")
    piece = after.evidence[0]
    assert piece.when.anchor.kind is AnchorKind.REVIEWER
    assert piece.when.steps[-1] == "Ada read it as 16 Nov 2023"
    assert [value.edtf for value in piece.when.alternatives] == ["2023-11-17"]
    assert piece.quote_text == event.evidence[0].quote_text


def test_an_edit_of_the_title_leaves_the_date_to_the_documents(bridge: Timeline) -> None:
    event = find(bridge, "ship had hit")
    after = find(
        decided(bridge, Reviewer().decide(Action.EDIT, bridge, event=event, title="T")).timeline, "ship had hit"
    )
    assert (after.when, after.evidence, after.confidence) == (event.when, event.evidence, event.confidence)


def test_what_another_source_says_against_a_chosen_date_stays_against_it() -> None:
    texts = {
        "one": "Mayor Ines Falk opened the Elm Street school on 4 May 2021.\n",
        "two": "Ines Falk opened the Elm Street school on 5 May 2021.\n",
    }
    made = built(**texts)
    ada = Reviewer()
    first, second = (passage(made, f"{day} May 2021") for day in (4, 5))
    merge = ada.decide(Action.MERGE, made, first, second)
    together = decided(made, merge).timeline.events[0]
    other = "2021-05-05" if together.when.edtf == "2021-05-04" else "2021-05-04"
    after = decided(made, merge, ada.decide(Action.EDIT, made, *together.evidence, edtf=other)).timeline.events[0]
    assert after.when.edtf == other
    assert {piece.when.value.edtf for piece in after.evidence if piece.when.value} == {"2021-05-04", "2021-05-05"}
    assert [conflict.date.edtf for conflict in after.conflicts] == [together.when.edtf]


def test_merging_and_splitting(bridge: Timeline) -> None:
    ada = Reviewer()
    met, vote = passage(bridge, "met the engineers"), passage(bridge, "council voted")
    merge = ada.decide(Action.MERGE, bridge, met, vote)
    merged = decided(bridge, merge).timeline
    assert len(merged.events) == len(bridge.events) - 1
    assert {piece.id for piece in find(merged, "met the engineers").evidence} == {met.id, vote.id}
    apart = ada.decide(Action.SPLIT, bridge, vote)
    after = decided(bridge, merge, apart).timeline
    assert {(event.id, event.title, event.when) for event in after.events} == {
        (event.id, event.title, event.when) for event in bridge.events
    }
    again = ada.decide(Action.MERGE, bridge, vote, met)
    assert len(decided(bridge, merge, apart, again).timeline.events) == len(merged.events)


def test_splitting_parts_what_the_program_put_together(bridge: Timeline) -> None:
    event = find(bridge, "Engineers closed")
    assert len(event.evidence) == 2, "two sources tell it"
    inquiry = passage(bridge, "The harbour bridge was closed")
    after = decided(bridge, Reviewer().decide(Action.SPLIT, bridge, inquiry)).timeline
    assert len(after.events) == len(bridge.events) + 1
    assert find(after, "The harbour bridge was closed").id == inquiry.id


def test_a_yearless_date_gets_its_year(letter: Timeline) -> None:
    feast = passage(letter, "24 December")
    assert feast.fate is Fate.UNDATED
    edit = Reviewer().decide(Action.EDIT, letter, feast, edtf="1931-12-24", title="A feast on the bridge")
    after = decided(letter, edit).timeline
    assert not after.undated
    event = find(after, "24 December")
    assert (event.id, event.when.edtf, event.title) == (feast.id, "1931-12-24", "A feast on the bridge")
    counts = dict(after.sources[0].fates)
    assert (counts[Fate.UNDATED], counts[Fate.EVIDENCE]) == (0, 1), "every mention has one fate"
    undo = Reviewer(start=5).decide(Action.UNDO, undoes=[edit])
    assert decided(letter, edit, undo).timeline == letter


@pytest.mark.parametrize(("action", "status"), [(Action.ACCEPT, Status.ACCEPTED), (Action.REJECT, Status.REJECTED)])
def test_a_passage_without_a_date_can_be_done_with(letter: Timeline, action: Action, status: Status) -> None:
    told = Reviewer().decide(action, letter, passage(letter, "24 December"), note="which year?")
    after = decided(letter, told).timeline
    assert [(piece.status, piece.review and piece.review.note) for piece in after.undated] == [(status, "which year?")]
    assert publish(after).undated[0].status == status.value


def test_an_undated_passage_joins_an_event_without_dating_it() -> None:
    made = built(bridge=BRIDGE, letter=UNDATED)
    merge = Reviewer().decide(Action.MERGE, made, passage(made, "met the engineers"), passage(made, "24 December"))
    after = decided(made, merge).timeline
    event = find(after, "24 December")
    assert (event.when.edtf, len(event.evidence), len(after.undated)) == ("2024-03-06", 2, 0)
    publish(after)


def test_an_event_added_by_hand(bridge: Timeline) -> None:
    add = Reviewer().decide(Action.ADD, title="The bridge was named", edtf="1902", participants=("Queen Ada",))
    event = next(event for event in decided(bridge, add).timeline.events if event.title == "The bridge was named")
    assert (event.when.edtf, event.status, event.participants) == ("1902", Status.ACCEPTED, ("Queen Ada",))
    told = next(one for one in publish(decided(bridge, add).timeline).events if one.id == event.id)
    piece = told.evidence[0]
    assert (piece.source, piece.quote, piece.quote_span, piece.date_text, piece.date_span) == (None,) * 5
    assert piece.basis == "reviewer"


def test_an_added_passage_is_found_again_in_a_corrected_copy(bridge: Timeline) -> None:
    texts = documents(bridge=BRIDGE)
    quote = "Engineers closed the harbour bridge"
    start = texts[0].text.index(quote)
    add = Reviewer().decide(
        Action.ADD, title="Closed", edtf="2024-03-04", source_id=texts[0].id, uri="bridge.txt", quote=quote,
        quote_span=Span(start, start + len(quote)), date_text="harbour", date_span=Span(start + 21, start + 28),
    )  # fmt: skip
    for text, found in (
        (BRIDGE, True),
        ("\n\n" + BRIDGE.replace("cracks", "fissures"), True),
        (BRIDGE.replace("Engineers", "They"), False),
    ):
        now = documents(bridge=text)
        applied = decided(built(bridge=text), add, texts=now)
        pieces = [
            piece for event in applied.timeline.events for piece in event.evidence if piece.id == "a" + add.id[1:]
        ]
        assert (len(pieces) == 1, applied.lost == ()) == (found, found)
        for piece in pieces:
            assert now[0].text[piece.quote.start : piece.quote.end] == quote
            mention = piece.when.mention
            assert now[0].text[mention.span.start : mention.span.end] == mention.text == "harbour"


# What the next build brings


def test_new_evidence_that_agrees_leaves_an_accepted_event_alone() -> None:
    before = built(bridge=BRIDGE)
    told = accept(before, find(before, "Engineers closed"))
    after = find(decided(built(bridge=BRIDGE, inquiry=INQUIRY), told).timeline, "Engineers closed")
    assert len(after.evidence) == 2
    assert after.status is Status.ACCEPTED
    assert after.review is not None and not after.review.changed


def test_an_event_that_is_told_otherwise_wants_another_look() -> None:
    before = built(bridge=BRIDGE)
    event = find(before, "met the engineers")
    told = accept(before, event)
    changed = BRIDGE.replace("met the engineers on 6 March 2024", "met the engineers on 7 March 2024")
    now = built(bridge=changed)
    moved = Decision(
        told.action,
        told.reviewer,
        told.at,
        tuple(Reviewer().decide(Action.ACCEPT, now, event=find(now, "met")).targets),
        shown=told.shown,
    )
    after = find(decided(now, moved).timeline, "met the engineers")
    assert after.status is Status.ACCEPTED
    assert after.review is not None
    assert (after.review.changed, after.review.seen_date, after.when.edtf) == (True, "2024-03-06", "2024-03-07")


def test_a_rejection_covers_what_was_there_and_nothing_new() -> None:
    before = built(bridge=BRIDGE)
    reject = Reviewer().decide(Action.REJECT, before, event=find(before, "Engineers closed"))
    after = decided(built(bridge=BRIDGE, inquiry=INQUIRY), reject).timeline
    assert find(after, "Engineers closed").status is Status.REJECTED
    assert find(after, "The harbour bridge was closed").status is Status.CANDIDATE


@pytest.mark.parametrize(
    ("text", "fortune"),
    [
        (BRIDGE, "holds"),
        ("A new first line.\n\n" + BRIDGE, "holds"),
        (BRIDGE.replace("cracks", "fissures"), "holds"),
        (BRIDGE.replace("Ines Falk,", "Ines\nFalk,"), "holds"),
        (BRIDGE.replace("met the engineers", "received them"), "lost"),
        (None, "asleep"),
    ],
)
def test_a_decision_finds_its_words_in_a_corrected_copy(text: str | None, fortune: str) -> None:
    before = built(bridge=BRIDGE)
    told = accept(before, find(before, "met the engineers"))
    applied = decided(built(other=INQUIRY, **({"bridge": text} if text else {})), told)
    assert ("lost" if applied.lost else "asleep" if applied.asleep else "holds") == fortune
    accepted = [event for event in applied.timeline.events if event.status is Status.ACCEPTED]
    assert len(accepted) == (fortune == "holds")


def test_a_source_gets_another_date() -> None:
    text = "Notes\nPublished: 2024-03-22\n\nThe council met yesterday.\n"
    before = build_reviewed(documents(notes=text), ())
    assert before.built.events[0].when.edtf == "2024-03-21"
    told = Reviewer().decide(Action.SOURCE, edtf="2023-02-10", uri="notes.txt")
    after = build_reviewed(documents(notes=text), (told,)).applied.timeline
    assert after.events[0].when.edtf == "2023-02-09"
    assert after.events[0].id == before.built.events[0].id
    published = publish(after).sources[0]
    assert (published.published_from, published.published_why) == (
        "reviewer",
        ("published 10 Feb 2023, as a reviewer says",),
    )
    other = build_reviewed(documents(other=text.replace("council", "board")), (told,)).applied
    assert other.asleep == (told,)


# Several reviewers


@pytest.mark.parametrize(
    ("ada", "bob", "dissent"),
    [
        ((Action.ACCEPT, {}), (Action.ACCEPT, {}), ()),
        ((Action.ACCEPT, {}), (Action.REJECT, {}), (("Ada", "accepted"), ("Bob", "rejected"))),
        ((Action.ACCEPT, {}), (Action.NOTE, {}), ()),
        ((Action.EDIT, {"edtf": "2024"}), (Action.EDIT, {"edtf": "2024"}), ()),
        (
            (Action.EDIT, {"edtf": "2024"}),
            (Action.EDIT, {"edtf": "2023"}),
            (("Ada", "dates it 2024"), ("Bob", "dates it 2023")),
        ),
    ],
)  # fmt: skip
def test_two_reviewers_who_do_not_agree_are_told_apart(
    bridge: Timeline,
    ada: tuple[Action, dict[str, str]],
    bob: tuple[Action, dict[str, str]],
    dissent: tuple[tuple[str, str], ...],
) -> None:
    event = find(bridge, "ship had hit")
    first = Reviewer("Ada").decide(ada[0], bridge, event=event, note="n", **ada[1])
    second = Reviewer("Bob", start=9).decide(bob[0], bridge, event=event, note="n", **bob[1])
    review = find(decided(bridge, first, second).timeline, "ship had hit").review
    assert review is not None and review.dissent == dissent
    third = Reviewer("Cy", start=20).decide(Action.ACCEPT, bridge, event=event)
    settled = find(decided(bridge, first, second, third).timeline, "ship had hit").review
    assert settled is not None and settled.dissent == ()


def test_memory_changes_nothing(bridge: Timeline) -> None:
    from timeline.merge import apply

    ada, memory = Reviewer(), {}  # type: ignore[var-annotated]
    made: list[Decision] = []
    for event in bridge.events:
        made.append(ada.decide(Action.ACCEPT, bridge, event=event))
        assert apply(bridge, made, memory=memory) == apply(bridge, made)
