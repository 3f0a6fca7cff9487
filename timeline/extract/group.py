"""What is told of a verb with its auxiliaries: its place, tense and form. `verbs` finds them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Tense(StrEnum):
    """When a clause puts what it tells, as seen from its writer."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Group(NamedTuple):
    """A verb group by word indices: `first` to `head`, both included."""

    first: int
    head: int
    tense: Tense
    finite: bool
    passive: bool = False
    infinitive: bool = False
    negated: bool = False
    modal: str = ""
    copula: bool = False
    prospective: bool = False
