"""What the commands say of decisions, in lines. In: decisions and what became of them. Out: printed lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from timeline.cli.printing import count

if TYPE_CHECKING:
    from timeline.merge import Applied
    from timeline.model.decision import Decision

_SHOWN = 60


def lines_on(applied: Applied, decisions: Sequence[Decision]) -> Iterator[str]:
    """How many decisions were put on a timeline, which found nothing, and what wants another look."""
    from timeline.model.decision import in_force

    holding = in_force(decisions)
    found = len(holding) - len(applied.lost) - len(applied.asleep)
    told = f"{count(found, 'decision')} applied"
    if applied.asleep:
        told += f", {len(applied.asleep)} asleep (their documents were not read)"
    if applied.lost:
        told += f", {len(applied.lost)} without their evidence:"
    yield told
    for decision in applied.lost:
        yield f"  evidence lost: {described(decision)}"
    again = sum(event.review is not None and event.review.changed for event in applied.timeline.events)
    if again:
        yield f"{count(again, 'event')} changed since they were reviewed; timeline review shows both versions"


def described(decision: Decision) -> str:
    """A decision in one line: what, by whom, of which words in which source."""
    target = decision.targets[0] if decision.targets else None
    uri = target.uri if target else decision.patch.uri
    words = (target.quote if target else decision.patch.quote) or decision.patch.title or ""
    short = " ".join(words.split())
    short = f"“{short[:_SHOWN]}…”" if len(short) > _SHOWN else f"“{short}”" if short else ""
    return " ".join(
        part for part in (decision.action.value, "by", decision.reviewer, f"in {uri}:" if uri else "", short) if part
    )


def print_agreement(decisions: Sequence[Decision]) -> None:
    """How far the reviewers agree, where two judged the same events."""
    from timeline.review.agreement import agreements

    for found in agreements(decisions):
        one, other = found.reviewers
        kappa = "" if found.kappa is None else f", kappa {found.kappa:.2f}"
        share = f"{found.same} of {found.judged} events ({found.same / found.judged:.0%}{kappa})"
        typer.echo(f"{one} and {other} agree on {share}")
