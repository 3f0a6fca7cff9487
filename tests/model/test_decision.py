"""Which decisions hold, whatever was undone and done again, and when two are the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.model.decision import Action, Decision, Patch, Target, Version, in_force

ACCEPT = Decision(Action.ACCEPT, "Ada", "2026-01-01T00:00:01Z", (Target("e1"),))
REJECT = Decision(Action.REJECT, "Ada", "2026-01-01T00:00:02Z", (Target("e2"),))


def undo(*targets: Decision, second: int = 9) -> Decision:
    return Decision(Action.UNDO, "Ada", f"2026-01-01T00:00:{second:02d}Z", undoes=tuple(t.id for t in targets))


UNDONE = undo(ACCEPT, second=3)
REDONE = undo(UNDONE, second=4)
AGAIN = undo(ACCEPT, second=5)


@pytest.mark.parametrize(
    ("made", "holding"),
    [
        ((), ()),
        ((REJECT, ACCEPT), (ACCEPT, REJECT)),
        ((ACCEPT, ACCEPT), (ACCEPT,)),
        ((ACCEPT, REJECT, UNDONE), (REJECT,)),
        ((ACCEPT, REJECT, UNDONE, REDONE), (ACCEPT, REJECT)),
        ((ACCEPT, UNDONE, REDONE, AGAIN), ()),
        ((ACCEPT, UNDONE, REDONE, AGAIN, undo(REDONE, AGAIN, second=6)), ()),
        ((ACCEPT, REJECT, undo(ACCEPT, REJECT)), ()),
        # clocks that ran backwards change nothing: what is undone is named, not dated
        ((ACCEPT, undo(ACCEPT, second=0)), ()),
        ((ACCEPT, UNDONE, undo(UNDONE, second=0)), (ACCEPT,)),
        # the undone decision is not here (another machine has it)
        ((REJECT, UNDONE), (REJECT,)),
    ],
)
def test_what_holds(made: tuple[Decision, ...], holding: tuple[Decision, ...]) -> None:
    assert in_force(made) == holding
    assert in_force(reversed(made)) == holding


def test_a_long_chain_of_undoing_ends() -> None:
    made = [ACCEPT]
    for number in range(5000):
        made.append(replace(undo(made[-1]), note=str(number)))
    assert in_force(made) == (ACCEPT,)


@pytest.mark.parametrize(
    "other",
    [
        replace(ACCEPT, reviewer="Bob"),
        replace(ACCEPT, at="2026-01-01T00:00:02Z"),
        replace(ACCEPT, targets=(Target("e1", "a.txt"),)),
        replace(ACCEPT, note="sure"),
        replace(ACCEPT, patch=Patch(participants=())),
        replace(ACCEPT, shown=Version("A title", None, "happened")),
        replace(ACCEPT, batch="b"),
    ],
)
def test_two_decisions_that_differ_have_two_ids(other: Decision) -> None:
    assert other.id != ACCEPT.id
    assert replace(ACCEPT).id == ACCEPT.id


def test_what_was_seen_changes_with_what_a_reviewer_would_want_to_know() -> None:
    version = Version("A title", "2023", "happened", ("2024",))
    others = [
        replace(version, title="Another"),
        replace(version, edtf="2024"),
        replace(version, factuality="denied"),
        replace(version, conflicts=()),
    ]
    assert len({version.seen, *(other.seen for other in others)}) == 5
