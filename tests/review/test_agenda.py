"""What stands on the agenda and why, what was set aside beside it, and dates as people type them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.review.decided import BRIDGE, INQUIRY, Reviewer, built, decided, documents, find, passage
from tests.review.test_safety import Clock
from timeline.errors import InputError
from timeline.export.publish import publish
from timeline.model.decision import Action, Patch, date_fields, value_of
from timeline.model.display import display
from timeline.model.event import Evidence, Fate, Status, Timeline
from timeline.pipeline import Options, build
from timeline.read import Blob, read
from timeline.review import asked, deciding
from timeline.review.agenda import Reason, is_aside, is_open, place, reasons
from timeline.review.dates import read_date
from timeline.review.session import Reviewer as Person
from timeline.review.session import Session
from timeline.store import open_decisions

SHARES = """Shares of Alder Rail
Published: 2024-04-02

The shares rose to 9 pence on 28 March 2024, up from 4 pence on 28 March 2023.

The board met on 1 April 2024.
"""
NOTES = "date,title\n2024-03-04,Engineers closed the harbour bridge after they found cracks\n"


@pytest.fixture(scope="module")
def shares() -> Timeline:
    return built(shares=SHARES)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(open_decisions(tmp_path / "decisions.db")) as store:
        yield Session(documents(shares=SHARES), Options(), store, Person("Ada"), Clock())


def aside(timeline: Timeline) -> Evidence:
    return next(piece for piece in timeline.set_aside if "comparison" in str(piece.reason))


# What may be told twice


def test_what_may_be_told_twice_is_on_the_agenda_until_somebody_decides() -> None:
    made = build(tuple(read(Blob("notes.csv", NOTES.encode()), Blob("bridge.txt", BRIDGE.encode()))))
    twice = [event for event in made.events if Reason.ALIKE in reasons(event)]
    assert sorted(event.id for event in twice) == sorted(id for event in twice for id in event.maybe_same)
    ada = Reviewer()
    kept = decided(made, ada.decide(Action.ACCEPT, made, event=twice[0])).timeline
    assert [event.id for event in kept.events if Reason.ALIKE in reasons(event)] == [twice[1].id]
    pieces = [piece for event in twice for piece in event.evidence]
    joined = decided(made, ada.decide(Action.MERGE, made, *pieces)).timeline
    assert not [event for event in joined.events if Reason.ALIKE in reasons(event)]


def test_what_is_unsure_comes_before_what_may_be_told_twice() -> None:
    made = build(tuple(read(Blob("notes.csv", NOTES.encode()), Blob("bridge.txt", BRIDGE.encode()))))
    order = sorted((*made.events, *made.set_aside), key=place)
    ranks = [place(item)[0] for item in order]
    assert ranks == sorted(ranks)
    assert list(Reason)[ranks[0]] is Reason.ALIKE
    assert is_aside(order[-1])


# What was set aside


def test_what_was_set_aside_waits_for_nobody(shares: Timeline) -> None:
    piece = aside(shares)
    assert (is_open(piece), reasons(piece)) == (False, ())


def test_it_is_brought_back_on_its_own_date_and_put_aside_again(shares: Timeline) -> None:
    ada, piece = Reviewer(), aside(shares)
    accept = ada.decide(Action.ACCEPT, shares, piece)
    after = decided(shares, accept).timeline
    event = next(event for event in after.events if event.id == piece.id)
    assert (event.when.edtf, event.status, event.evidence[0].fate) == ("2023-03-28", Status.ACCEPTED, Fate.EVIDENCE)
    assert piece.id not in {other.id for other in after.set_aside}
    (source,) = publish(after).sources
    before = publish(shares).sources[0].dates
    assert (source.dates.evidence, source.dates.set_aside) == (before.evidence + 1, before.set_aside - 1)
    assert decided(shares, accept, ada.decide(Action.UNDO, undoes=[accept])).timeline == shares


def test_it_can_get_another_date(shares: Timeline) -> None:
    edit = Reviewer().decide(Action.EDIT, shares, aside(shares), edtf="2023-03")
    event = next(event for event in decided(shares, edit).timeline.events if event.id == aside(shares).id)
    assert (event.when.edtf, event.status) == ("2023-03", Status.CANDIDATE)


def test_it_can_join_an_event(shares: Timeline) -> None:
    other = find(shares, "The board met")
    merge = Reviewer().decide(Action.MERGE, shares, *other.evidence, aside(shares))
    joined = find(decided(shares, merge).timeline, "The board met")
    assert (len(joined.evidence), joined.when) == (2, other.when)


def test_a_rejection_leaves_it_where_it_is(shares: Timeline) -> None:
    after = decided(shares, Reviewer().decide(Action.REJECT, shares, aside(shares))).timeline
    assert (aside(after).status, after.events) == (Status.REJECTED, shares.events)


def test_the_session_shows_and_decides_it(session: Session) -> None:
    piece = aside(session.timeline)
    row = session.row(piece.id)
    assert (row["aside"], row["open"], row["date"]["edtf"]) == (True, False, "2023-03-28")
    shown, _ = deciding.decide(session, "accept", [deciding.Seen(piece.id, row["mark"])])
    assert shown == piece.id
    assert session.row(piece.id)["status"] == "accepted"
    assert not session.row(piece.id)["aside"]


# Dates as people type them


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2023-12-24", "24 Dec 2023"),
        ("early May 2004", "early May 2004"),
        ("mid-May 2004", "mid-May 2004"),
        ("late 1990s", "late 1990s"),
        ("end of 2003", "late 2003"),
        ("about 1850", "c. 1850"),
        ("the week of 5 May 2004", "week of 3 May 2004"),
        ("the morning of 5 May 2004", "5 May 2004, morning"),
        ("5 May 2004 at 6 am", "5 May 2004, 06:00"),
        ("spring 1962", "spring 1962"),
        ("second half of 1990", "second half of 1990"),
        ("../2004-05", "until May 2004"),
    ],
)
def test_a_date_is_kept_with_all_that_its_words_say(typed: str, shown: str) -> None:
    value = read_date(typed)
    assert display(value) == shown
    assert value_of(Patch(**date_fields(value))) == value
    patch = asked.patch({"patch": {"date": dict(date_fields(value))}})
    assert patch == asked.patch({"patch": {"date": typed}})
    made = built(bridge=BRIDGE, inquiry=INQUIRY)
    edit = Reviewer().decide(Action.EDIT, made, *find(made, "ship had hit").evidence, **date_fields(value))
    after = find(decided(made, edit).timeline, "ship had hit")
    assert display(after.when) == shown
    assert passage(decided(made, edit).timeline, "ship had hit").when.value == value


def test_early_may_can_be_made_may_again() -> None:
    made = built(bridge="The bridge\nPublished: 2024-06-22\n\nEngineers closed the harbour bridge in early May 2024.\n")
    event = find(made, "Engineers closed")
    assert display(event.when) == "early May 2024"
    edit = Reviewer().decide(Action.EDIT, made, event=event, **date_fields(read_date("May 2024")))
    assert display(find(decided(made, edit).timeline, "Engineers closed").when) == "May 2024"
    older = Reviewer().decide(Action.EDIT, made, event=event, edtf="2024-05")
    assert display(find(decided(made, older).timeline, "Engineers closed").when) == "early May 2024"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ({"edtf": "2004-05", "timex": "2004-05", "mod": "EARLY"}, "bends no date"),
        ({"edtf": "2004-55", "timex": "2004-55", "mod": None}, "cannot be read"),
        ({"edtf": "XXXX-05-05", "timex": "XXXX-05-05"}, "names no year"),
        ({"timex": "2004"}, "edtf is missing"),
        (7, "date must be a text"),
    ],
)
def test_a_date_that_is_none_is_told(date: object, told: str) -> None:
    with pytest.raises(InputError, match=told):
        asked.patch({"patch": {"date": date}})
