"""What happened on a date: resolutions in, evidence out."""

from timeline.events.fate import counted_only, fate_of
from timeline.events.passage import evidence
from timeline.events.row import row_evidence

__all__ = ["counted_only", "evidence", "fate_of", "row_evidence"]
