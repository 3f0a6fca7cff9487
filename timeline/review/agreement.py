"""How far reviewers agree. In: decisions. Out: for each two who judged the same events, how often they say the same.

Source: J. Cohen, A Coefficient of Agreement for Nominal Scales (1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from timeline.model.decision import Action, Decision, in_force, value_of
from timeline.model.display import display


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: how many events both judged, on how many they agree, and kappa (None where chance says all)."""

    reviewers: tuple[str, str]
    judged: int
    same: int
    kappa: float | None


def agreements(decisions: Iterable[Decision]) -> tuple[Agreement, ...]:
    """Every pair of reviewers who accepted or rejected some of the same events, by name.

    An event counts by the first passage that each decision names; a date that somebody corrected is another verdict.
    """
    verdicts: dict[str, dict[str, str]] = {}
    dates: dict[tuple[str, str], str] = {}
    for decision in in_force(decisions):
        if not decision.targets:
            continue
        key = decision.targets[0].evidence
        if decision.action is Action.EDIT and decision.patch.edtf:
            dates[decision.reviewer, key] = display(value_of(decision.patch))
        if decision.action in (Action.ACCEPT, Action.REJECT):
            verdicts.setdefault(decision.reviewer, {})[key] = decision.action.value
    found = []
    for one, other in combinations(sorted(verdicts), 2):
        both = sorted(verdicts[one].keys() & verdicts[other].keys())
        if both:
            pairs = [
                tuple(_verdict(verdicts[name][key], dates.get((name, key))) for name in (one, other)) for key in both
            ]
            found.append(_measured((one, other), pairs))
    return tuple(found)


def _verdict(action: str, date: str | None) -> str:
    return f"{action} {date}" if action == "accept" and date else action


def _measured(reviewers: tuple[str, str], pairs: list[tuple[str, ...]]) -> Agreement:
    same = sum(one == other for one, other in pairs)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(firsts[word] * seconds[word] for word in firsts) / len(pairs) ** 2
    kappa = None if chance >= 1 else (same / len(pairs) - chance) / (1 - chance)
    return Agreement(reviewers, len(pairs), same, kappa)
